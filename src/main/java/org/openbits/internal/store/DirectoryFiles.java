package org.openbits.internal.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a real directory. */
final class DirectoryFiles implements StoreFiles {

    private final Path directory;
    private final boolean posix;

    private DirectoryFiles(Path directory) {
        this.directory = directory;
        this.posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Opens a directory; when it is missing it is made, durably and for its owner only, with those above it. */
    static DirectoryFiles in(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath();
        DirectoryFiles files = new DirectoryFiles(absolute);
        Path parent = absolute.getParent();
        if (!Files.isDirectory(absolute) && parent != null) {
            DirectoryFiles above = in(parent);
            Files.createDirectories(absolute, files.rights("rwx------"));
            above.forceDirectory();
        }
        return files;
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }

    @Override
    public Output create(String name) throws IOException {
        return new ChannelOutput(
                FileChannel.open(path(name), Set.of(CREATE, WRITE, TRUNCATE_EXISTING), rights("rw-------")));
    }

    @Override
    public Output append(String name, long length) throws IOException {
        FileChannel channel = FileChannel.open(path(name), WRITE);
        if (channel.size() > length) {
            channel.truncate(length);
            channel.force(true);
        }
        channel.position(length);
        return new ChannelOutput(channel);
    }

    @Override
    public void force(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(path(name), WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(path(from), path(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    @Override
    public void forceDirectory() throws IOException {
        if (!posix) {
            return; // Windows opens no directory as a file; NTFS journals names by itself.
        }
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    @Override
    public Path path(String name) {
        return directory.resolve(name);
    }

    private FileAttribute<?>[] rights(String rights) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private record ChannelOutput(FileChannel channel) implements Output {

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
