package org.openbits.internal.store;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.queue.JobStore;
import org.openbits.internal.queue.JobStoreContract;

class MapDbJobStoreTest {

    private static final long NEVER = Long.MAX_VALUE;

    /** All that is kept comes from the journal. */
    @Nested
    class WithAJournalOnly extends JobStoreContract {

        @TempDir
        Path directory;

        @Override
        protected JobStore open() {
            return MapDbJobStore.open(directory, NEVER);
        }
    }

    /** After every reopen all that is kept comes from a checkpoint. */
    @Nested
    class WithACheckpointAtEachOpening extends JobStoreContract {

        @TempDir
        Path directory;

        @Override
        protected JobStore open() throws Exception {
            MapDbJobStore store = MapDbJobStore.open(directory, NEVER);
            store.checkpointNow().get(60, TimeUnit.SECONDS);
            return store;
        }
    }

    /** Checkpoints run beside nearly every commit. */
    @Nested
    class WithCheckpointsAllTheTime extends JobStoreContract {

        @TempDir
        Path directory;

        @Override
        protected JobStore open() {
            return MapDbJobStore.open(directory, 1000);
        }
    }
}
