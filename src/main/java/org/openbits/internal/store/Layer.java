package org.openbits.internal.store;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes on top of older state, in memory. One thread changes a layer, any may read it; once a newer layer lies on top
 * it never changes again.
 */
final class Layer {

    /** The value of a key that is removed; no record is empty. */
    static final byte[] GONE = new byte[0];

    private final ConcurrentNavigableMap<byte[], byte[]> entries = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
    /** Jobs of which nothing older counts. */
    private final ConcurrentSkipListSet<byte[]> dropped = new ConcurrentSkipListSet<>(Arrays::compareUnsigned);

    /** One layer that says what the given ones say together about a range. */
    static Layer merged(List<Layer> oldestFirst, Keys.Range range) {
        if (oldestFirst.size() == 1) {
            return oldestFirst.get(0);
        }
        Layer all = new Layer();
        for (Layer layer : oldestFirst) {
            layer.dropped.forEach(all::drop);
            all.entries.putAll(layer.entriesIn(range));
        }
        return all;
    }

    void put(byte[] key, byte[] value) {
        entries.put(key, value);
    }

    void delete(byte[] key) {
        entries.put(key, GONE);
    }

    void drop(byte[] job) {
        Keys.allOf(job).forEach(range -> entriesIn(range).clear());
        dropped.add(job);
    }

    /** The value, {@link #GONE}, or null when this layer says nothing about the key. */
    byte @Nullable [] get(byte[] key) {
        byte[] value = entries.get(key);
        return value == null && hidesOlder(key) ? GONE : value;
    }

    /** Whether what is older about the key, which this layer has no entry for, does not count. */
    boolean hidesOlder(byte[] key) {
        return !dropped.isEmpty() && dropped.contains(Keys.jobOf(key));
    }

    /** Keys and values, {@link #GONE} included, in order. */
    ConcurrentNavigableMap<byte[], byte[]> entriesIn(Keys.Range range) {
        return entries.subMap(range.from(), true, range.to(), false);
    }
}
