package org.openbits.internal.http;

import java.time.Duration;
import org.openbits.spi.TransferProtocol;

/** http for tests of bad servers: as patient as the test says. */
public final class QuickHttp {

    /** Small, so that the bodies of tests come both ways. */
    private static final long CHANNEL_BODY = 100_000;

    private QuickHttp() {}

    /** A protocol that no pause of the machine makes give up: for faults that are not silence. */
    public static TransferProtocol patient() {
        return waiting(Duration.ofMinutes(2));
    }

    /** A protocol that waits that long for the first byte of an answer and for each further one. */
    public static TransferProtocol waiting(Duration silence) {
        return new HttpProtocol(
                new HttpLimits(
                        Duration.ofMinutes(1), silence, silence, silence, 32 << 10, 200, 10, 32, 64, CHANNEL_BODY),
                null);
    }
}
