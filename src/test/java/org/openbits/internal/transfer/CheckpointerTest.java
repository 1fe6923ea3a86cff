package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbits.internal.transfer.Checkpoint.Range;
import org.openbits.spi.Validator;

/** What is claimed of a disk that fails: nothing. */
class CheckpointerTest {

    private static final Checkpoint SOME =
            new Checkpoint(new Validator("\"1\"", null, 100), List.of(new Range(0, 100)));

    private final Recorder observer = new Recorder();
    private final AtomicInteger forces = new AtomicInteger();

    /** As systems do: a write that failed is told once, and the force after it succeeds. */
    private void failOnce() throws IOException {
        if (forces.incrementAndGet() == 1) {
            throw new IOException("Input/output error");
        }
    }

    private Checkpointer checkpointer() {
        AtomicInteger seconds = new AtomicInteger();
        return new Checkpointer(this::failOnce, observer, Runnable::run, () -> seconds.addAndGet(2) * 1_000_000_000L);
    }

    @Test
    void claimsNothingAfterAForceThatFailed() throws IOException {
        Checkpointer checkpoints = checkpointer();
        assertThatThrownBy(() -> checkpoints.keep(SOME)).isInstanceOf(IOException.class);

        assertThatThrownBy(() -> checkpoints.keep(SOME)).isInstanceOf(IOException.class);

        assertThat(observer.checkpoint()).isNull();
    }

    @Test
    void claimsNothingAfterTheLastForceOfAFileFailed() throws IOException {
        Checkpointer checkpoints = checkpointer();
        assertThatThrownBy(checkpoints::force).isInstanceOf(IOException.class);

        assertThatThrownBy(() -> checkpoints.keep(SOME)).isInstanceOf(IOException.class);

        assertThat(observer.checkpoint()).isNull();
    }

    @Test
    void claimsNothingAfterAForceBesideTheTransferFailed() throws IOException {
        Checkpointer checkpoints = checkpointer();
        checkpoints.consider(100, () -> SOME);

        assertThatThrownBy(() -> checkpoints.consider(200, () -> SOME)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> checkpoints.keep(SOME)).isInstanceOf(IOException.class);

        assertThat(observer.checkpoint()).isNull();
    }

    /** No thread for the force, as where a limit of processes is reached. */
    @Test
    @Timeout(180)
    void nobodyWaitsForAForceThatCouldNotBegin() throws IOException {
        Checkpointer checkpoints = new Checkpointer(
                () -> {},
                observer,
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                new AtomicInteger()::incrementAndGet);

        checkpoints.consider(1L << 30, () -> SOME);
        checkpoints.consider(1L << 40, () -> SOME);
        assertThat(observer.checkpoint()).isNull();

        checkpoints.keep(SOME);
        assertThat(observer.checkpoint()).isEqualTo(SOME);
    }
}
