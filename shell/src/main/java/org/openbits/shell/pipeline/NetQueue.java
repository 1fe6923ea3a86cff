package org.openbits.shell.pipeline;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * .NET's Queue and Stack, which differ in the end that the next element is taken from. Several threads may use one. Public because
 * scripts call it.
 */
public final class NetQueue extends AbstractCollection<@Nullable Object> {

    private final List<@Nullable Object> elements = Collections.synchronizedList(new ArrayList<>());
    private final boolean lastFirst;

    NetQueue(boolean lastFirst) {
        this.lastFirst = lastFirst;
    }

    public void enqueue(@Nullable Object value) {
        elements.add(value);
    }

    public @Nullable Object dequeue() {
        return next(true);
    }

    public void push(@Nullable Object value) {
        elements.add(0, value);
    }

    public @Nullable Object pop() {
        return next(true);
    }

    public @Nullable Object peek() {
        return next(false);
    }

    private @Nullable Object next(boolean taken) {
        synchronized (elements) {
            if (elements.isEmpty()) {
                throw new IllegalStateException("The queue or stack is empty.");
            }
            return taken ? elements.remove(0) : elements.get(0);
        }
    }

    @Override
    public boolean add(@Nullable Object value) {
        if (lastFirst) {
            push(value);
        } else {
            enqueue(value);
        }
        return true;
    }

    @Override
    public void clear() {
        elements.clear();
    }

    /** Over the elements of this moment. */
    @Override
    public Iterator<@Nullable Object> iterator() {
        synchronized (elements) {
            return new ArrayList<>(elements).iterator();
        }
    }

    @Override
    public int size() {
        return elements.size();
    }
}
