package org.openbits.shell.pipeline;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NetNamed;

/** .NET's LinkedList, whose nodes scripts hold and move along. Public because scripts call it by name. */
public final class NetChain extends NetCollection {

    private @Nullable Node first;
    private @Nullable Node last;
    private int size;

    NetChain() {
        super("System.Collections.Generic.LinkedList");
    }

    /** One place in the chain; without a chain once it was removed. */
    public static final class Node implements NetNamed {
        private @Nullable NetChain owner;
        private @Nullable Object value;
        private @Nullable Node next;
        private @Nullable Node previous;

        Node(@Nullable Object value) {
            this.value = value;
        }

        public @Nullable Object getValue() {
            return value;
        }

        public void setValue(@Nullable Object newValue) {
            value = newValue;
        }

        public @Nullable Node getNext() {
            return next;
        }

        public @Nullable Node getPrevious() {
            return previous;
        }

        public @Nullable NetChain getList() {
            return owner;
        }

        @Override
        public String netName() {
            return "System.Collections.Generic.LinkedListNode";
        }
    }

    /** {@code LinkedListNode}'s constructor. */
    static final class Nodes implements Statics {
        @Override
        public @Nullable Object create(java.util.List<@Nullable Object> arguments) {
            return arguments.size() == 1 ? new Node(arguments.get(0)) : MISSING;
        }
    }

    public @Nullable Node getFirst() {
        return first;
    }

    public @Nullable Node getLast() {
        return last;
    }

    /** Takes a value or a node, and gives the node. */
    public Node addFirst(@Nullable Object value) {
        return put(null, first, value);
    }

    public Node addLast(@Nullable Object value) {
        return put(last, null, value);
    }

    public Node addAfter(Object node, @Nullable Object value) {
        Node place = mine(node);
        return put(place, place.next, value);
    }

    public Node addBefore(Object node, @Nullable Object value) {
        Node place = mine(node);
        return put(place.previous, place, value);
    }

    private Node put(@Nullable Node before, @Nullable Node after, @Nullable Object value) {
        Node node = value instanceof Node given ? given : new Node(value);
        if (node.owner != null) {
            throw new IllegalStateException("The LinkedList node already belongs to a LinkedList.");
        }
        node.owner = this;
        node.previous = before;
        node.next = after;
        if (before == null) {
            first = node;
        } else {
            before.next = node;
        }
        if (after == null) {
            last = node;
        } else {
            after.previous = node;
        }
        size++;
        return node;
    }

    private Node mine(@Nullable Object node) {
        if (!(node instanceof Node place) || place.owner != this) {
            throw new IllegalStateException("The LinkedList node does not belong to current LinkedList.");
        }
        return place;
    }

    private void take(Node node) {
        if (node.previous == null) {
            first = node.next;
        } else {
            node.previous.next = node.next;
        }
        if (node.next == null) {
            last = node.previous;
        } else {
            node.next.previous = node.previous;
        }
        node.owner = null;
        node.next = null;
        node.previous = null;
        size--;
    }

    /** Removes a node, which gives true, or the first that holds the value. */
    @Override
    public boolean remove(@Nullable Object value) {
        Node node = value instanceof Node given ? mine(given) : find(value);
        if (node != null) {
            take(node);
        }
        return node != null;
    }

    public void removeFirst() {
        take(atEnd(first));
    }

    public void removeLast() {
        take(atEnd(last));
    }

    private static Node atEnd(@Nullable Node node) {
        if (node == null) {
            throw new IllegalStateException("The LinkedList is empty.");
        }
        return node;
    }

    public @Nullable Node find(@Nullable Object value) {
        Node node = first;
        while (node != null && !Objects.equals(node.value, value)) {
            node = node.next;
        }
        return node;
    }

    public @Nullable Node findLast(@Nullable Object value) {
        Node node = last;
        while (node != null && !Objects.equals(node.value, value)) {
            node = node.previous;
        }
        return node;
    }

    @Override
    public boolean add(@Nullable Object value) {
        addLast(value);
        return true;
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return find(value) != null;
    }

    @Override
    public void clear() {
        while (first != null) {
            take(first);
        }
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new Iterator<>() {
            private @Nullable Node at = first;

            @Override
            public boolean hasNext() {
                return at != null;
            }

            @Override
            public @Nullable Object next() {
                Node node = at;
                if (node == null) {
                    throw new NoSuchElementException();
                }
                at = node.next;
                return node.value;
            }
        };
    }

    @Override
    public int size() {
        return size;
    }
}
