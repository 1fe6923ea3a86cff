package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;

/** The collections of .NET. */
final class CollectionTypes {

    private CollectionTypes() {}

    static final class Arrays implements Statics {
        @Override
        @SuppressWarnings("unchecked") // lists of scripts hold any object
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (method.equals("createinstance") && arguments.get(0) instanceof NetType type) {
                return type.array(StaticTypes.number(arguments, 1));
            }
            if (method.equals("empty")) {
                return new ArrayList<>();
            }
            if (method.equals("resize") && arguments.get(0) instanceof Reference place) {
                return resized(place, StaticTypes.number(arguments, 1));
            }
            if (arguments.isEmpty() || !(arguments.get(0) instanceof List<?> raw)) {
                return MISSING;
            }
            if (arguments.size() == 2 && arguments.get(1) instanceof Block) {
                return Members.invoke(raw, method, arguments.subList(1, 2));
            }
            List<@Nullable Object> list = (List<@Nullable Object>) raw;
            switch (method) {
                case "reverse" -> java.util.Collections.reverse(list);
                case "sort" -> list.sort((a, b) -> Conversion.compare(a, b, false));
                case "clear" -> list.replaceAll(each -> null);
                case "fill" -> list.replaceAll(each -> arguments.get(1));
                case "copy" -> copy(list, arguments);
                case "lastindexof" -> {
                    return list.lastIndexOf(arguments.get(1));
                }
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

    private static @Nullable Object resized(Reference place, int size) {
        List<@Nullable Object> list = new ArrayList<>(Conversion.enumerate(place.property("Value")));
        while (list.size() < size) {
            list.add(null);
        }
        place.setProperty("Value", new ArrayList<>(list.subList(0, size)));
        return null;
    }

    /** {@code Copy(from, to, count)} and {@code Copy(from, start, to, start, count)}. */
    @SuppressWarnings("unchecked") // lists of scripts hold any object
    private static void copy(List<@Nullable Object> from, List<@Nullable Object> arguments) {
        boolean places = arguments.size() == 5;
        int start = places ? StaticTypes.number(arguments, 1) : 0;
        int target = places ? StaticTypes.number(arguments, 3) : 0;
        int count = StaticTypes.number(arguments, arguments.size() - 1);
        if (arguments.get(places ? 2 : 1) instanceof List<?> to) {
            for (int index = 0; index < count; index++) {
                ((List<@Nullable Object>) to).set(target + index, from.get(start + index));
            }
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

    /** @param sorted whether it is a SortedSet, else a HashSet */
    record Sets(boolean sorted) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean ignoresCase = !arguments.isEmpty()
                    && Conversion.toText(arguments.get(arguments.size() - 1)).endsWith("IgnoreCase");
            return new Collected(() -> new NetSet(ignoresCase, sorted)).create(arguments);
        }
    }

    /** Named only to be handed to a collection. */
    static final class Comparers implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.endsWith("ignorecase") ? "OrdinalIgnoreCase" : "Ordinal";
        }
    }

    /** @param name the full name of the class */
    record Tables(String name) implements Statics {

        static Tables of(String key) {
            return new Tables(
                    switch (key) {
                        case "collections.generic.dictionary" -> "System.Collections.Generic.Dictionary`2";
                        case "collections.generic.sorteddictionary" -> "System.Collections.Generic.SortedDictionary`2";
                        case "collections.generic.sortedlist" -> "System.Collections.Generic.SortedList`2";
                        case "collections.sortedlist" -> "System.Collections.SortedList";
                        case "collections.concurrent.concurrentdictionary" ->
                            "System.Collections.Concurrent.ConcurrentDictionary`2";
                        default -> "";
                    });
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("synchronized") && arguments.size() == 1 ? arguments.get(0) : MISSING;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean ignoresCase =
                    arguments.stream().anyMatch(each -> Conversion.toText(each).endsWith("IgnoreCase"));
            boolean exact =
                    arguments.stream().anyMatch(each -> Conversion.toText(each).equals("Ordinal"));
            HashTable table = name.isEmpty() && !exact
                    ? new HashTable()
                    : name.isEmpty()
                            ? HashTable.dictionary("System.Collections.Hashtable", true, false)
                            : HashTable.dictionary(name, !ignoresCase, name.contains("Sorted"));
            if (!arguments.isEmpty() && arguments.get(0) instanceof Map<?, ?> map) {
                map.forEach(table::put);
            }
            return table;
        }
    }

    static final class OrderedTables implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return new HashTable(true);
        }
    }
}
