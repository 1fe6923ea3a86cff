package org.openbits.shell.pipeline;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** .NET's Encoding. Public because scripts call it by name. */
public final class TextEncoding {

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }

    public List<@Nullable Object> getBytes(String text) {
        return TextTypes.bytes(text.getBytes(charset));
    }

    public String getString(Object bytes) {
        return new String(TextTypes.bytes(bytes), charset);
    }

    /** A part of the bytes. */
    public String getString(Object bytes, int from, int count) {
        return new String(TextTypes.bytes(bytes), from, count, charset);
    }

    public int getByteCount(String text) {
        return text.getBytes(charset).length;
    }

    public String getEncodingName() {
        return charset.displayName(java.util.Locale.ROOT);
    }

    public List<@Nullable Object> getPreamble() {
        return TextTypes.bytes(new byte[0]);
    }

    public String getWebName() {
        return charset.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return charset.name();
    }
}
