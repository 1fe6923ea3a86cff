package org.openbits.internal.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.Validator;

/** An open local file. Its version is its length and time; both are looked at again when it ends. */
final class LocalSource implements DownloadSource {

    private final String remoteName;
    private final Path path;
    private final FileChannel channel;
    private final BasicFileAttributes attributes;
    private final Validator version;
    private final long offset;
    private final long end;
    private long position;

    LocalSource(DownloadRequest request, Path path, FileChannel channel, BasicFileAttributes attributes, long offset) {
        this.remoteName = request.remoteName();
        this.path = path;
        this.channel = channel;
        this.attributes = attributes;
        this.version = versionOf(attributes);
        this.offset = Math.min(offset, attributes.size());
        this.end = request.end() == DownloadRequest.TO_END
                ? attributes.size()
                : Math.min(request.end(), attributes.size());
        this.position = this.offset;
    }

    static Validator versionOf(BasicFileAttributes attributes) {
        return new Validator(null, attributes.lastModifiedTime().toInstant().toString(), attributes.size());
    }

    @Override
    public int read(ByteBuffer buffer) throws TransferException {
        int wanted = (int) Math.min(buffer.remaining(), end - position);
        if (wanted <= 0) {
            return -1;
        }
        try {
            ByteBuffer part = buffer.slice().limit(wanted);
            int count = channel.read(part, position);
            requireSameVersion();
            if (count < 0) {
                throw changed();
            }
            buffer.position(buffer.position() + count);
            position += count;
            return count;
        } catch (IOException e) {
            throw LocalProtocol.verdict(e, path);
        }
    }

    /** A file that is written while it is read must not become a mixture. */
    private void requireSameVersion() throws IOException, TransferException {
        if (!versionOf(Files.readAttributes(path, BasicFileAttributes.class)).equals(version)) {
            throw changed();
        }
    }

    private TransferException changed() {
        return new TransferException(
                ErrorCode.BG_E_REMOTE_FILE_CHANGED,
                ErrorContext.REMOTE_FILE,
                Severity.TRANSIENT,
                path + " changed while it was read; it will be read from the start",
                null);
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long totalBytes() {
        return attributes.size();
    }

    @Override
    public Validator validator() {
        return version;
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    @Override
    public String remoteName() {
        return remoteName;
    }

    @Override
    public Instant lastModified() {
        return attributes.lastModifiedTime().toInstant();
    }

    @Override
    public List<String> responseHeaders() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
