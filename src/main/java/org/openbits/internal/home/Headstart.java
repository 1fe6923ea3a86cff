package org.openbits.internal.home;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;

/**
 * Loads, on a thread of its own, what Java needs for a first connection to a service: for a Unix domain socket that is a
 * source of random numbers, and with it the security providers. A program that will need one soon saves that time.
 */
public final class Headstart {

    private static final String PROVIDER = "java.nio.channels.spi.SelectorProvider";
    private static final String LINUX_PROVIDER = "sun.nio.ch.EPollSelectorProvider";

    private Headstart() {}

    /** Returns at once; nothing but the time tells whether it was called. */
    public static void connection() {
        Thread thread = new Thread(Headstart::open, "headstart");
        thread.setDaemon(true);
        thread.start();
    }

    private static void open() {
        preferOwnSockets();
        try {
            SocketChannel.open(StandardProtocolFamily.UNIX).close();
        } catch (IOException | UnsupportedOperationException unavailable) {
            // The connection itself will tell.
            return;
        }
    }

    /** Names the provider of sockets that this Java has; else it opens every jar to look for another one. */
    private static void preferOwnSockets() {
        if (System.getProperty(PROVIDER) != null) {
            return;
        }
        try {
            Class.forName(LINUX_PROVIDER, false, null);
            System.setProperty(PROVIDER, LINUX_PROVIDER);
        } catch (ClassNotFoundException otherSystem) {
            // Looked for, as ever.
            return;
        }
    }
}
