package org.openbits.cmdlets.core;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.TimeKind;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON into values. */
final class JsonValues {

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?");

    private final boolean asTables;
    private final int depth;

    JsonValues(boolean asTables, int depth) {
        this.asTables = asTables;
        this.depth = depth;
    }

    /**
     * The value of a text.
     *
     * @throws JacksonException when it is not JSON
     */
    @Nullable
    Object of(String text) {
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            Object value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new StreamReadException(
                        parser, "Additional text encountered after finished reading JSON content.");
            }
            return value;
        }
    }

    private @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
        if (token == null) {
            throw new StreamReadException(parser, "The text ends too early.");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Object object(JsonParser parser) {
        HashTable table = new HashTable(true);
        CustomObject object = new CustomObject();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Object value = value(parser, parser.nextToken());
            if (asTables) {
                table.put(name, value);
            } else {
                object.add(name, value);
            }
        }
        return asTables ? table : object;
    }

    private List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }

    private static Number integer(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        return number;
    }

    /** A text that is a date in ISO 8601 becomes one, as in PowerShell. */
    private static Object text(String text) {
        if (!DATE.matcher(text).matches()) {
            return text;
        }
        try {
            boolean hasZone = text.endsWith("Z") || text.lastIndexOf(':') > 16 && text.matches(".*[+-]\\d\\d:\\d\\d");
            ZonedDateTime date = hasZone
                    ? OffsetDateTime.parse(text).toZonedDateTime()
                    : LocalDateTime.parse(text).atZone(TimeKind.UNSPECIFIED);
            return text.endsWith("Z") || !hasZone ? date : date.withZoneSameInstant(ZoneId.systemDefault());
        } catch (DateTimeParseException other) {
            return text;
        }
    }
}
