package org.openbits.automation;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PowerShell's {@code @{}} and {@code [ordered]@{}}: text keys ignore case, and keep their order and their spelling. Single
 * reads and writes may come from several threads at once; walking through the entries may not.
 */
public final class HashTable extends AbstractMap<Object, @Nullable Object> {

    private final Map<Object, Entry<Object, @Nullable Object>> entries;
    private final boolean ordered;
    private final @Nullable String netName;
    private final boolean exact;

    /** An empty hashtable. */
    public HashTable() {
        this(false);
    }

    /** An empty hashtable; {@code ordered} says that it was made by {@code [ordered]} and takes numbers as positions. */
    public HashTable(boolean ordered) {
        this.ordered = ordered;
        this.entries = new LinkedHashMap<>();
        this.netName = null;
        this.exact = false;
    }

    private HashTable(String netName, boolean exact, boolean sorted) {
        this.ordered = false;
        this.entries = sorted ? new TreeMap<>((a, b) -> Comparison.compare(a, b, exact)) : new LinkedHashMap<>();
        this.netName = netName;
        this.exact = exact;
    }

    /**
     * An empty dictionary of .NET.
     *
     * @param netName its class
     * @param exact whether texts that differ by case are different keys
     * @param sorted whether its entries come in the order of their keys
     */
    public static HashTable dictionary(String netName, boolean exact, boolean sorted) {
        return new HashTable(netName, exact, sorted);
    }

    /** The full name of its .NET class. */
    public String netName() {
        String other = ordered ? "System.Collections.Specialized.OrderedDictionary" : "System.Collections.Hashtable";
        return netName == null ? other : netName;
    }

    /** Whether it is one of .NET's generic dictionaries. */
    boolean isDictionary() {
        return netName != null;
    }

    /** A hashtable with the entries of a map. */
    public static HashTable of(Map<?, ? extends @Nullable Object> map) {
        HashTable table = new HashTable();
        map.forEach(table::put);
        return table;
    }

    /** Whether it was made by {@code [ordered]}. */
    public boolean isOrdered() {
        return ordered;
    }

    @Override
    public synchronized @Nullable Object put(Object key, @Nullable Object value) {
        Entry<Object, @Nullable Object> entry = entries.get(fold(key));
        if (entry != null) {
            return entry.setValue(value);
        }
        entries.put(fold(key), new SimpleEntry<Object, @Nullable Object>(key, value));
        return null;
    }

    @Override
    public synchronized @Nullable Object get(@Nullable Object key) {
        Entry<Object, @Nullable Object> entry = key == null ? null : entries.get(fold(key));
        return entry == null ? null : entry.getValue();
    }

    @Override
    public synchronized boolean containsKey(@Nullable Object key) {
        return key != null && entries.containsKey(fold(key));
    }

    @Override
    public synchronized @Nullable Object remove(@Nullable Object key) {
        Entry<Object, @Nullable Object> entry = key == null ? null : entries.remove(fold(key));
        return entry == null ? null : entry.getValue();
    }

    @Override
    public Set<Entry<Object, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<Object, @Nullable Object>> iterator() {
                return entries.values().iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    @Override
    public synchronized @Nullable Object putIfAbsent(Object key, @Nullable Object value) {
        return containsKey(key) ? get(key) : put(key, value);
    }

    private Object fold(Object key) {
        return key instanceof CharSequence && exact
                ? key.toString()
                : key instanceof CharSequence ? key.toString().toLowerCase(Locale.ROOT) : key;
    }
}
