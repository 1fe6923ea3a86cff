package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hashtables and other maps: their keys are properties. */
final class TableMembers implements Adapter {

    @Override
    public List<String> names(Object target) {
        return List.of("Count", "Keys", "Values");
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        Map<?, ?> map = (Map<?, ?>) target;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey() instanceof CharSequence key && key.toString().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return switch (name) {
            case "count" -> map.size();
            case "allkeys" ->
                map instanceof HashTable table && table.netName().endsWith("Collection")
                        ? new ArrayList<@Nullable Object>(map.keySet())
                        : MISSING;
            case "keys" -> new ArrayList<@Nullable Object>(map.keySet());
            case "values" -> new ArrayList<@Nullable Object>(map.values());
            default -> MISSING;
        };
    }

    @Override
    public boolean set(Object target, String name, @Nullable Object value) {
        cast(target).put(name, value);
        return true;
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        Map<Object, @Nullable Object> map = cast(target);
        switch (name + args.size()) {
            case "containskey1", "contains1" -> {
                return map.containsKey(args.get(0));
            }
            case "containsvalue1" -> {
                return map.containsValue(args.get(0));
            }
            case "getenumerator0" -> {
                return new ArrayList<@Nullable Object>(map.entrySet());
            }
            case "clone0" -> {
                return HashTable.of(map);
            }
            case "item1", "get_item1" -> {
                return map.get(args.get(0));
            }
            case "add2" -> add(map, args.get(0), args.get(1));
            case "set_item2" -> map.put(require(args.get(0)), args.get(1));
            case "remove1" -> {
                boolean there = map.containsKey(args.get(0));
                map.remove(args.get(0));
                return map instanceof HashTable table && table.isDictionary() ? there : NOTHING;
            }
            case "insert3" -> insert(map, Adapter.number(args, 0), args.get(1), args.get(2));
            case "removeat1" -> map.remove(new ArrayList<>(map.keySet()).get(Adapter.number(args, 0)));
            case "tryadd2" -> {
                return map.putIfAbsent(require(args.get(0)), args.get(1)) == null;
            }
            case "tryremove1", "tryremove2" -> {
                return tryRemove(map, args);
            }
            case "trygetvalue2" -> {
                if (map.containsKey(args.get(0)) && args.get(1) instanceof Shaped result) {
                    result.setProperty("Value", map.get(args.get(0)));
                }
                return map.containsKey(args.get(0));
            }
            case "getoradd2" -> {
                if (!map.containsKey(args.get(0))) {
                    map.putIfAbsent(require(args.get(0)), made(args.get(1), args.subList(0, 1)));
                }
                return map.get(args.get(0));
            }
            case "addorupdate3" -> {
                Object key = require(args.get(0));
                Object old = map.get(key);
                map.put(
                        key,
                        map.containsKey(key)
                                ? made(args.get(2), java.util.Arrays.asList(key, old))
                                : made(args.get(1), args.subList(0, 1)));
                return map.get(key);
            }
            case "set2" -> {
                if (!(map instanceof HashTable table && table.netName().endsWith("Collection"))) {
                    return MISSING;
                }
                map.put(require(args.get(0)), args.get(1));
            }
            case "get1" -> {
                return map instanceof HashTable table && table.netName().endsWith("Collection")
                        ? map.get(args.get(0))
                        : MISSING;
            }
            case "getbyindex1" -> {
                return at(map, args).getValue();
            }
            case "getkey1" -> {
                return at(map, args).getKey();
            }
            case "setbyindex2" -> at(map, args).setValue(args.get(1));
            case "indexofkey1" -> {
                return index(map.keySet(), args.get(0));
            }
            case "indexofvalue1" -> {
                return index(map.values(), args.get(0));
            }
            case "getkeylist0" -> {
                return new ArrayList<@Nullable Object>(map.keySet());
            }
            case "getvaluelist0" -> {
                return new ArrayList<@Nullable Object>(map.values());
            }
            case "clear0" -> map.clear();
            default -> {
                return MISSING;
            }
        }
        return NOTHING;
    }

    /** A value, or what a block makes of these. */
    private static @Nullable Object made(@Nullable Object value, List<? extends @Nullable Object> from) {
        if (!(value instanceof ScriptBlock block)) {
            return value;
        }
        List<@Nullable Object> results = block.invoke(null, new ArrayList<>(from));
        return results.isEmpty() ? null : results.get(0);
    }

    private static Map.Entry<Object, @Nullable Object> at(
            Map<Object, @Nullable Object> map, List<? extends @Nullable Object> args) {
        return new ArrayList<>(map.entrySet()).get(Adapter.number(args, 0));
    }

    private static int index(java.util.Collection<?> values, @Nullable Object wanted) {
        int index = 0;
        for (Object each : values) {
            if (Comparison.equal(each, wanted, true)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    private static void add(Map<Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
        if (map.containsKey(require(key))) {
            throw new IllegalArgumentException(
                    map instanceof HashTable table && table.isDictionary()
                            ? "An item with the same key has already been added. Key: " + Conversion.toText(key)
                            : "Item has already been added. Key in dictionary: '" + spelled(map, key)
                                    + "'  Key being added: '" + Conversion.toText(key) + "'");
        }
        map.put(require(key), value);
    }

    /** The key as the table has it. */
    private static String spelled(Map<Object, @Nullable Object> map, @Nullable Object key) {
        String text = Conversion.toText(key);
        return map.keySet().stream()
                .map(Conversion::toText)
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElse(text);
    }

    private static void insert(
            Map<Object, @Nullable Object> map, int at, @Nullable Object key, @Nullable Object value) {
        List<Map.Entry<Object, @Nullable Object>> after = new ArrayList<>();
        int place = 0;
        for (Map.Entry<Object, @Nullable Object> entry : map.entrySet()) {
            if (place++ >= at) {
                after.add(new java.util.AbstractMap.SimpleEntry<Object, @Nullable Object>(entry));
            }
        }
        after.forEach(entry -> map.remove(entry.getKey()));
        add(map, key, value);
        after.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    }

    private static boolean tryRemove(Map<Object, @Nullable Object> map, List<? extends @Nullable Object> args) {
        boolean there = map.containsKey(args.get(0));
        Object value = map.remove(args.get(0));
        if (args.size() > 1 && args.get(1) instanceof Shaped result) {
            result.setProperty("Value", value);
        }
        return there;
    }

    private static Object require(@Nullable Object key) {
        if (key == null) {
            throw new IllegalArgumentException("Key cannot be null.");
        }
        return key;
    }

    @SuppressWarnings("unchecked") // maps of scripts hold any object
    private static Map<Object, @Nullable Object> cast(Object target) {
        return (Map<Object, @Nullable Object>) target;
    }
}
