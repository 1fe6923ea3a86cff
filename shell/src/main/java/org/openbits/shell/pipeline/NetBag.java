package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** .NET's ConcurrentBag and ConcurrentQueue: for blocks that run in parallel. Public because scripts call it by name. */
public final class NetBag implements Iterable<@Nullable Object> {

    private final ConcurrentLinkedDeque<Optional<Object>> elements = new ConcurrentLinkedDeque<>();

    public void add(@Nullable Object value) {
        elements.add(Optional.ofNullable(value));
    }

    public void enqueue(@Nullable Object value) {
        add(value);
    }

    /** Takes the oldest into the variable; false when there is none. */
    public boolean tryDequeue(@Nullable Object result) {
        Optional<Object> taken = elements.poll();
        return taken != null && put(result, taken);
    }

    public boolean tryTake(@Nullable Object result) {
        return tryDequeue(result);
    }

    public boolean tryPeek(@Nullable Object result) {
        Optional<Object> first = elements.peek();
        return first != null && put(result, first);
    }

    private static boolean put(@Nullable Object result, Optional<Object> value) {
        if (result instanceof Reference reference) {
            reference.setProperty("Value", value.orElse(null));
        }
        return true;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        List<@Nullable Object> now = new ArrayList<>();
        elements.forEach(each -> now.add(each.orElse(null)));
        return now.iterator();
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    public int getCount() {
        return elements.size();
    }
}
