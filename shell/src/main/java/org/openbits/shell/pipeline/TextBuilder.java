package org.openbits.shell.pipeline;

import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Formats;

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

    public TextBuilder appendFormat(@Nullable Object format, @Nullable Object first) {
        return append(Formats.composite(Conversion.toText(format), Collections.singletonList(first)));
    }

    public TextBuilder appendFormat(@Nullable Object format, @Nullable Object first, @Nullable Object second) {
        return append(Formats.composite(Conversion.toText(format), Arrays.asList(first, second)));
    }

    public TextBuilder insert(int at, @Nullable Object value) {
        text.insert(at, Conversion.toText(value));
        return this;
    }

    public TextBuilder remove(int from, int length) {
        text.delete(from, from + length);
        return this;
    }

    public TextBuilder replace(@Nullable Object what, @Nullable Object by) {
        String replaced = text.toString().replace(Conversion.toText(what), Conversion.toText(by));
        text.setLength(0);
        text.append(replaced);
        return this;
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
