package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.NetNamed;

/** .NET's BinaryWriter: what {@link BinaryIn} reads. Public because scripts call it by name. */
public final class BinaryOut implements NetNamed {

    private final NetStream stream;
    private final Charset charset;

    BinaryOut(NetStream stream, Charset charset) {
        this.stream = stream;
        this.charset = charset;
    }

    @Override
    public String netName() {
        return "System.IO.BinaryWriter";
    }

    public NetStream getBaseStream() {
        return stream;
    }

    /** A number by its own size, an array of bytes as it is, a text after its length in bytes. */
    public void write(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            byte[] bytes = text.toString().getBytes(charset);
            int length = bytes.length;
            while (length > 0x7f) {
                put((byte) (length | 0x80));
                length >>>= 7;
            }
            put((byte) length);
            put(bytes);
        } else if (value instanceof Character || Conversion.isMany(value) && isText(value)) {
            StringBuilder text = new StringBuilder();
            Conversion.enumerate(value).forEach(text::append);
            put(text.toString().getBytes(charset));
        } else if (Conversion.isMany(value)) {
            put(TextTypes.bytes(value));
        } else {
            put(BitsType.binary(value));
        }
    }

    private static boolean isText(@Nullable Object many) {
        List<@Nullable Object> all = Conversion.enumerate(many);
        return !all.isEmpty() && all.get(0) instanceof Character;
    }

    /** A part of an array of bytes. */
    public void write(List<Object> buffer, int offset, int count) {
        stream.write(buffer, offset, count);
    }

    private void put(byte... bytes) {
        try {
            stream.output().write(bytes);
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    public long seek(int offset, Object origin) {
        return stream.seek(offset, origin);
    }

    public void flush() {
        stream.flush();
    }

    public void close() {
        stream.close();
    }

    public void dispose() {
        close();
    }
}
