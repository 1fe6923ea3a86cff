package org.openbits.cmdlets.core;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Formats;
import org.openbits.automation.Members;
import org.openbits.automation.Numbered;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.SecureText;
import org.openbits.automation.Shaped;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes values as JSON, laid out as PowerShell does. */
final class JsonText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final int depth;
    private final boolean compress;
    private final boolean enumsAsStrings;
    private boolean truncated;

    JsonText(int depth, boolean compress, boolean enumsAsStrings) {
        this.depth = depth;
        this.compress = compress;
        this.enumsAsStrings = enumsAsStrings;
    }

    String of(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(new Layout(compress), text)) {
            write(generator, value, 0);
        }
        return text.toString();
    }

    /** Whether something stood deeper than allowed. */
    boolean isTruncated() {
        return truncated;
    }

    private void write(JsonGenerator generator, @Nullable Object value, int level) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number number) {
            writeNumber(generator, number);
        } else if (value instanceof Numbered numbered && !enumsAsStrings) {
            generator.writeNumber(numbered.number());
        } else if (value instanceof Enum<?> constant && !enumsAsStrings) {
            generator.writeNumber(constant.ordinal());
        } else if (isText(value)) {
            generator.writeString(text(value));
        } else if (level > depth) {
            truncated = true;
            generator.writeString(Conversion.toText(value));
        } else if (Conversion.isMany(value)) {
            writeArray(generator, Conversion.enumerate(value), level);
        } else {
            writeObject(generator, value, level);
        }
    }

    private void writeArray(JsonGenerator generator, List<@Nullable Object> elements, int level) {
        generator.writeStartArray();
        for (Object element : elements) {
            write(generator, element, level + 1);
        }
        generator.writeEndArray();
    }

    private void writeObject(JsonGenerator generator, Object value, int level) {
        generator.writeStartObject();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeName(Conversion.toText(entry.getKey()));
                write(generator, entry.getValue(), level + 1);
            }
        } else {
            Object read = value instanceof Shaped shaped ? Members.snapshot(shaped) : value;
            for (String name : Members.names(read)) {
                generator.writeName(name);
                write(generator, Members.getOrNull(read, name), level + 1);
            }
        }
        generator.writeEndObject();
    }

    private static void writeNumber(JsonGenerator generator, Number number) {
        if (number instanceof BigInteger big) {
            generator.writeNumber(big);
        } else if (number instanceof BigDecimal exact) {
            generator.writeNumber(exact);
        } else if (number instanceof Double || number instanceof Float) {
            writeFraction(generator, number.doubleValue());
        } else {
            generator.writeNumber(number.longValue());
        }
    }

    private static void writeFraction(JsonGenerator generator, double value) {
        if (Double.isFinite(value)) {
            String text = Conversion.toText(value);
            generator.writeNumber(text.matches("-?\\d+") ? text + ".0" : text);
        } else {
            generator.writeString(Conversion.toText(value));
        }
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum
                || value instanceof Numbered
                || value instanceof ZonedDateTime
                || value instanceof UUID
                || value instanceof URI
                || value instanceof Path
                || value instanceof ScriptBlock
                || value instanceof SecureText
                || Members.names(value).isEmpty()
                        && !Conversion.isMany(value)
                        && !(value instanceof Map || value instanceof Shaped);
    }

    /** Dates in ISO 8601, with as many digits of a second as there are. */
    private static String text(Object value) {
        if (!(value instanceof ZonedDateTime date)) {
            return Conversion.toText(value);
        }
        String fraction = String.format(Locale.ROOT, "%09d", date.getNano())
                .substring(0, 7)
                .replaceFirst("0+$", "");
        return DATE.format(date) + (fraction.isEmpty() ? "" : "." + fraction) + Formats.apply(date, "%K");
    }

    /** Two blanks for each level, each element on a line, one blank after a colon. */
    private static final class Layout extends ObjectWriteContext.Base {
        private final boolean compress;

        Layout(boolean compress) {
            this.compress = compress;
        }

        @Override
        public @Nullable PrettyPrinter getPrettyPrinter() {
            if (compress) {
                return null;
            }
            DefaultIndenter lines = new DefaultIndenter("  ", System.lineSeparator());
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withArrayIndenter(lines)
                    .withObjectIndenter(lines);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return !compress;
        }
    }
}
