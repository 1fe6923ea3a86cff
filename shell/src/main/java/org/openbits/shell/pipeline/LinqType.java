package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code [System.Linq.Enumerable]}: questions to lists. */
final class LinqType implements Statics {

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            return MISSING;
        }
        if (method.equals("range") || method.equals("repeat")) {
            return made(method, arguments);
        }
        List<@Nullable Object> list = Conversion.enumerate(arguments.get(0));
        Object second = arguments.size() > 1 ? arguments.get(1) : null;
        Object alone = second == null ? alone(method, list) : MISSING;
        return alone != MISSING
                ? alone
                : second instanceof Block block ? tested(method, list, block) : with(method, list, second);
    }

    private static Object made(String method, List<@Nullable Object> arguments) {
        int count = StaticTypes.number(arguments, 1);
        List<@Nullable Object> list = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            list.add(method.equals("repeat") ? arguments.get(0) : (Object) (StaticTypes.number(arguments, 0) + index));
        }
        return list;
    }

    private static @Nullable Object alone(String method, List<@Nullable Object> list) {
        return switch (method) {
            case "sum" -> {
                Object sum = 0;
                for (Object each : list) {
                    sum = Arithmetic.add(Conversion.toNumber(sum), Conversion.toNumber(each));
                }
                yield sum;
            }
            case "average" ->
                list.stream()
                        .mapToDouble(each -> Conversion.toNumber(each).doubleValue())
                        .average()
                        .orElseThrow(() -> new IllegalStateException("Sequence contains no elements"));
            case "max" -> Collections.max(list, (a, b) -> Conversion.compare(a, b, true));
            case "min" -> Collections.min(list, (a, b) -> Conversion.compare(a, b, true));
            case "count" -> list.size();
            case "any" -> !list.isEmpty();
            case "distinct" -> new ArrayList<>(new LinkedHashSet<>(list));
            case "toarray", "tolist", "asenumerable" -> list;
            case "reverse" -> {
                Collections.reverse(list);
                yield list;
            }
            case "first", "firstordefault" -> list.isEmpty() ? none(method) : list.get(0);
            case "last", "lastordefault" -> list.isEmpty() ? none(method) : list.get(list.size() - 1);
            default -> MISSING;
        };
    }

    private static @Nullable Object none(String method) {
        if (method.endsWith("ordefault")) {
            return null;
        }
        throw new IllegalStateException("Sequence contains no elements");
    }

    private static Object tested(String method, List<@Nullable Object> list, Block block) {
        List<@Nullable Object> kept = new ArrayList<>();
        List<@Nullable Object> results = new ArrayList<>();
        for (Object each : list) {
            Object result = Expressions.single(block.call(Collections.singletonList(each)));
            results.add(result);
            if (Conversion.isTrue(result)) {
                kept.add(each);
            }
        }
        return switch (method) {
            case "where" -> kept;
            case "select" -> results;
            case "any" -> !kept.isEmpty();
            case "all" -> kept.size() == list.size();
            case "count" -> kept.size();
            case "orderby", "orderbydescending" -> {
                List<Integer> places = new ArrayList<>();
                for (int index = 0; index < list.size(); index++) {
                    places.add(index);
                }
                int sign = method.equals("orderby") ? 1 : -1;
                places.sort((a, b) -> sign * Conversion.compare(results.get(a), results.get(b), true));
                List<@Nullable Object> sorted = new ArrayList<>();
                places.forEach(place -> sorted.add(list.get(place)));
                yield sorted;
            }
            default -> MISSING;
        };
    }

    private static Object with(String method, List<@Nullable Object> list, @Nullable Object second) {
        List<@Nullable Object> other = Conversion.enumerate(second);
        List<@Nullable Object> result = new ArrayList<>(list);
        switch (method) {
            case "except" -> result.removeAll(other);
            case "intersect" -> result.retainAll(other);
            case "union", "concat" -> result.addAll(other);
            case "contains" -> {
                return list.contains(second);
            }
            case "sequenceequal" -> {
                return list.equals(other);
            }
            case "skip", "take" -> {
                int count = Math.min(list.size(), Conversion.toNumber(second).intValue());
                return new ArrayList<>(
                        method.equals("skip") ? list.subList(count, list.size()) : list.subList(0, count));
            }
            default -> {
                return MISSING;
            }
        }
        return method.equals("concat") ? result : new ArrayList<>(new LinkedHashSet<>(result));
    }
}
