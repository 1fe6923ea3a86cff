package org.openbits.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One upload, as it lies on the disk:
 *
 * <pre>
 * .bits-sessions/3f0c.../session   owner, path, total, stage, forced, boot, reply token and address (a properties file)
 *                       /data      the bytes received so far, in order
 *                       /reply     what the server application answered
 * </pre>
 *
 * <p>What makes recovery possible: {@code session} is replaced as a whole; {@code forced} never names a byte that the disk
 * lacks. After the crash of the server the length of {@code data} counts, after one of the machine only {@code forced} does:
 * the client is then told to send the rest again. The stage PUBLISHING is saved before the file gets its name, so a crash on
 * either side of that is seen. Guarded by {@link #lock}; one request at a time holds it.
 */
final class UploadSession {

    /** The stages of [MC-BUP] 3.2.1.1; NOTIFY needs none of its own, as a crash in it is the same as RECEIVING. */
    enum Stage {
        RECEIVING,
        PUBLISHING,
        /** The file is where it belongs; the last answer is given again to who asks again. */
        DONE
    }

    private static final long FORCE_BYTES = 64L << 20;

    final ReentrantLock lock = new ReentrantLock();
    private final Path directory;
    private final Properties facts = new Properties();
    private final String boot;
    private @Nullable FileChannel channel;
    private long received;
    /** Ends the request that holds the lock; its client has come back on another connection. */
    private volatile @Nullable Runnable abort;

    private volatile long touchedMillis;

    private UploadSession(Path directory, String boot, long now) {
        this.directory = directory;
        this.boot = boot;
        this.touchedMillis = now;
    }

    static UploadSession create(Path directory, String boot, String owner, String path, String token, long now)
            throws IOException {
        UploadSession session = new UploadSession(directory, boot, now);
        Files.createDirectory(directory);
        session.facts.setProperty("owner", owner);
        session.facts.setProperty("path", path);
        session.facts.setProperty("token", token);
        session.facts.setProperty("stage", Stage.RECEIVING.name());
        Files.createFile(session.data());
        session.save();
        return session;
    }

    /** @throws IOException when what lies there is no whole session */
    static UploadSession load(Path directory, String boot) throws IOException {
        Path file = directory.resolve("session");
        UploadSession session = new UploadSession(
                directory, boot, Files.getLastModifiedTime(file).toMillis());
        session.facts.load(new StringReader(Files.readString(file)));
        for (String name : new String[] {"owner", "path", "token", "stage"}) {
            if (session.facts.getProperty(name) == null) {
                throw new IOException(file + " has no " + name);
            }
        }
        if (session.stage() == Stage.RECEIVING) {
            session.received = Files.size(session.data());
            if (!boot.equals(session.facts.getProperty("boot"))) {
                session.distrust();
            }
            session.touchedMillis = Math.max(
                    session.touchedMillis,
                    Files.getLastModifiedTime(session.data()).toMillis());
        }
        return session;
    }

    /** The machine went down since: only what was forced is surely there. The rest goes before the new boot is saved. */
    private void distrust() throws IOException {
        received = Math.min(received, forced());
        open();
        force();
    }

    String owner() {
        return facts.getProperty("owner");
    }

    String path() {
        return facts.getProperty("path");
    }

    /** Names the reply; not the session's id, which is worth more. */
    String token() {
        return facts.getProperty("token");
    }

    Stage stage() {
        return Stage.valueOf(facts.getProperty("stage"));
    }

    Path data() {
        return directory.resolve("data");
    }

    Path reply() {
        return directory.resolve("reply");
    }

    /** Where the next byte goes. */
    long received() {
        return received;
    }

    /** The size of the file, or -1 before the first fragment. */
    long total() {
        return Long.parseLong(facts.getProperty("total", "-1"));
    }

    @Nullable
    String replyUrl() {
        return facts.getProperty("replyUrl");
    }

    private long forced() {
        return Long.parseLong(facts.getProperty("forced", "0"));
    }

    /** Takes the session for a request, from one that still waits for bytes of a connection long gone if need be. */
    boolean take(Runnable abortion) throws InterruptedException {
        if (!lock.tryLock()) {
            Runnable other = abort;
            if (other != null) {
                other.run();
            }
            if (!lock.tryLock(20, java.util.concurrent.TimeUnit.SECONDS)) {
                return false;
            }
        }
        abort = abortion;
        return true;
    }

    /** From here on the request cannot be stopped: it publishes. */
    void shield() {
        abort = null;
    }

    void give(long now) {
        abort = null;
        touchedMillis = now;
        lock.unlock();
    }

    long touchedMillis() {
        return touchedMillis;
    }

    void total(long total) throws IOException {
        facts.setProperty("total", Long.toString(total));
        save();
    }

    /** Appends; the caller has seen to the order. */
    void append(ByteBuffer bytes) throws IOException {
        FileChannel open = open();
        while (bytes.hasRemaining()) {
            received += open.write(bytes, received);
        }
        if (received - forced() >= FORCE_BYTES) {
            force();
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(data(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            channel = open;
            if (open.size() > received) {
                open.truncate(received);
            }
        }
        return open;
    }

    /** Makes the disk hold all that was received, and then says so. */
    void force() throws IOException {
        try {
            open().force(false);
        } catch (IOException e) {
            // What the system could not write it may forget, and say that all is well the next time.
            received = forced();
            closeChannel();
            throw e;
        }
        facts.setProperty("forced", Long.toString(received));
        save();
    }

    /** The reply's address goes into the next record, so that a crash while the file gets its name does not lose it. */
    void answered(@Nullable String replyUrl) {
        if (replyUrl == null) {
            facts.remove("replyUrl");
        } else {
            facts.setProperty("replyUrl", replyUrl);
        }
    }

    /** The application forbade it: it is not asked again. */
    void forbidden(int code) throws IOException {
        facts.setProperty("forbidden", Integer.toHexString(code));
        save();
    }

    /** What the application forbade it with, or 0. */
    int forbidden() {
        return Integer.parseUnsignedInt(facts.getProperty("forbidden", "0"), 16);
    }

    /** Ends with a result that stays until the session is closed. */
    void done() throws IOException {
        facts.setProperty("stage", Stage.DONE.name());
        closeChannel();
        save();
    }

    /**
     * Gives the file its name, forced, at once and whole. Where an upload may not replace, a hard link does it, which refuses
     * what exists and never shows an empty file. Java links by whole paths only; where others could bend the path, the name
     * is taken first and the file moved over that.
     *
     * @throws FileAlreadyExistsException when there is one and it must stay
     */
    void publish(ServedDirectory served, Path place, boolean mayReplace) throws IOException {
        boolean takesName = !mayReplace && !served.isOursAlone(place);
        facts.setProperty("stage", Stage.PUBLISHING.name());
        facts.setProperty("takesName", Boolean.toString(takesName));
        save();
        closeChannel();
        try {
            if (mayReplace) {
                served.replace(data(), place);
            } else if (takesName) {
                served.moveToFree(data(), place);
            } else {
                link(served, place);
            }
        } catch (IOException e) {
            facts.setProperty("stage", Stage.RECEIVING.name());
            save();
            throw e;
        }
        forceDirectory(place.getParent());
    }

    private void link(ServedDirectory served, Path place) throws IOException {
        try {
            Files.createLink(place, data());
        } catch (UnsupportedOperationException e) {
            served.moveToFree(data(), place);
            return;
        }
        Files.delete(data());
    }

    /** After a crash in {@link #publish}: whether the name is taken, but by an empty file still. */
    boolean hasTakenName(ServedDirectory served, Path place) {
        try {
            return Boolean.parseBoolean(facts.getProperty("takesName"))
                    && served.version(place).size() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** After a crash in {@link #publish}: whether the file has its name. */
    boolean isPublished(Path place) throws IOException {
        return !Files.exists(data())
                || (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(place, data()));
    }

    /** After a crash in {@link #publish} before the file got its name. */
    void unpublished() throws IOException {
        facts.setProperty("stage", Stage.RECEIVING.name());
        received = Files.size(data());
        save();
    }

    /** Lets go of the file; the next fragment opens it again. */
    void closeChannel() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    private void save() throws IOException {
        facts.setProperty("boot", boot);
        StringWriter text = new StringWriter();
        facts.store(text, null);
        Path next = directory.resolve("session.new");
        try (FileChannel file = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(
                next,
                directory.resolve("session"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(directory);
    }

    private static void forceDirectory(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (IOException e) {
            return; // not every platform opens directories
        }
    }

    /** Deletes it with all that it holds. */
    void delete() throws IOException {
        closeChannel();
        delete(directory);
    }

    static void delete(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Files.deleteIfExists(entry);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(directory);
    }
}
