package org.openbits.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Waits for a real server that a test started. */
final class Listening {

    private Listening() {}

    /** Until it accepts connections on this port of loopback; one that ends instead is a failure with its last words. */
    static void await(String name, int port, Process process, Path console) {
        await(name, process, console, () -> accepts(port));
    }

    /** The same, where something else tells that it is ready. */
    static void await(String name, Process process, Path console, Callable<Boolean> isReady) {
        Awaitility.await(name)
                .atMost(2, TimeUnit.MINUTES)
                .pollInterval(10, TimeUnit.MILLISECONDS)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(name + " ended: " + Files.readString(console));
                    }
                    return isReady.call();
                });
    }

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
