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

    public String getWebName() {
        return charset.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return charset.name();
    }
}
