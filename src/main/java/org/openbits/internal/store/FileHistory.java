package org.openbits.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.internal.queue.History;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history in {@code history.jsonl}: one {@link HistoryLine} an entry, only ever appended to. Each line carries a hash
 * of itself and of the line before, so that a line changed, removed or put in shows; whoever can write the file can also
 * make a whole new chain, so the last hash belongs somewhere else too if that matters.
 *
 * <p>When the file grows too large, or its first entry too old, the oldest lines are cut off: what stays is written under
 * another name behind a line that keeps the last hash, forced and renamed. A line that a crash tore is cut off when the
 * file is opened.
 */
public final class FileHistory implements History {

    private static final Logger LOG = LoggerFactory.getLogger(FileHistory.class);
    private static final String FILE = "history.jsonl";

    /**
     * How much is kept. A cut leaves three quarters of the size, so that not every line makes one.
     *
     * @param age entries older than this go
     * @param bytes size of the file
     */
    public record Limits(Duration age, long bytes) {

        /** A year, 64 MiB: some hundred thousand jobs. */
        public static final Limits DEFAULT = new Limits(Duration.ofDays(365), 64L << 20);
    }

    /** Characters of the entries that are read at once: the service has little memory. */
    private static final int MOST_CHARACTERS = 8 << 20;

    private final StoreFiles files;
    /** Guarded by this. */
    private Limits limits;

    /** All guarded by this, which is also held while the file is written: there is one writer at a time. */
    private HistoryLine last;

    private long length;
    private @Nullable Instant oldest;
    private StoreFiles.@Nullable Output out;
    private boolean closed;

    private FileHistory(StoreFiles files, Limits limits) throws IOException {
        this.files = files;
        this.limits = limits;
        if (!files.list().contains(FILE)) {
            files.publish(FILE, new byte[0]);
        }
        HistoryLines.Last found = HistoryLines.lastOf(files.path(FILE));
        this.last = goOnFrom(found.text());
        this.length = found.length();
        this.oldest = firstTime();
        this.out = files.append(FILE, length);
    }

    /** The chain goes on from what stands there; whether that is true is for {@link #check} to say. */
    private static HistoryLine goOnFrom(String text) {
        HistoryLine line = HistoryLine.parse(text);
        if (line == null && !text.isEmpty()) {
            LOG.warn("The last line of the history is none that was written; a new chain begins after it.");
        }
        return line == null ? HistoryLine.NONE : line;
    }

    /**
     * Opens the history of a directory, making both when they are missing.
     *
     * @throws BitsException when it cannot be read or written
     */
    public static FileHistory open(Path directory, Limits limits) {
        try {
            return open(DirectoryFiles.in(directory), limits);
        } catch (IOException e) {
            throw new BitsException(
                    ErrorCode.E_ACCESSDENIED,
                    "The history in " + directory + " cannot be opened: " + e
                            + ". Check the rights and the free space of that directory",
                    e);
        }
    }

    static FileHistory open(StoreFiles files, Limits limits) throws IOException {
        return new FileHistory(files, limits);
    }

    @Override
    public synchronized void append(HistoryEntry entry) {
        if (closed) {
            LOG.warn("The end of the job {} came after the history was closed and is missing there.", entry.job());
            return;
        }
        try {
            if (out == null) {
                out = files.append(FILE, length); // What a failed write left behind goes.
            }
            HistoryLine line = HistoryLine.after(last, entry);
            byte[] bytes = line.toBytes();
            out.write(ByteBuffer.wrap(bytes));
            out.force();
            last = line;
            length += bytes.length;
            oldest = oldest == null ? entry.time() : oldest;
            cutWhenDue(entry.time());
        } catch (IOException e) {
            LOG.error("The history could not be written; the end of the job {} may be missing there.", entry.job(), e);
            closeOutput();
        }
    }

    private void cutWhenDue(Instant now) {
        boolean tooOld = oldest != null && oldest.isBefore(now.minus(limits.age));
        if (length <= limits.bytes && !tooOld) {
            return;
        }
        closeOutput();
        try {
            cut(now);
        } catch (IOException e) {
            LOG.warn("Old lines of the history could not be cut off; that is tried again at the next.", e);
        }
    }

    /** Copies what stays. The newest line always does, so that the chain goes on from a line that is there. */
    private void cut(Instant now) throws IOException {
        long tooMany = length > limits.bytes ? length - limits.bytes / 4 * 3 : 0;
        Instant tooOld = now.minus(limits.age);
        String temporary = FILE + StoreFiles.TEMPORARY;
        long read = 0;
        long written = 0;
        Instant first = null;
        HistoryLine dropped = null;
        try (HistoryLines in = lines();
                StoreFiles.Output copy = files.create(temporary)) {
            for (String text = in.next(); text != null; text = in.next()) {
                HistoryLine line = HistoryLine.parse(text);
                byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
                boolean goes = written == 0 && (read < tooMany || isOld(line, tooOld));
                read += bytes.length;
                if (goes && read < length) {
                    dropped = line == null ? dropped : line;
                    continue;
                }
                if (written == 0 && dropped != null) {
                    written += write(copy, HistoryLine.cut(dropped, now).toBytes());
                }
                first = first == null && line != null ? line.time() : first;
                written += write(copy, bytes);
            }
            copy.force();
        }
        files.rename(temporary, FILE);
        length = written;
        oldest = first;
        files.forceDirectory();
    }

    /** A line that tells no time stands for lines that are cut, and goes with the next. */
    private static boolean isOld(@Nullable HistoryLine line, Instant tooOld) {
        Instant time = line == null ? null : line.time();
        return time == null || time.isBefore(tooOld);
    }

    private static int write(StoreFiles.Output out, byte[] bytes) throws IOException {
        out.write(ByteBuffer.wrap(bytes));
        return bytes.length;
    }

    /** Other limits from the next entry on. */
    public synchronized void keep(Limits changed) {
        limits = changed;
    }

    @Override
    public List<HistoryEntry> newest(int most, @Nullable String owner) {
        Deque<String> lines = new ArrayDeque<>();
        long characters = 0;
        String mark = owner == null ? "" : HistoryLine.markOf(owner);
        try (HistoryLines in = lines()) {
            for (String line = in.next(); line != null; line = in.next()) {
                if (!line.contains(mark)) {
                    continue;
                }
                lines.addFirst(line);
                characters += line.length();
                while (lines.size() > most || (characters > MOST_CHARACTERS && lines.size() > 1)) {
                    characters -= lines.removeLast().length();
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        List<HistoryEntry> entries = new ArrayList<>();
        for (String text : lines) {
            HistoryLine line = HistoryLine.parse(text);
            HistoryEntry entry = line == null ? null : line.entry();
            if (entry != null && (owner == null || owner.equals(entry.owner()))) {
                entries.add(entry);
            }
        }
        return entries;
    }

    @Override
    public HistoryCheck check() {
        HistoryLine previous = HistoryLine.NONE;
        long lines = 0;
        try (HistoryLines in = lines()) {
            for (String text = in.next(); text != null; text = in.next()) {
                HistoryLine line = HistoryLine.parse(text);
                if (line == null || !(line.follows(previous) || (lines == 0 && line.isCut()))) {
                    return new HistoryCheck(lines, wrong(lines + 1, line, previous));
                }
                previous = line;
                lines++;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return new HistoryCheck(lines, null);
    }

    private String wrong(long at, @Nullable HistoryLine line, HistoryLine previous) {
        String where = "Line " + at + " of " + files.path(FILE);
        if (line == null) {
            return where + " is no line of a history";
        }
        return line.number() == previous.number() + 1
                ? where + " does not have the hash it tells: it, or the line before it, was changed"
                : where + " has the number " + line.number() + " where " + (previous.number() + 1) + " belongs";
    }

    private BitsException unreadable(IOException e) {
        return new BitsException(
                ErrorCode.ERROR_READ_FAULT, "The history " + files.path(FILE) + " cannot be read: " + e, e);
    }

    private @Nullable Instant firstTime() throws IOException {
        try (HistoryLines in = lines()) {
            for (String text = in.next(); text != null; text = in.next()) {
                HistoryLine line = HistoryLine.parse(text);
                Instant time = line == null ? null : line.time();
                if (time != null) {
                    return time;
                }
            }
            return null;
        }
    }

    private synchronized HistoryLines lines() throws IOException {
        return HistoryLines.of(files.path(FILE), length);
    }

    private void closeOutput() {
        StoreFiles.Output open = out;
        out = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.warn("The history file could not be closed.", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeOutput();
    }
}
