package org.openbits.automation;

import java.util.ArrayList;
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
            case "count", "length", "longlength" -> Conversion.enumerate(target).size();
            case "rank" -> 1;
            case "isreadonly", "isfixedsize", "issynchronized" -> false;
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        Object read = read(Conversion.enumerate(target), name, args);
        return read != MISSING || !(target instanceof List<?> list) ? read : change(list, name, args);
    }

    private static @Nullable Object read(
            List<@Nullable Object> list, String name, List<? extends @Nullable Object> args) {
        return switch (name + args.size()) {
            case "contains1" -> indexOf(list, args.get(0)) >= 0;
            case "indexof1" -> indexOf(list, args.get(0));
            case "toarray0", "clone0", "getenumerator0" -> list;
            case "getrange2" ->
                new ArrayList<>(
                        list.subList(Adapter.number(args, 0), Adapter.number(args, 0) + Adapter.number(args, 1)));
            case "item1", "get_item1", "getvalue1" -> list.get(Adapter.number(args, 0));
            case "getlength1" -> list.size();
            case "getupperbound1" -> list.size() - 1;
            default -> MISSING;
        };
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
            case "add1" -> list.add(args.get(0));
            case "addrange1" -> list.addAll(Conversion.enumerate(args.get(0)));
            case "insert2" -> list.add(Adapter.number(args, 0), args.get(1));
            case "insertrange2" -> list.addAll(Adapter.number(args, 0), Conversion.enumerate(args.get(1)));
            case "remove1" -> remove(list, args.get(0));
            case "removeat1" -> list.remove(Adapter.number(args, 0));
            case "removerange2" ->
                list.subList(Adapter.number(args, 0), Adapter.number(args, 0) + Adapter.number(args, 1))
                        .clear();
            case "clear0" -> list.clear();
            case "reverse0" -> Collections.reverse(list);
            case "sort0" -> list.sort((left, right) -> Comparison.compare(left, right, false));
            default -> {
                return MISSING;
            }
        }
        return NOTHING;
    }

    private static void remove(List<@Nullable Object> list, @Nullable Object value) {
        int index = indexOf(list, value);
        if (index >= 0) {
            list.remove(index);
        }
    }
}
