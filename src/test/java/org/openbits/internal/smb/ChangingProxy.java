package org.openbits.internal.smb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Stands between client and server and changes what one of them says. */
final class ChangingProxy implements AutoCloseable {

    /** What is done to some bytes of one direction, of which the first is the {@code at}-th. */
    interface Change {
        void to(byte[] bytes, int count, long at);
    }

    /** 0xFE 'S' 'M' 'B', and where the status stands from there (MS-SMB2 2.2.1.2). */
    private static final int MAGIC = 0x424D53FE;

    private static final int STATUS = 8;
    private static final Change NONE = (bytes, count, at) -> {};

    private final ServerSocket listener;
    private final int server;
    private final Change ofClient;
    private final Change ofServer;

    private ChangingProxy(int server, Change ofClient, Change ofServer) throws IOException {
        this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.server = server;
        this.ofClient = ofClient;
        this.ofServer = ofServer;
        start(this::accept);
    }

    /** @param ofTheServer whose byte is changed; else the client's */
    static ChangingProxy flipping(int server, boolean ofTheServer, long position) throws IOException {
        Change flip = (bytes, count, at) -> {
            if (position >= at && position < at + count) {
                bytes[(int) (position - at)] ^= 1;
            }
        };
        return new ChangingProxy(server, ofTheServer ? NONE : flip, ofTheServer ? flip : NONE);
    }

    /** The server says another status (MS-ERREF 2.3.1); in answers that nobody signs. */
    static ChangingProxy saying(int server, int insteadOf, int status) throws IOException {
        return new ChangingProxy(server, NONE, (bytes, count, at) -> {
            ByteBuffer all = ByteBuffer.wrap(bytes, 0, count).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i + STATUS < count; i++) {
                boolean isHeader = all.getInt(i) == MAGIC;
                if (isHeader && i + STATUS + 4 <= count && all.getInt(i + STATUS) == insteadOf) {
                    all.putInt(i + STATUS, status);
                }
            }
        });
    }

    String name(String share, String file) {
        return "smb://127.0.0.1:" + listener.getLocalPort() + "/" + share + "/" + file;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "changing-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                start(() -> pump(client, there, ofClient));
                start(() -> pump(there, client, ofServer));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void pump(Socket from, Socket to, Change change) {
        byte[] buffer = new byte[1 << 16];
        long at = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                change.to(buffer, count, at);
                out.write(buffer, 0, count);
                at += count;
            }
        } catch (IOException e) {
            // One of them is gone, and so is the other now.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
