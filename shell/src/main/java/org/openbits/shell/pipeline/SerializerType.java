package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ClixmlText;
import org.openbits.automation.Conversion;

/** {@code [System.Management.Automation.PSSerializer]}: objects as text of Export-Clixml's form, and back. */
final class SerializerType implements Statics {

    /** PSSerializer's own, one less than Export-Clixml's. */
    private static final int DEPTH = 1;

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        return switch (method + arguments.size()) {
            case "serialize1" -> serialize(arguments.get(0), DEPTH);
            case "serialize2" -> serialize(arguments.get(0), depth(arguments.get(1)));
            case "deserialize1" -> {
                List<@Nullable Object> objects = ClixmlText.read(Conversion.toText(arguments.get(0)));
                yield objects.size() == 1 ? objects.get(0) : objects;
            }
            case "deserializeaslist1" -> ClixmlText.read(Conversion.toText(arguments.get(0)));
            default -> MISSING;
        };
    }

    private static int depth(@Nullable Object value) {
        Integer depth = Conversion.to(Integer.class, value);
        return depth == null ? DEPTH : depth;
    }

    private static String serialize(@Nullable Object value, int depth) {
        return ClixmlText.of(java.util.Collections.singletonList(value), depth);
    }
}
