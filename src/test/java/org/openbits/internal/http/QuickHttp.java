package org.openbits.internal.http;

import java.time.Duration;
import org.openbits.spi.TransferProtocol;

/** http for tests of bad servers: it does not wait long. */
public final class QuickHttp {

    /** Small, so that the bodies of tests come both ways. */
    private static final long CHANNEL_BODY = 100_000;

    static final HttpLimits LIMITS = new HttpLimits(
            Duration.ofSeconds(5),
            Duration.ofMillis(700),
            Duration.ofSeconds(5),
            Duration.ofMillis(700),
            32 << 10,
            200,
            10,
            32,
            64,
            CHANNEL_BODY);

    private QuickHttp() {}

    /** A protocol that waits that long for the first byte of an answer and for each further one. */
    public static TransferProtocol waiting(Duration silence) {
        return new HttpProtocol(
                new HttpLimits(
                        Duration.ofSeconds(5), silence, silence, silence, 32 << 10, 200, 10, 32, 64, CHANNEL_BODY),
                null);
    }
}
