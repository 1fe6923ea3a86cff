package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;

/** The collections of .NET. */
final class CollectionTypes {

    private CollectionTypes() {}

    static final class Arrays implements Statics {
        @Override
        @SuppressWarnings("unchecked") // lists of scripts hold any object
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (arguments.isEmpty() || !(arguments.get(0) instanceof List<?> raw)) {
                return MISSING;
            }
            List<@Nullable Object> list = (List<@Nullable Object>) raw;
            switch (method) {
                case "reverse" -> java.util.Collections.reverse(list);
                case "sort" -> list.sort((a, b) -> Conversion.compare(a, b, false));
                case "indexof" -> {
                    return list.indexOf(arguments.get(1));
                }
                default -> {
                    return MISSING;
                }
            }
            return null;
        }
    }

    static final class Lists implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("synchronized") && arguments.get(0) instanceof List<?> list
                    ? java.util.Collections.synchronizedList(list)
                    : MISSING;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean capacity = arguments.isEmpty() || arguments.get(0) instanceof Integer;
            return capacity ? new ArrayList<>() : new ArrayList<>(Conversion.enumerate(arguments.get(0)));
        }
    }

    /** Collections with an order of their own. */
    record Collected(Supplier<Collection<@Nullable Object>> maker) implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("synchronized") && arguments.size() == 1 ? arguments.get(0) : MISSING;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            Collection<@Nullable Object> made = maker.get();
            if (!arguments.isEmpty() && Conversion.isMany(arguments.get(0))) {
                made.addAll(Conversion.enumerate(arguments.get(0)));
            }
            return made;
        }
    }

    static final class Sets implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean ignoresCase = !arguments.isEmpty()
                    && Conversion.toText(arguments.get(arguments.size() - 1)).endsWith("IgnoreCase");
            return new Collected(() -> new NetSet(ignoresCase)).create(arguments);
        }
    }

    /** Named only to be handed to a collection. */
    static final class Comparers implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.endsWith("ignorecase") ? "OrdinalIgnoreCase" : "Ordinal";
        }
    }

    static final class Tables implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("synchronized") && arguments.size() == 1 ? arguments.get(0) : MISSING;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return !arguments.isEmpty() && arguments.get(0) instanceof Map<?, ?> map
                    ? HashTable.of(map)
                    : new HashTable();
        }
    }

    static final class OrderedTables implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return new HashTable(true);
        }
    }
}
