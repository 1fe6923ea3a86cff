package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** .NET's StringBuilder. Public because scripts call it by name. */
public final class TextBuilder {

    private final StringBuilder text;

    TextBuilder(String start) {
        text = new StringBuilder(start);
    }

    public TextBuilder append(@Nullable Object value) {
        text.append(Conversion.toText(value));
        return this;
    }

    public TextBuilder appendLine() {
        text.append(System.lineSeparator());
        return this;
    }

    public TextBuilder appendLine(@Nullable Object value) {
        return append(value).appendLine();
    }

    public TextBuilder clear() {
        text.setLength(0);
        return this;
    }

    public int getLength() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
