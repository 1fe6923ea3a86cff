package org.openbits.shell.pipeline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.openbits.automation.CustomObject;

/** .NET's TcpClient as far as scripts test ports with it. Public because scripts call it by name. */
public final class TcpClient {

    /** The longest wait for a connection, in milliseconds. */
    private static final int LONGEST = 20_000;

    private final Socket socket = new Socket();

    /** Connects; fails when nobody answers. */
    public void connect(String host, int port) {
        try {
            socket.connect(new InetSocketAddress(host, port), LONGEST);
        } catch (IOException failure) {
            throw new NetException(
                    "System.Net.Sockets.SocketException", host + ":" + port + ": " + failure.getMessage(), failure);
        }
    }

    /** Connects in the time that {@code Wait} of its result gives it. */
    public Object connectAsync(String host, int port) {
        return new Attempt(this, host, port);
    }

    public boolean isConnected() {
        return socket.isConnected() && !socket.isClosed();
    }

    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new NetException("System.IO.IOException", String.valueOf(failure.getMessage()), failure);
        }
    }

    public void dispose() {
        close();
    }

    /** A connection that is still to be made. Public because scripts call it by name. */
    public static final class Attempt {

        private final TcpClient client;
        private final String host;
        private final int port;

        Attempt(TcpClient client, String host, int port) {
            this.client = client;
            this.host = host;
            this.port = port;
        }

        /** Whether it was made within so many milliseconds. */
        public boolean wait(int milliseconds) {
            try {
                client.socket.connect(new InetSocketAddress(host, port), Math.max(1, milliseconds));
                return true;
            } catch (IOException noAnswer) {
                return false;
            }
        }

        public Object getResult() {
            client.connect(host, port);
            return new CustomObject();
        }
    }
}
