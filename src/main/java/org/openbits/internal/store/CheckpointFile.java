package org.openbits.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.DBException;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * The whole state before a generation of the journal: a MapDB file that is never written again once it has its name,
 * {@code checkpoint.<generation>.<CRC32C of its bytes>}. MapDB's own commits can be cut in half; a file that has a name
 * cannot.
 *
 * <p>Read on demand, through a file channel and never mapped: a mapped file cannot be deleted on Windows, and an I/O
 * error in it kills the process. Safe for use by several threads; closed when its owner and all readers released it.
 */
final class CheckpointFile implements Closeable {

    private static final String MAP = "records";
    private static final String TEMPORARY_NAME = "checkpoint" + StoreFiles.TEMPORARY;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final @Nullable DB db;
    private final ConcurrentNavigableMap<byte[], byte[]> map;
    private final AtomicInteger users = new AtomicInteger(1);

    private CheckpointFile(@Nullable DB db, ConcurrentNavigableMap<byte[], byte[]> map) {
        this.db = db;
        this.map = map;
    }

    /** The state before the first generation. */
    static CheckpointFile empty() {
        return new CheckpointFile(null, new ConcurrentSkipListMap<>(Arrays::compareUnsigned));
    }

    /**
     * Writes the state before a generation and opens it; durable when this returns.
     *
     * @param entries hands every key and value, in ascending order, to the consumer
     */
    static CheckpointFile write(StoreFiles files, long generation, Consumer<BiConsumer<byte[], byte[]>> entries)
            throws IOException {
        files.delete(TEMPORARY_NAME);
        Path temporary = files.path(TEMPORARY_NAME);
        try {
            fill(temporary, entries);
        } catch (DBException e) {
            files.delete(TEMPORARY_NAME); // the journal, which goes on, may need its room
            throw new IOException("The checkpoint " + generation + " could not be written to " + temporary, e);
        }
        files.force(TEMPORARY_NAME);
        String name = "checkpoint." + generation + "." + Integer.toHexString(crc(temporary));
        files.rename(TEMPORARY_NAME, name);
        files.forceDirectory();
        return open(files.path(name));
    }

    private static void fill(Path file, Consumer<BiConsumer<byte[], byte[]>> entries) {
        try (DB db = DBMaker.fileDB(file.toFile())
                .fileChannelEnable()
                .fileLockDisable()
                .make()) {
            var sink = db.treeMap(MAP, Serializer.BYTE_ARRAY, Serializer.BYTE_ARRAY)
                    .createFromSink();
            entries.accept(sink::put);
            sink.create();
        }
    }

    /**
     * Opens a checkpoint after a look at every byte of it.
     *
     * @throws StoreDamage when the file is not what was written
     */
    static CheckpointFile openVerified(StoreFiles files, String name) throws IOException {
        Path path = files.path(name);
        String crc = Integer.toHexString(crc(path));
        if (!name.endsWith("." + crc)) {
            throw new StoreDamage(name + " is damaged: its bytes have the check sum " + crc);
        }
        return open(path);
    }

    /** The generation a file name tells, or -1 when it is no checkpoint's. */
    static long generationOf(String name) {
        String[] parts = name.split("\\.", -1);
        return parts.length == 3 && parts[0].equals("checkpoint") ? Generations.parse(parts[1]) : -1;
    }

    private static CheckpointFile open(Path path) throws IOException {
        try {
            DB db = DBMaker.fileDB(path.toFile())
                    .fileChannelEnable()
                    .fileLockDisable()
                    .readOnly()
                    .make();
            return new CheckpointFile(
                    db,
                    db.treeMap(MAP, Serializer.BYTE_ARRAY, Serializer.BYTE_ARRAY)
                            .open());
        } catch (DBException e) {
            throw new StoreDamage(path.getFileName() + " is no checkpoint that MapDB can open: " + e.getMessage());
        }
    }

    private static int crc(Path path) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        return (int) crc.getValue();
    }

    byte @Nullable [] get(byte[] key) {
        return map.get(key);
    }

    /** Keys and values of a range, in order. */
    Iterable<Map.Entry<byte[], byte[]>> entriesIn(Keys.Range range) {
        return map.subMap(range.from(), true, range.to(), false).entrySet();
    }

    /** Keeps the file open until {@link #close}; false when it is closed already. */
    boolean acquire() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Lets go of the file, once for its owner and once for each {@link #acquire}. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0 && db != null) {
            db.close();
        }
    }
}
