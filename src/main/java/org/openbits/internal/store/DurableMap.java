package org.openbits.internal.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ordered map from bytes to bytes whose transactions survive a crash whole or not at all.
 *
 * <p>The state is a {@link CheckpointFile}, never changed, below {@link Layer layers} of what happened since, which the
 * {@link Journal journals} hold too. A commit goes into the newest layer and to the {@link JournalWriter}. When the
 * journal has grown, a checkpoint is made beside the commits:
 *
 * <ol>
 *   <li>the empty journal of the next generation is made;
 *   <li>under the lock a new layer is put on top, and the writer told to go on in that journal;
 *   <li>checkpoint and older layers are merged into a new checkpoint file under a temporary name, forced, renamed;
 *   <li>it replaces what it was made of, in memory and then on disk.
 * </ol>
 *
 * Whatever of this a crash cuts off, {@link Generations} finds a checkpoint and journals that give the same state. When it
 * fails otherwise (a full disk), layers and journals stay and the next checkpoint covers them.
 *
 * <p>Threads: the caller's changes the newest layer, one writer owns the journal, one makes checkpoints. The lock guards
 * {@code view}, {@code sinceCheckpoint}, {@code closed} and the order of the writer's queue; nothing blocks under it.
 */
final class DurableMap implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DurableMap.class);

    private final StoreFiles files;
    private final long checkpointBytes;
    private final JournalWriter writer;
    private final ExecutorService checkpoints =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "openbits-store-checkpoint"));
    private final Object lock = new Object();
    private volatile View view;
    private long sinceCheckpoint;
    private boolean closed;
    /** Of the journal the writer is at, or will be after what is in its queue. Confined to the checkpoint thread. */
    private long generation;

    /** What reads look at; the last layer is the one that changes. */
    private record View(CheckpointFile base, List<Layer> layers) {

        Layer newest() {
            return layers.get(layers.size() - 1);
        }
    }

    private DurableMap(StoreFiles files, long checkpointBytes, View view, Journal journal, long generation) {
        this.files = files;
        this.checkpointBytes = checkpointBytes;
        this.view = view;
        this.generation = generation;
        this.writer = new JournalWriter(journal);
    }

    /**
     * Opens the map of a directory, making it when there is none.
     *
     * @param checkpointBytes size of the journal at which a checkpoint is made
     * @throws StoreDamage when the files are not what was written
     */
    static DurableMap open(StoreFiles files, long checkpointBytes) throws IOException {
        Generations found = Generations.in(files);
        DurableMap map = open(files, checkpointBytes, found);
        try {
            // Not before those that count are known to be whole: where they are not, these are what can be looked at.
            for (String leftover : found.leftovers()) {
                files.delete(leftover);
            }
        } catch (IOException e) {
            map.close();
            throw e;
        }
        return map;
    }

    private static DurableMap open(StoreFiles files, long checkpointBytes, Generations found) throws IOException {
        if (found.journals().isEmpty()) {
            View nothing = new View(CheckpointFile.empty(), List.of(new Layer()));
            return new DurableMap(files, checkpointBytes, nothing, Journal.create(files, 1), 1);
        }
        Layer layer = new Layer();
        List<Journal.Content> journals = new ArrayList<>();
        for (long generation : found.journals()) {
            journals.add(Journal.read(files, generation, layer));
        }
        Journal last = cutTornTails(files, journals);
        CheckpointFile base;
        try {
            base = found.checkpoint() == null
                    ? CheckpointFile.empty()
                    : CheckpointFile.openVerified(files, found.checkpoint());
        } catch (IOException e) {
            last.close();
            throw e;
        }
        long generation = found.journals().get(found.journals().size() - 1);
        return new DurableMap(files, checkpointBytes, new View(base, List.of(layer)), last, generation);
    }

    /** Only the last journal that holds anything can end in a torn group: the next is not begun before that is forced. */
    private static Journal cutTornTails(StoreFiles files, List<Journal.Content> journals) throws IOException {
        Journal last = null;
        for (int i = 0; i < journals.size(); i++) {
            Journal.Content journal = journals.get(i);
            boolean isLast = journals.subList(i + 1, journals.size()).stream().allMatch(Journal.Content::isEmpty);
            if (journal.isTorn() && !isLast) {
                throw new StoreDamage(journal.name() + " lost its end, and later journals go on after it");
            }
            if (last != null) {
                last.close();
            }
            last = journal.appendTo(files);
        }
        if (last == null) {
            throw new IllegalArgumentException("no journal");
        }
        return last;
    }

    /** The value of a key, or null. Sees every transaction committed before by the same thread. */
    byte @Nullable [] get(byte[] key) {
        View now = acquire();
        try {
            for (int i = now.layers.size() - 1; i >= 0; i--) {
                byte[] value = now.layers.get(i).get(key);
                if (value != null) {
                    return value == Layer.GONE ? null : value;
                }
            }
            return now.base.get(key);
        } finally {
            now.base.close();
        }
    }

    /** Hands every key and value of a range, in order, as they are at the call, to the consumer. */
    void each(Keys.Range range, BiConsumer<byte[], byte[]> consumer) {
        View now = acquire();
        try {
            merge(now.base, Layer.merged(now.layers, range), range, consumer);
        } finally {
            now.base.close();
        }
    }

    private View acquire() {
        while (true) {
            View now = view;
            if (now.base.acquire()) {
                return now;
            }
            if (view == now) {
                throw new IllegalStateException("the store is closed");
            }
        }
    }

    private static void merge(CheckpointFile base, Layer layer, Keys.Range range, BiConsumer<byte[], byte[]> consumer) {
        Iterator<Map.Entry<byte[], byte[]>> changes =
                layer.entriesIn(range).entrySet().iterator();
        Map.Entry<byte[], byte[]> change = changes.hasNext() ? changes.next() : null;
        for (Map.Entry<byte[], byte[]> old : base.entriesIn(range)) {
            int order = -1;
            while (change != null && (order = java.util.Arrays.compareUnsigned(change.getKey(), old.getKey())) < 0) {
                emit(change, consumer);
                change = changes.hasNext() ? changes.next() : null;
            }
            boolean replaced = change != null && order == 0;
            if (!replaced && !layer.hidesOlder(old.getKey())) {
                consumer.accept(old.getKey(), old.getValue());
            }
        }
        while (change != null) {
            emit(change, consumer);
            change = changes.hasNext() ? changes.next() : null;
        }
    }

    private static void emit(Map.Entry<byte[], byte[]> change, BiConsumer<byte[], byte[]> consumer) {
        if (change.getValue() != Layer.GONE) {
            consumer.accept(change.getKey(), change.getValue());
        }
    }

    /** Applies a transaction at once; the future completes when it is durable. Called by one thread. */
    CompletableFuture<Void> commit(Transaction transaction) {
        byte[] bytes = transaction.toBytes();
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(new IOException("the store is closed"));
            }
            transaction.applyTo(view.newest());
            sinceCheckpoint += bytes.length;
            if (sinceCheckpoint >= checkpointBytes) {
                sinceCheckpoint = 0;
                checkpoints.execute(this::tryCheckpoint);
            }
            return writer.write(bytes);
        }
    }

    private void tryCheckpoint() {
        try {
            checkpoint();
        } catch (IOException | RuntimeException e) {
            LOG.warn("No checkpoint of the job store was made; its journal goes on and the next one covers it.", e);
        }
    }

    /** Makes a checkpoint now, on the thread that makes them. */
    CompletableFuture<Void> checkpointNow() {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        checkpoint();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                checkpoints);
    }

    private void checkpoint() throws IOException {
        Journal next = Journal.create(files, generation + 1);
        List<Layer> older;
        CompletableFuture<Void> switched;
        synchronized (lock) {
            if (closed) {
                next.close();
                return;
            }
            older = view.layers;
            List<Layer> layers = new ArrayList<>(older);
            layers.add(new Layer());
            view = new View(view.base, List.copyOf(layers));
            sinceCheckpoint = 0;
            switched = writer.goOnIn(next);
        }
        generation++;
        awaitForced(switched);
        CheckpointFile replaced = view.base;
        Layer changes = Layer.merged(older, Keys.everything());
        CheckpointFile made =
                CheckpointFile.write(files, generation, sink -> merge(replaced, changes, Keys.everything(), sink));
        synchronized (lock) {
            view = new View(made, List.copyOf(view.layers.subList(older.size(), view.layers.size())));
        }
        replaced.close();
        for (String leftover : Generations.in(files).leftovers()) {
            files.delete(leftover);
        }
    }

    /** A checkpoint must not hold what the journal may have lost. */
    private static void awaitForced(CompletableFuture<Void> switched) throws IOException {
        try {
            switched.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException("The journal failed before the checkpoint", e.getCause());
        }
    }

    /** Waits for the transactions handed over and a checkpoint that is being made, and closes the files. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
        }
        checkpoints.shutdown();
        writer.close();
        boolean interrupted = false;
        while (true) {
            try {
                if (checkpoints.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        view.base.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
