package org.openbits.internal.wire;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Between a line of JSON and plain values: {@link Fields}, List, String, Long, Double, Boolean, null. {@link Raw} is text
 * that is JSON already.
 */
final class Json {

    /** Deeper than any message of ours, shallow enough that hostile nesting cannot exhaust the stack. */
    private static final int DEEPEST = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LineChannel.LONGEST_LINE)
                    .maxNumberLength(32)
                    .build())
            .build();

    private Json() {}

    /** JSON text to be copied as it is. */
    record Raw(CharSequence text) {}

    /** One line of JSON, without its end. */
    static String write(@Nullable Object value) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(out, value);
        }
        return text.toString();
    }

    /**
     * Writes a list in pages: each but the last goes to {@code full} as soon as it is longer than {@code pageChars}.
     *
     * @return the last page
     */
    static Raw pages(List<Fields> items, int pageChars, Message.LineSink full) throws IOException {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartArray();
            for (Fields item : items) {
                if (text.getBuffer().length() > pageChars) {
                    full.accept(list(text));
                    text.getBuffer().setLength(0);
                }
                write(out, item);
                out.flush();
            }
            return new Raw(list(text));
        }
    }

    /** The items of one generator's list so far; each page begins with the bracket or the comma before its items. */
    private static String list(StringWriter text) {
        return "[" + (text.getBuffer().length() == 0 ? "" : text.getBuffer().substring(1)) + "]";
    }

    private static void write(JsonGenerator out, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Raw raw) {
            out.writeRawValue(raw.text().toString());
        } else if (value instanceof Fields fields) {
            writeMap(out, fields.values());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(out, map);
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(item -> write(out, item));
            out.writeEndArray();
        } else {
            throw new IllegalArgumentException("no JSON form for a " + value.getClass());
        }
    }

    private static void writeMap(JsonGenerator out, Map<?, ?> map) {
        out.writeStartObject();
        map.forEach((name, value) -> {
            out.writeName((String) name);
            write(out, value);
        });
        out.writeEndObject();
    }

    /**
     * Reads one JSON object.
     *
     * @throws MalformedMessageException when the text is anything else; the message never quotes the text, which may
     *     hold a password
     */
    static Fields read(String line) throws MalformedMessageException {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedMessageException("a line must be one JSON object");
            }
            Fields fields = readObject(in);
            if (in.nextToken() != null) {
                throw new MalformedMessageException("text after the end of the JSON object");
            }
            return fields;
        } catch (JacksonException e) {
            // Without its message: that may quote the text.
            throw new MalformedMessageException("malformed JSON");
        }
    }

    private static Fields readObject(JsonParser in) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            values.put(name, readValue(in));
        }
        return new Fields(values);
    }

    private static @Nullable Object readValue(JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> readObject(in);
            case START_ARRAY -> readArray(in);
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static List<@Nullable Object> readArray(JsonParser in) {
        List<@Nullable Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(readValue(in));
        }
        return items;
    }
}
