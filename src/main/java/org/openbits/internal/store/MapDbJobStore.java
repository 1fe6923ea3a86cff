package org.openbits.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.internal.queue.FileRecord;
import org.openbits.internal.queue.JobRecord;
import org.openbits.internal.queue.JobStore;
import org.openbits.internal.transfer.Checkpoint;

/**
 * The jobs in a directory of one user.
 *
 * <pre>
 * lock             held while the store is open; the owner's process id
 * key              seals secrets, mode 0600
 * jobs/            the records, see {@link DurableMap}
 * jobs.damaged-1/  a store that could not be read, set aside, with the reason in reason.txt
 * </pre>
 *
 * Used by one thread, as {@link JobStore} says.
 */
public final class MapDbJobStore implements JobStore {

    private static final String RECORDS = "jobs";
    private static final String DAMAGED = "jobs.damaged-";
    private static final String REASON = "reason.txt";
    private static final long CHECKPOINT_BYTES = 8L << 20;

    private final DirectoryLock lock;
    private final DurableMap map;
    private final RecordCodec codec;
    private final @Nullable String setAside;

    private MapDbJobStore(DirectoryLock lock, DurableMap map, RecordCodec codec, @Nullable String setAside) {
        this.lock = lock;
        this.map = map;
        this.codec = codec;
        this.setAside = setAside;
    }

    /**
     * Opens the store of a directory, making both when they are missing. A store that cannot be read is set aside, see
     * {@link #setAside}.
     *
     * @throws BitsException when another process has it open, or the directory cannot be read or written
     */
    public static MapDbJobStore open(Path directory) {
        return open(directory, CHECKPOINT_BYTES);
    }

    /** @param checkpointBytes size of the journal at which a checkpoint is made */
    static MapDbJobStore open(Path directory, long checkpointBytes) {
        try {
            DirectoryFiles files = DirectoryFiles.in(directory);
            DirectoryLock lock = DirectoryLock.of(directory);
            try {
                RecordCodec codec = new RecordCodec(Seal.of(files));
                DurableMap map = openOrSetAside(files, checkpointBytes);
                try {
                    return new MapDbJobStore(lock, map, codec, damageReport(files));
                } catch (IOException | RuntimeException | Error e) {
                    map.close();
                    throw e;
                }
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BitsException(
                    ErrorCode.E_ACCESSDENIED,
                    "The job store " + directory + " cannot be opened: " + e
                            + ". Check the rights and the free space of that directory",
                    e);
        }
    }

    private static DurableMap openOrSetAside(DirectoryFiles files, long checkpointBytes) throws IOException {
        Path records = files.path(RECORDS);
        try {
            return DurableMap.open(DirectoryFiles.in(records), checkpointBytes);
        } catch (StoreDamage damage) {
            int number = 1;
            while (files.list().contains(DAMAGED + number)) {
                number++;
            }
            files.rename(RECORDS, DAMAGED + number);
            files.forceDirectory();
            DirectoryFiles.in(files.path(DAMAGED + number))
                    .publish(REASON, String.valueOf(damage.getMessage()).getBytes(StandardCharsets.UTF_8));
            return DurableMap.open(DirectoryFiles.in(records), checkpointBytes);
        }
    }

    private static @Nullable String damageReport(DirectoryFiles files) throws IOException {
        List<String> reports = new ArrayList<>();
        for (String name : files.list()) {
            if (name.startsWith(DAMAGED)) {
                DirectoryFiles damaged = DirectoryFiles.in(files.path(name));
                String reason = damaged.list().contains(REASON)
                        ? new String(damaged.read(REASON), StandardCharsets.UTF_8)
                        : "reason unknown";
                reports.add(files.path(name) + " (" + reason + ")");
            }
        }
        if (reports.isEmpty()) {
            return null;
        }
        reports.sort(null);
        return "The job store could not be read and was set aside; its jobs are not in the queue: "
                + String.join(", ", reports) + ". Move or remove that directory to end this message.";
    }

    /** What to tell on every call while a store that could not be read lies beside this one, or null. */
    public @Nullable String setAside() {
        return setAside;
    }

    @Override
    public void scan(Consumer<JobRecord> each) {
        map.each(Keys.headers(), (key, value) -> each.accept(codec.job(value)));
    }

    @Override
    public @Nullable JobRecord job(JobId id) {
        byte[] value = map.get(Keys.header(id));
        return value == null ? null : codec.job(value);
    }

    @Override
    public List<FileRecord> files(JobId id) {
        List<FileRecord> files = new ArrayList<>();
        map.each(Keys.files(id), (key, value) -> files.add(codec.file(value)));
        return files;
    }

    @Override
    public @Nullable FileRecord file(JobId id, int index) {
        byte[] value = map.get(Keys.file(id, index));
        return value == null ? null : codec.file(value);
    }

    @Override
    public @Nullable Checkpoint checkpoint(JobId id, int index) {
        byte[] value = map.get(Keys.checkpoint(id, index));
        return value == null ? null : codec.checkpoint(value);
    }

    @Override
    public CompletableFuture<Void> commit(Batch batch) {
        Transaction transaction = new Transaction();
        for (Change change : batch.changes()) {
            try {
                add(change, transaction);
            } catch (RuntimeException e) {
                throw new UnstorableException(change.job(), e);
            }
        }
        return map.commit(transaction);
    }

    private void add(Change change, Transaction transaction) {
        if (change instanceof PutJob put) {
            transaction.put(Keys.header(put.job()), codec.encode(put.record()));
        } else if (change instanceof PutFile put) {
            transaction.put(Keys.file(put.job(), put.file().index()), codec.encode(put.file()));
        } else if (change instanceof PutCheckpoint put) {
            byte[] key = Keys.checkpoint(put.job(), put.index());
            if (put.checkpoint() == null) {
                transaction.delete(key);
            } else {
                transaction.put(key, codec.encode(put.checkpoint()));
            }
        } else if (change instanceof RemoveJob remove) {
            transaction.drop(Keys.job(remove.job()));
        }
    }

    /** Makes a checkpoint now; the future completes when it is durable. */
    CompletableFuture<Void> checkpointNow() {
        return map.checkpointNow();
    }

    @Override
    public void close() {
        map.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
