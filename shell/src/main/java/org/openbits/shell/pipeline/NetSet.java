package org.openbits.shell.pipeline;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** .NET's HashSet; texts differ by case unless it was made with a comparer. Public because scripts call it by name. */
public final class NetSet extends AbstractCollection<@Nullable Object> {

    private final Map<@Nullable Object, @Nullable Object> elements = new LinkedHashMap<>();
    private final boolean ignoresCase;

    NetSet(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    private @Nullable Object key(@Nullable Object value) {
        return ignoresCase && value instanceof CharSequence text
                ? Conversion.toText(text).toLowerCase(Locale.ROOT)
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

    public boolean setEquals(Object other) {
        NetSet set = of(other);
        return set.size() == size() && containsAll(set);
    }

    private NetSet of(Object other) {
        NetSet set = new NetSet(ignoresCase);
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
