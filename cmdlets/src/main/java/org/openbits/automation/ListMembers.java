package org.openbits.automation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Object[], ArrayList and List: one mutable list here. Arrays and other iterables are read only. */
final class ListMembers implements Adapter {

    @Override
    public List<String> names(Object target) {
        return List.of("Count", "Length");
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        return switch (name) {
            case "count", "length", "longlength" ->
                target instanceof Collection<?> all
                        ? all.size()
                        : Conversion.enumerate(target).size();
            case "capacity" -> target instanceof NetList list && !list.isArray() ? Math.max(4, list.size()) : MISSING;
            case "rank" ->
                isGrid(target)
                        ? ((NetNamed) target)
                                        .netName()
                                        .chars()
                                        .filter(each -> each == ',')
                                        .count()
                                + 1
                        : 1L;
            case "isfixedsize" -> !(target instanceof NetList list) || list.isArray();
            case "isreadonly", "issynchronized" -> false;
            default -> isLinked(target) ? JavaMembers.INSTANCE.get(target, name) : MISSING;
        };
    }

    /** A list itself, not a copy of it: a loop that calls Add must not copy all elements each time. */
    @SuppressWarnings("unchecked") // lists of scripts hold any object
    private static List<@Nullable Object> elements(Object target) {
        return target instanceof List<?> list ? (List<@Nullable Object>) list : Conversion.enumerate(target);
    }

    /** A collection with members of its own, such as .NET's LinkedList or SortedSet. */
    private static boolean isLinked(Object target) {
        return target instanceof NetNamed && !(target instanceof List);
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        if (isGrid(target)) {
            return MISSING;
        }
        if (target instanceof Collection<?> all && !(target instanceof List<?>) && !isRead(name)) {
            boolean isNode = args.size() == 1
                    && args.get(0) instanceof NetNamed node
                    && node.netName().endsWith("LinkedListNode");
            if (isNode && name.equals("remove")) {
                all.remove(args.get(0));
                return NOTHING;
            }
            return name.equals("contains") && args.size() == 1 ? all.contains(args.get(0)) : MISSING;
        }
        Object read = read(elements(target), name, args);
        return read != MISSING || !(target instanceof List<?> list) ? read : change(list, name, args);
    }

    /** What collections other than lists have of the members of lists. */
    private static boolean isRead(String name) {
        return List.of("getenumerator", "toarray", "copyto").contains(name);
    }

    /** An array of several dimensions has members of its own. */
    private static boolean isGrid(Object target) {
        return target instanceof NetNamed named && named.netName().endsWith(",]");
    }

    private static List<@Nullable Object> copy(List<@Nullable Object> list) {
        return list instanceof NetList named ? NetList.named(named.netName(), named) : new ArrayList<>(list);
    }

    private static @Nullable Object read(
            List<@Nullable Object> list, String name, List<? extends @Nullable Object> args) {
        return switch (name + args.size()) {
            case "contains1" -> indexOf(list, args.get(0)) >= 0;
            case "indexof1" -> indexOf(list, args.get(0));
            case "getenumerator0", "toarray0" -> new ArrayList<>(list);
            case "clone0" -> copy(list);
            case "getrange2" ->
                new ArrayList<>(
                        list.subList(Adapter.number(args, 0), Adapter.number(args, 0) + Adapter.number(args, 1)));
            case "exists1", "find1", "findlast1", "findindex1", "findall1", "trueforall1" ->
                args.get(0) instanceof ScriptBlock ? search(list, name, args.get(0)) : MISSING;
            case "lastindexof1" -> list.lastIndexOf(args.get(0));
            case "indexof2" -> {
                int from = Adapter.number(args, 1);
                int index = indexOf(list.subList(from, list.size()), args.get(0));
                yield index < 0 ? -1 : index + from;
            }
            case "findlastindex1" -> args.get(0) instanceof ScriptBlock ? search(list, name, args.get(0)) : MISSING;
            case "binarysearch1", "binarysearch2" ->
                Collections.binarySearch(list, args.get(0), (left, right) -> Comparison.compare(left, right, true));
            case "convertall1" -> converted(list, args.get(0));
            case "asreadonly0" ->
                NetList.named("System.Collections.ObjectModel.ReadOnlyCollection`1[System.Object]", list);
            case "copyto2" -> copy(list, args);
            case "item1", "get_item1", "getvalue1" -> list.get(Adapter.number(args, 0));
            case "getlength1" -> list.size();
            case "getupperbound1" -> list.size() - 1;
            case "getlowerbound1" -> 0;
            default -> MISSING;
        };
    }

    private static Object converted(List<@Nullable Object> list, @Nullable Object converter) {
        if (!(converter instanceof ScriptBlock block)) {
            return MISSING;
        }
        List<@Nullable Object> results = NetList.named("System.Collections.Generic.List`1[System.Object]", List.of());
        for (Object each : list) {
            List<@Nullable Object> result = block.invoke(each, Collections.singletonList(each));
            results.add(result.isEmpty() ? null : result.get(0));
        }
        return results;
    }

    @SuppressWarnings("unchecked") // lists of scripts hold any object
    private static Object copy(List<@Nullable Object> list, List<? extends @Nullable Object> args) {
        int place = Adapter.number(args, 1);
        if (args.get(0) instanceof List<?> target) {
            for (Object each : list) {
                ((List<@Nullable Object>) target).set(place++, each);
            }
        }
        return NOTHING;
    }

    private static int indexOf(List<@Nullable Object> list, @Nullable Object wanted) {
        for (int index = 0; index < list.size(); index++) {
            if (Comparison.equal(list.get(index), wanted, true)) {
                return index;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked") // lists of scripts hold any object
    private static @Nullable Object change(List<?> target, String name, List<? extends @Nullable Object> args) {
        List<@Nullable Object> list = (List<@Nullable Object>) target;
        switch (name + args.size()) {
            case "add1" -> {
                list.add(fitted(list, name, args.get(0)));
                boolean counts =
                        list instanceof NetList named && named.netName().endsWith("ArrayList");
                return counts ? list.size() - 1 : NOTHING;
            }
            case "removeall1" -> {
                int before = list.size();
                list.removeIf(each -> fits(args.get(0), each));
                return before - list.size();
            }
            case "addrange1" -> list.addAll(Conversion.enumerate(args.get(0)));
            case "insert2" -> list.add(Adapter.number(args, 0), fitted(list, name, args.get(1)));
            case "insertrange2" -> list.addAll(Adapter.number(args, 0), Conversion.enumerate(args.get(1)));
            case "remove1" -> {
                boolean there = remove(list, args.get(0));
                boolean tells = list instanceof NetList named && named.netName().contains("Generic");
                return tells ? there : NOTHING;
            }
            case "removeat1" -> list.remove(Adapter.number(args, 0));
            case "removerange2" -> part(list, args).clear();
            case "clear0" -> list.clear();
            case "reverse0" -> Collections.reverse(list);
            case "reverse2" -> Collections.reverse(part(list, args));
            case "setrange2" -> {
                List<@Nullable Object> values = Conversion.enumerate(args.get(1));
                for (int index = 0; index < values.size(); index++) {
                    list.set(Adapter.number(args, 0) + index, values.get(index));
                }
            }
            case "trimexcess0", "trimtosize0" -> {
                // Memory that nobody sees.
            }
            case "sort1" -> list.sort((left, right) -> order(args.get(0), left, right));
            case "foreach1" -> {
                if (!(list instanceof NetList) || !(args.get(0) instanceof ScriptBlock block)) {
                    return MISSING;
                }
                List<@Nullable Object> results = new ArrayList<>();
                list.forEach(each -> results.addAll(block.invoke(each, Collections.singletonList(each))));
                return results;
            }
            case "sort0" -> list.sort((left, right) -> Comparison.compare(left, right, false));
            default -> {
                return MISSING;
            }
        }
        return NOTHING;
    }

    /** As the type of the list's elements has it. */
    private static @Nullable Object fitted(List<?> list, String method, @Nullable Object value) {
        if (!(list instanceof NetList named)) {
            return value;
        }
        try {
            return named.fitted(value);
        } catch (ConversionException refused) {
            String message =
                    "Cannot convert argument \"item\", with value: \"" + Conversion.toText(value) + "\", for \""
                            + Character.toUpperCase(method.charAt(0)) + method.substring(1) + "\" to type \""
                            + named.elementName() + "\": \"" + refused.getMessage() + "\"";
            throw new CmdletException(ErrorRecord.of(
                    new IllegalArgumentException(message, refused),
                    "MethodArgumentConversionInvalidCastArgument",
                    ErrorCategory.NotSpecified,
                    null));
        }
    }

    private static List<@Nullable Object> part(List<@Nullable Object> list, List<? extends @Nullable Object> args) {
        return list.subList(Adapter.number(args, 0), Adapter.number(args, 0) + Adapter.number(args, 1));
    }

    private static boolean remove(List<@Nullable Object> list, @Nullable Object value) {
        int index = indexOf(list, value);
        if (index >= 0) {
            list.remove(index);
        }
        return index >= 0;
    }

    /** Whether a block that takes an element says so; it finds it in $_ as well. */
    private static boolean fits(@Nullable Object test, @Nullable Object element) {
        return test instanceof ScriptBlock block
                && block.invoke(element, Collections.singletonList(element)).stream()
                        .anyMatch(Conversion::isTrue);
    }

    /** What a block that compares two elements says. */
    private static int order(@Nullable Object comparison, @Nullable Object left, @Nullable Object right) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(left);
        pair.add(right);
        List<@Nullable Object> result = comparison instanceof ScriptBlock block ? block.invoke(null, pair) : List.of();
        return result.isEmpty() ? 0 : Numbers.of(result.get(0)).intValue();
    }

    private static @Nullable Object search(List<@Nullable Object> list, String name, @Nullable Object test) {
        List<@Nullable Object> found = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int index = 0; index < list.size(); index++) {
            if (fits(test, list.get(index))) {
                first = first < 0 ? index : first;
                last = index;
                found.add(list.get(index));
            }
        }
        return switch (name) {
            case "exists" -> first >= 0;
            case "findindex" -> first;
            case "findlastindex" -> last;
            case "find" -> first < 0 ? null : list.get(first);
            case "findlast" -> first < 0 ? null : found.get(found.size() - 1);
            case "trueforall" -> found.size() == list.size();
            default -> found;
        };
    }
}
