package org.openbits.internal.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Real files that die at a chosen operation: it and all later ones fail, a write after half of its bytes. A force is only
 * remembered, so that what a crash at that point leaves behind can be laid out.
 */
final class CrashingFiles implements StoreFiles {

    /** What is left of names and bytes that were not forced. */
    enum Crash {
        /** The process is killed: all of it. */
        KILLED,
        /** The power is lost: nothing of it. */
        POWER_LOST,
        /** The power is lost: the names, and half of the bytes. */
        POWER_LOST_HALF_WRITTEN,
        /** The power is lost: the names, and zeros in place of the bytes. */
        POWER_LOST_ZEROED,
        /** The power is lost: the bytes, but not the names. */
        POWER_LOST_NAMES_LOST,
        /** The power is lost: the bytes and what was removed, but not the new names. */
        POWER_LOST_NEW_NAMES_LOST
    }

    private static final class Content {
        private byte[] written = new byte[0];
        private byte[] forced = new byte[0];
    }

    private final DirectoryFiles files;
    private final Path directory;
    private final Map<String, Content> names = new TreeMap<>();
    private Map<String, Content> forcedNames = new TreeMap<>();
    private final List<String> operations = new ArrayList<>();
    private final Consumer<String> before;
    private boolean dead;

    /** @param before told of each operation before it happens; to crash there it throws {@link Crashed}, to fail there once an
     *     {@link UncheckedIOException} */
    CrashingFiles(Path directory, Consumer<String> before) throws IOException {
        this.files = DirectoryFiles.in(directory);
        this.directory = directory;
        this.before = before;
        for (String name : files.list()) {
            Content content = new Content();
            content.written = files.read(name);
            content.forced = content.written;
            names.put(name, content);
        }
        forcedNames.putAll(names);
    }

    /** Crashes at the n-th operation, counted from 1. */
    static CrashingFiles at(int operation, Path directory) throws IOException {
        int[] count = {0};
        return new CrashingFiles(directory, what -> {
            if (++count[0] == operation) {
                throw new Crashed(what);
            }
        });
    }

    static final class Crashed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crashed(String operation) {
            super(operation);
        }
    }

    /** What was done, the operation that crashed last. */
    synchronized List<String> operations() {
        return List.copyOf(operations);
    }

    synchronized boolean isDead() {
        return dead;
    }

    /** Lays out in an empty directory what is there after the crash. */
    synchronized void layOut(Crash crash, Path target) throws IOException {
        Files.createDirectories(target);
        for (Map.Entry<String, Content> entry : namesLeft(crash).entrySet()) {
            Files.write(target.resolve(entry.getKey()), left(crash, entry.getValue()));
        }
        boolean keepNames = namesLeft(crash) == names;
        for (String name : files.list()) {
            if (keepNames && !names.containsKey(name)) {
                Content writtenByMapDb = new Content();
                writtenByMapDb.written = files.read(name);
                Files.write(target.resolve(name), left(crash, writtenByMapDb));
            }
        }
    }

    private Map<String, Content> namesLeft(Crash crash) {
        return switch (crash) {
            case KILLED, POWER_LOST_HALF_WRITTEN, POWER_LOST_ZEROED -> names;
            case POWER_LOST, POWER_LOST_NAMES_LOST -> forcedNames;
            case POWER_LOST_NEW_NAMES_LOST -> {
                Map<String, Content> left = new TreeMap<>(forcedNames);
                left.keySet().retainAll(names.keySet());
                yield left;
            }
        };
    }

    private static byte[] left(Crash crash, Content content) {
        byte[] forced = content.forced;
        byte[] written = content.written;
        return switch (crash) {
            case KILLED, POWER_LOST_NAMES_LOST, POWER_LOST_NEW_NAMES_LOST -> written;
            case POWER_LOST -> forced;
            case POWER_LOST_HALF_WRITTEN ->
                Arrays.copyOf(written, forced.length + (Math.max(0, written.length - forced.length)) / 2);
            case POWER_LOST_ZEROED -> Arrays.copyOf(forced, Math.max(forced.length, written.length));
        };
    }

    private synchronized void operation(String what) throws IOException {
        if (dead) {
            throw new IOException("dead before: " + what);
        }
        operations.add(what);
    }

    /** Runs the hook outside of the monitor, as it may block. */
    private void enter(String what) throws IOException {
        operation(what);
        try {
            before.accept(what);
        } catch (Crashed e) {
            synchronized (this) {
                dead = true;
            }
            throw new IOException("crashed at: " + what);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<String> list() throws IOException {
        return files.list();
    }

    @Override
    public byte[] read(String name) throws IOException {
        return files.read(name);
    }

    @Override
    public Output create(String name) throws IOException {
        enter("create " + name);
        synchronized (this) {
            Content content = new Content();
            names.put(name, content);
            return new RecordedOutput(name, files.create(name), content);
        }
    }

    @Override
    public Output append(String name, long length) throws IOException {
        enter("append " + name);
        synchronized (this) {
            Content content = content(name);
            content.written = Arrays.copyOf(content.written, (int) length);
            content.forced = Arrays.copyOf(content.forced, (int) Math.min(content.forced.length, length));
            return new RecordedOutput(name, files.append(name, length), content);
        }
    }

    @Override
    public void force(String name) throws IOException {
        synchronized (this) {
            Content content = names.computeIfAbsent(name, any -> new Content());
            content.written = files.read(name);
        }
        enter("force " + name);
        synchronized (this) {
            content(name).forced = content(name).written;
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        enter("rename " + from + " " + to);
        synchronized (this) {
            files.rename(from, to);
            names.put(to, content(from));
            names.remove(from);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        enter("delete " + name);
        synchronized (this) {
            files.delete(name);
            names.remove(name);
        }
    }

    @Override
    public void forceDirectory() throws IOException {
        enter("force directory");
        synchronized (this) {
            forcedNames = new TreeMap<>(names);
        }
    }

    @Override
    public Path path(String name) {
        return directory.resolve(name);
    }

    private Content content(String name) {
        Content content = names.get(name);
        if (content == null) {
            throw new UncheckedIOException(new IOException("no file " + name));
        }
        return content;
    }

    private final class RecordedOutput implements Output {

        private final String name;
        private final Output output;
        private final Content content;

        RecordedOutput(String name, Output output, Content content) {
            this.name = name;
            this.output = output;
            this.content = content;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            try {
                enter("write " + name);
            } catch (IOException e) {
                if (!e.getMessage().startsWith("dead")) {
                    append(Arrays.copyOf(all, all.length / 2));
                }
                throw e;
            }
            append(all);
        }

        private void append(byte[] bytes) throws IOException {
            synchronized (CrashingFiles.this) {
                output.write(ByteBuffer.wrap(bytes));
                ByteArrayOutputStream next = new ByteArrayOutputStream();
                next.writeBytes(content.written);
                next.writeBytes(bytes);
                content.written = next.toByteArray();
            }
        }

        @Override
        public void force() throws IOException {
            enter("force " + name);
            synchronized (CrashingFiles.this) {
                content.forced = content.written;
            }
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
