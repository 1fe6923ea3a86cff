package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.Records.id;
import static org.openbits.internal.queue.Records.job;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryJobStoreTest extends JobStoreContract {

    private @Nullable MemoryJobStore last;

    @Override
    protected JobStore open() {
        last = last == null ? new MemoryJobStore() : last.afterCrash();
        return last;
    }

    @Test
    void aHeldBatchIsSeenButLostInACrash() {
        last.hold();
        CompletableFuture<Void> done = last.commit(new JobStore.Batch().put(job(id(1))));

        assertThat(done).isNotDone();
        assertThat(last.job(id(1))).isNotNull();
        assertThat(last.afterCrash().job(id(1))).isNull();

        last.release();

        assertThat(done).isCompleted();
        assertThat(last.afterCrash().job(id(1))).isNotNull();
    }

    @Test
    void nothingSucceedsAfterAFailure() {
        last.hold();
        CompletableFuture<Void> waiting = last.commit(new JobStore.Batch().put(job(id(1))));
        last.fail(new IllegalStateException("disk full"));

        assertThat(waiting).isCompletedExceptionally();
        assertThat(last.commit(new JobStore.Batch().put(job(id(2))))).isCompletedExceptionally();
        assertThat(last.afterCrash().job(id(2))).isNull();
    }
}
