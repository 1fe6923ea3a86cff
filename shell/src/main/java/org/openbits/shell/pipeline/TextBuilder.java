package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** One list as the only argument is all of them, as an array is in .NET. */
    public TextBuilder appendFormat(@Nullable Object format, @Nullable Object... values) {
        List<@Nullable Object> all =
                values.length == 1 && values[0] instanceof List<?> list ? new ArrayList<>(list) : Arrays.asList(values);
        return append(Formats.composite(Conversion.toText(format), all));
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
