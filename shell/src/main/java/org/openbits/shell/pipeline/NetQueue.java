package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * .NET's Queue and Stack, which differ in the end that the next element is taken from. Several threads may use one. Public because
 * scripts call it.
 */
public final class NetQueue extends NetCollection {

    private final LinkedList<@Nullable Object> elements = new LinkedList<>();
    private final boolean lastFirst;

    NetQueue(boolean lastFirst) {
        super(lastFirst ? "System.Collections.Stack" : "System.Collections.Queue");
        this.lastFirst = lastFirst;
    }

    public void enqueue(@Nullable Object value) {
        add(value);
    }

    public @Nullable Object dequeue() {
        return next(true);
    }

    public void push(@Nullable Object value) {
        add(value);
    }

    public @Nullable Object pop() {
        return next(true);
    }

    public @Nullable Object peek() {
        return next(false);
    }

    /** Takes the next element into the variable; false when there is none. */
    public boolean tryDequeue(@Nullable Object result) {
        return found(result, nextOrNone(true));
    }

    public boolean tryPop(@Nullable Object result) {
        return found(result, nextOrNone(true));
    }

    public boolean tryPeek(@Nullable Object result) {
        return found(result, nextOrNone(false));
    }

    /** Gives back memory, which nobody sees. */
    public void trimExcess() {}

    public void trimToSize() {}

    private @Nullable Object next(boolean taken) {
        List<@Nullable Object> next = nextOrNone(taken);
        if (next.isEmpty()) {
            throw new IllegalStateException(lastFirst ? "Stack empty." : "Queue empty.");
        }
        return next.get(0);
    }

    private synchronized List<@Nullable Object> nextOrNone(boolean taken) {
        return elements.isEmpty()
                ? List.of()
                : Collections.singletonList(taken ? elements.removeFirst() : elements.getFirst());
    }

    @Override
    public synchronized boolean add(@Nullable Object value) {
        if (lastFirst) {
            elements.addFirst(value);
        } else {
            elements.addLast(value);
        }
        return true;
    }

    @Override
    public synchronized void clear() {
        elements.clear();
    }

    @Override
    public synchronized boolean contains(@Nullable Object value) {
        return elements.contains(value);
    }

    /** Over the elements of this moment. */
    @Override
    public synchronized Iterator<@Nullable Object> iterator() {
        return new ArrayList<>(elements).iterator();
    }

    @Override
    public synchronized int size() {
        return elements.size();
    }
}
