package org.openbits.internal.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.channel.ChannelManager;

/** Managers over a socket that somebody else serves. */
public final class SocketManagers {

    private SocketManagers() {}

    /** Waits, at every connection, until somebody serves the socket. */
    public static BackgroundCopyManager connect(Path socket) {
        return new ChannelManager(new SocketChannelClient(() -> link(socket)));
    }

    private static Link link(Path socket) {
        for (int i = 0; i < 3000; i++) {
            try {
                Link link = new Probe(socket, Duration.ofSeconds(30)).look().link();
                if (link != null) {
                    return link;
                }
            } catch (IOException e) {
                throw new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, e.toString(), e);
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, "nobody serves " + socket);
    }
}
