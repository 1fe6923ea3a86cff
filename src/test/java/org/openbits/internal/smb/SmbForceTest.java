package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.JobSettings;
import org.openbits.spi.Abort;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSource;

/** What an upload to a share says was forced, the share was asked to force; and it is asked now and then. */
class SmbForceTest {

    private static final long BYTES = 700L << 20;

    private final ExecutorService writers = Executors.newFixedThreadPool(4);
    private final AtomicLong written = new AtomicLong();
    private long flushed;
    private int flushes;

    /** Zeros without end. */
    private record Zeros(long size) implements UploadSource {

        @Override
        public int read(long position, ByteBuffer target) {
            throw new AssertionError("nothing was held before");
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel channel) throws java.io.IOException {
            return channel.write(ByteBuffer.allocate((int) Math.min(count, 1 << 20)));
        }
    }

    private Share share() {
        return (Share) Proxy.newProxyInstance(
                Share.class.getClassLoader(), new Class<?>[] {Share.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "openForWriting":
                            return new byte[1];
                        case "write":
                            written.addAndGet((int) arguments[4]);
                            return null;
                        case "flush":
                            flushed = written.get();
                            flushes++;
                            return null;
                        case "facts":
                            return new Facts(written.get(), Instant.EPOCH);
                        default:
                            return method.getReturnType() == boolean.class ? false : null;
                    }
                });
    }

    @AfterEach
    void end() {
        writers.shutdownNow();
    }

    @Test
    void namesNothingAsForcedThatWasNot() throws Exception {
        UploadRequest request = new UploadRequest(
                "smb://host/share/x", "x", BYTES, false, null, 0, JobSettings.EMPTY, List.of(), new Abort());
        SmbUpload upload = new SmbUpload(
                request,
                SmbName.parse(request.remoteName()),
                Account.of(List.of()),
                new Shares(Set.of()),
                share(),
                writers,
                new Random(1));
        long forced = 0;
        while (!upload.isWhole()) {
            upload.sendNext(new Zeros(BYTES));
            if (!upload.isWhole()) {
                long now = Long.parseLong(upload.session().values().get("forced"));
                assertThat(now).isBetween(forced, flushed);
                forced = now;
                assertThat(upload.offset() - forced).as("not forced yet").isLessThan(264L << 20);
            }
        }
        assertThat(flushes).isGreaterThanOrEqualTo(3);
        assertThat(flushed).as("before it got its name").isEqualTo(BYTES);
    }
}
