package org.openbits.internal.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.transfer.Checkpoint.Range;

/** Which bytes of the local file were written; ranges ascending, disjoint, not touching. Guarded by this. */
final class Ledger {

    private final TreeMap<Long, Long> endByStart = new TreeMap<>();
    private long heldBytes;

    /** Takes the bytes from {@code start} up to but without {@code end} in. */
    synchronized void add(long start, long end) {
        long newStart = start;
        long newEnd = end;
        Map.Entry<Long, Long> before = endByStart.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            newStart = before.getKey();
            newEnd = Math.max(newEnd, before.getValue());
        }
        Map.Entry<Long, Long> next = endByStart.ceilingEntry(newStart);
        while (next != null && next.getKey() <= newEnd) {
            newEnd = Math.max(newEnd, next.getValue());
            heldBytes -= next.getValue() - next.getKey();
            endByStart.remove(next.getKey());
            next = endByStart.ceilingEntry(newStart);
        }
        endByStart.put(newStart, newEnd);
        heldBytes += newEnd - newStart;
    }

    synchronized void clear() {
        endByStart.clear();
        heldBytes = 0;
    }

    synchronized long heldBytes() {
        return heldBytes;
    }

    /** How many bytes from the first on are held without a gap. */
    synchronized long contiguousBytes() {
        Map.Entry<Long, Long> first = endByStart.firstEntry();
        return first != null && first.getKey() == 0 ? first.getValue() : 0;
    }

    /** One past the last byte held. */
    synchronized long end() {
        return endByStart.isEmpty() ? 0 : endByStart.lastEntry().getValue();
    }

    synchronized List<Range> ranges() {
        List<Range> ranges = new ArrayList<>(endByStart.size());
        endByStart.forEach((start, end) -> ranges.add(new Range(start, end)));
        return ranges;
    }

    /** The first stretch of {@code [from, to)} that is not held, or null when all of it is. */
    synchronized @Nullable Range firstGap(long from, long to) {
        long start = from;
        Map.Entry<Long, Long> before = endByStart.floorEntry(start);
        if (before != null && before.getValue() > start) {
            start = before.getValue();
        }
        if (start >= to) {
            return null;
        }
        Long next = endByStart.higherKey(start);
        return new Range(start, next == null ? to : Math.min(to, next));
    }
}
