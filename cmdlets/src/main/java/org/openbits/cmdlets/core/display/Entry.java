package org.openbits.cmdlets.core.display;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** One entry of a hash table as it is shown. */
record Entry(@Nullable Object key, @Nullable Object value) implements Shaped {

    static final String TYPE = "System.Collections.DictionaryEntry";

    @Override
    public String typeName() {
        return TYPE;
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Name", "Value");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "value" -> value;
            case "name", "key" -> key;
            default -> throw new NoSuchMember(TYPE, name);
        };
    }
}
