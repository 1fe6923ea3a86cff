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
 * What the disk holds of an unfinished file, and of which version. Never names a byte that was not forced.
 *
 * <pre>
 * version   1 byte, 1
 * validator flag byte, then etag, lastModified (flag byte + modified UTF-8 each), lengthBytes (8)
 * held      count (4), then for each range its start (8) and end (8), ascending, not touching
 * </pre>
 *
 * @param validator the version, or null when the server named none (then nothing can be resumed)
 * @param held ranges of the local file that are there, ascending, disjoint, not touching
 */
public record Checkpoint(@Nullable Validator validator, List<Range> held) {

    private static final int VERSION = 1;

    public Checkpoint {
        held = List.copyOf(held);
    }

    /** Bytes from {@code start} up to but without {@code end}. */
    public record Range(long start, long end) {}

    /** How many bytes are there. */
    public long heldBytes() {
        return held.stream().mapToLong(range -> range.end() - range.start()).sum();
    }

    /** The form in the store. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #toBytes} wrote. */
    public static Checkpoint fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IOException("checkpoint of version " + version);
            }
            Validator validator = in.readBoolean() ? new Validator(readText(in), readText(in), in.readLong()) : null;
            int count = in.readInt();
            List<Range> held = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                held.add(new Range(in.readLong(), in.readLong()));
            }
            return new Checkpoint(validator, held);
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
