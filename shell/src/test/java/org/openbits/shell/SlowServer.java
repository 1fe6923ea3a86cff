package org.openbits.shell;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A file whose second half is sent when the test says so. */
final class SlowServer implements AutoCloseable {

    private static final int HALF = 256 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch rest = new CountDownLatch(1);

    private SlowServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2L * HALF);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[HALF]);
                body.flush();
                rest.await();
                body.write(new byte[HALF]);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    static SlowServer open() throws IOException {
        return new SlowServer();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/slow.bin";
    }

    void finish() {
        rest.countDown();
    }

    @Override
    public void close() {
        rest.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
