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
