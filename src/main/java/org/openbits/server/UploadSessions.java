package org.openbits.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All uploads under way, found again after a restart. Their directory is locked: two servers that take uploads never share
 * one. Thread-safe.
 */
final class UploadSessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSessions.class);
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path room;
    private final ServedDirectory served;
    private final ServerSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final String boot;
    private final FileChannel lockFile;
    private final Map<String, UploadSession> byId = new ConcurrentHashMap<>();

    /** @throws IOException when the directory cannot be written, or another server has it */
    UploadSessions(ServedDirectory served, ServerSettings settings, Clock clock) throws IOException {
        this.served = served;
        this.settings = settings;
        this.clock = clock;
        this.room = served.root().resolve(RequestPath.OWN);
        // Without a name for this start of the machine a crash of the server is taken for one of the machine.
        this.boot = Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : id();
        makeRoom();
        this.lockFile = lock();
        try {
            load();
        } catch (IOException e) {
            lockFile.close();
            throw e;
        }
    }

    private void makeRoom() throws IOException {
        try {
            if (Files.getFileStore(served.root()).supportsFileAttributeView("posix")) {
                Files.createDirectory(
                        room, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(room);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(room, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(room + " is no directory; remove it to take uploads here", e);
            }
        }
    }

    private FileChannel lock() throws IOException {
        FileChannel file = FileChannel.open(room.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null; // a server of this very process
        }
        if (lock == null) {
            file.close();
            throw new IOException("Another server takes uploads in " + served.root()
                    + "; stop it (Get-BitsServer, Stop-BitsServer), or serve another directory");
        }
        return file;
    }

    private void load() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(room)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    load(entry);
                }
            }
        }
    }

    private void load(Path entry) throws IOException {
        try {
            UploadSession session = UploadSession.load(entry, boot);
            if (session.stage() == UploadSession.Stage.PUBLISHING) {
                finish(session);
            }
            byId.put(String.valueOf(entry.getFileName()), session);
        } catch (IOException | IllegalArgumentException e) {
            // Its client is told that the session is not known, and begins again.
            LOG.warn("Dropped the unfinished upload in {}: {}", entry, e.getMessage());
            UploadSession.delete(entry);
        }
    }

    private void finish(UploadSession session) throws IOException {
        RequestPath path = RequestPath.of(session.path());
        Path place = path == null ? null : served.place(path);
        if (place != null && session.isPublished(place)) {
            Files.deleteIfExists(session.data());
            session.done();
        } else if (place != null && session.hasTakenName(served, place)) {
            served.replace(session.data(), place);
            session.done();
        } else {
            session.unpublished();
        }
    }

    /**
     * A new session.
     *
     * @return its id
     * @throws Refusal when there are too many
     */
    String create(String owner, String path) throws Refusal, IOException {
        synchronized (byId) {
            long own = byId.values().stream()
                    .filter(each -> each.owner().equals(owner))
                    .count();
            if (own >= settings.get(ServerSetting.SESSIONS_PER_CLIENT)
                    || byId.size() >= settings.get(ServerSetting.MAXIMUM_SESSIONS)) {
                throw Refusal.of(503, Refusal.BUSY);
            }
            String id = id();
            byId.put(id, UploadSession.create(room.resolve(id), boot, owner, path, id(), clock.millis()));
            return id;
        }
    }

    /** @throws Refusal "session not found" when there is none of that id, or it belongs to another client or file */
    UploadSession find(@Nullable String id, String owner, String path) throws Refusal {
        if (id == null) {
            throw Refusal.malformed();
        }
        UploadSession session = byId.get(bare(id));
        if (session == null || !session.path().equals(path) || !isOwner(session, owner)) {
            throw Refusal.sessionNotFound();
        }
        return session;
    }

    /** Where nobody logs in the id is the proof: a client's address may change on the way. */
    private static boolean isOwner(UploadSession session, String owner) {
        return session.owner().equals(owner) || (session.owner().startsWith("at ") && owner.startsWith("at "));
    }

    /** The session whose reply that token names, or null. */
    @Nullable
    UploadSession byToken(String token, String owner) {
        for (UploadSession session : byId.values()) {
            if (session.token().equals(token)) {
                return isOwner(session, owner) ? session : null;
            }
        }
        return null;
    }

    /** Deletes it; the caller holds its lock. */
    void remove(String id, UploadSession session) throws IOException {
        byId.remove(bare(id), session);
        session.delete();
    }

    boolean holds(String id, UploadSession session) {
        return byId.get(bare(id)) == session;
    }

    int size() {
        return byId.size();
    }

    /** Deletes the sessions that have seen no progress for too long. */
    void clean() {
        long oldest =
                clock.millis() - settings.get(ServerSetting.SESSION_TIMEOUT).toMillis();
        byId.forEach((id, session) -> {
            if (session.touchedMillis() >= oldest || !session.lock.tryLock()) {
                return;
            }
            try {
                if (session.touchedMillis() < oldest) {
                    remove(id, session);
                }
            } catch (IOException e) {
                LOG.warn("Could not delete the abandoned upload {}: {}", id, e.getMessage());
            } finally {
                session.lock.unlock();
            }
        });
    }

    private static String bare(String id) {
        return id.replaceAll("^\\{|}$", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** 122 bits or more of chance, in the form of a GUID. */
    private String id() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    @Override
    public void close() throws IOException {
        for (UploadSession session : byId.values()) {
            session.lock.lock();
            try {
                session.closeChannel();
            } finally {
                session.lock.unlock();
            }
        }
        lockFile.close();
    }
}
