package org.openbits.internal.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.Validator;

/**
 * What the disk holds of an unfinished file, and of which version. Never names a byte that was not forced. Of an upload it
 * is what the server confirmed, and the version is that of the local file.
 *
 * <pre>
 * version   1 byte, 1; of an upload 2
 * validator flag byte, then etag, lastModified (flag byte + modified UTF-8 each), lengthBytes (8)
 * held      count (4), then for each range its start (8) and end (8), ascending, not touching
 * upload    of version 2 only, see {@link UploadLedger}
 * </pre>
 *
 * @param validator the version, or null when the server named none (then nothing can be resumed)
 * @param held ranges of the local file that are there, ascending, disjoint, not touching
 * @param upload where the upload is to be found again; null of a download
 */
public record Checkpoint(
        @Nullable Validator validator,
        List<Range> held,
        @Nullable UploadLedger upload) {

    private static final int DOWNLOAD = 1;
    private static final int UPLOAD = 2;

    public Checkpoint {
        held = List.copyOf(held);
    }

    /** Of a download. */
    public Checkpoint(@Nullable Validator validator, List<Range> held) {
        this(validator, held, null);
    }

    /** Bytes from {@code start} up to but without {@code end}. */
    public record Range(long start, long end) {}

    /** The same for a file that is to be fetched from another address from now on. */
    public Checkpoint elsewhere() {
        return new Checkpoint(validator == null ? null : validator.elsewhere(), held, upload);
    }

    /** How many bytes are there. */
    public long heldBytes() {
        return held.stream().mapToLong(range -> range.end() - range.start()).sum();
    }

    /** The form in the store. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(upload == null ? DOWNLOAD : UPLOAD);
            out.writeBoolean(validator != null);
            if (validator != null) {
                writeText(out, validator.etag());
                writeText(out, validator.lastModified());
                out.writeLong(validator.lengthBytes());
            }
            out.writeInt(held.size());
            for (Range range : held) {
                out.writeLong(range.start());
                out.writeLong(range.end());
            }
            if (upload != null) {
                upload.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #toBytes} wrote. */
    public static Checkpoint fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != DOWNLOAD && version != UPLOAD) {
                throw new IOException("checkpoint of version " + version);
            }
            Validator validator = in.readBoolean() ? new Validator(readText(in), readText(in), in.readLong()) : null;
            int count = in.readInt();
            List<Range> held = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                held.add(new Range(in.readLong(), in.readLong()));
            }
            return new Checkpoint(validator, held, version == UPLOAD ? UploadLedger.read(in) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
