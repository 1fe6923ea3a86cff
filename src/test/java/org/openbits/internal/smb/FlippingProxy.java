package org.openbits.internal.smb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between client and server and changes one byte of what one of them says. */
final class FlippingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int server;
    private final boolean ofTheServer;
    private final long position;

    /** @param ofTheServer whose byte is changed; else the client's */
    FlippingProxy(int server, boolean ofTheServer, long position) throws IOException {
        this.listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.server = server;
        this.ofTheServer = ofTheServer;
        this.position = position;
        start(this::accept);
    }

    String name(String share, String file) {
        return "smb://127.0.0.1:" + listener.getLocalPort() + "/" + share + "/" + file;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "flipping-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                start(() -> pump(client, there, ofTheServer ? -1 : position));
                start(() -> pump(there, client, ofTheServer ? position : -1));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private static void pump(Socket from, Socket to, long flipAt) {
        byte[] buffer = new byte[1 << 16];
        long at = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (flipAt >= at && flipAt < at + count) {
                    buffer[(int) (flipAt - at)] ^= 1;
                }
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
