package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ScriptBlock;

/**
 * .NET's HashSet and SortedSet; texts differ by case unless it was made with a comparer that says otherwise. Public because
 * scripts call it by name.
 */
public final class NetSet extends NetCollection {

    private final Map<@Nullable Object, @Nullable Object> elements;
    private final boolean ignoresCase;
    private final boolean sorted;

    NetSet(boolean ignoresCase, boolean sorted) {
        super("System.Collections.Generic." + (sorted ? "SortedSet" : "HashSet"));
        this.ignoresCase = ignoresCase;
        this.sorted = sorted;
        this.elements = sorted ? new TreeMap<>((a, b) -> Conversion.compare(a, b, true)) : new LinkedHashMap<>();
    }

    private @Nullable Object key(@Nullable Object value) {
        return value instanceof CharSequence text
                ? ignoresCase ? Conversion.toText(text).toLowerCase(Locale.ROOT) : Conversion.toText(text)
                : value;
    }

    @Override
    public boolean add(@Nullable Object value) {
        if (elements.containsKey(key(value))) {
            return false;
        }
        elements.put(key(value), value);
        return true;
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return elements.containsKey(key(value));
    }

    @Override
    public boolean remove(@Nullable Object value) {
        boolean known = contains(value);
        elements.remove(key(value));
        return known;
    }

    /** Removes what a block says; gives how many that were. */
    public int removeWhere(Object test) {
        int before = size();
        if (test instanceof ScriptBlock block) {
            removeIf(each ->
                    block.invoke(each, Collections.singletonList(each)).stream().anyMatch(Conversion::isTrue));
        }
        return before - size();
    }

    /** The element that equals a value, as it is spelled here. */
    public boolean tryGetValue(@Nullable Object value, @Nullable Object result) {
        return found(result, contains(value) ? Collections.singletonList(elements.get(key(value))) : List.of());
    }

    public void unionWith(Object other) {
        addAll(Conversion.enumerate(other));
    }

    public void exceptWith(Object other) {
        Conversion.enumerate(other).forEach(this::remove);
    }

    public void intersectWith(Object other) {
        NetSet kept = of(other);
        removeIf(each -> !kept.contains(each));
    }

    public void symmetricExceptWith(Object other) {
        for (Object each : of(other)) {
            if (!remove(each)) {
                add(each);
            }
        }
    }

    public boolean overlaps(Object other) {
        return Conversion.enumerate(other).stream().anyMatch(this::contains);
    }

    public boolean isSubsetOf(Object other) {
        return of(other).containsAll(this);
    }

    public boolean isSupersetOf(Object other) {
        return containsAll(Conversion.enumerate(other));
    }

    public boolean isProperSubsetOf(Object other) {
        NetSet set = of(other);
        return set.size() > size() && set.containsAll(this);
    }

    public boolean isProperSupersetOf(Object other) {
        NetSet set = of(other);
        return set.size() < size() && containsAll(set);
    }

    public boolean setEquals(Object other) {
        NetSet set = of(other);
        return set.size() == size() && containsAll(set);
    }

    /** The least element of a sorted set; null in an empty one. */
    public @Nullable Object getMin() {
        return end(false);
    }

    public @Nullable Object getMax() {
        return end(true);
    }

    private @Nullable Object end(boolean greatest) {
        List<@Nullable Object> ends = greatest ? reverse() : new ArrayList<>(this);
        return ends.isEmpty() ? null : ends.get(0);
    }

    /** The elements of a sorted set from the greatest on. */
    public List<@Nullable Object> reverse() {
        List<@Nullable Object> all = new ArrayList<>(this);
        Collections.reverse(all);
        return all;
    }

    /** The elements of a sorted set between two values, which belong to it. */
    public NetSet getViewBetween(@Nullable Object low, @Nullable Object high) {
        NetSet view = of(List.of());
        for (Object each : this) {
            if (Conversion.compare(each, low, true) >= 0 && Conversion.compare(each, high, true) <= 0) {
                view.add(each);
            }
        }
        return view;
    }

    private NetSet of(Object other) {
        NetSet set = new NetSet(ignoresCase, sorted);
        set.rename(netName());
        set.addAll(Conversion.enumerate(other));
        return set;
    }

    @Override
    public void clear() {
        elements.clear();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return elements.values().iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }
}
