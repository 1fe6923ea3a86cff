package org.openbits.internal.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that become durable together, and their form in the journal: one after the other, without anything between.
 *
 * <pre>
 * put      1, key length (1), key, value length (4), value
 * delete   2, key length (1), key
 * drop     3, job length (1), job      everything of a job
 * </pre>
 */
final class Transaction {

    private static final byte PUT = 1;
    private static final byte DELETE = 2;
    private static final byte DROP = 3;

    private final List<Change> changes = new ArrayList<>();
    private int bytes;

    private record Change(byte operation, byte[] key, byte[] value) {}

    void put(byte[] key, byte[] value) {
        add(PUT, key, value, 2 + key.length + Integer.BYTES + value.length);
    }

    void delete(byte[] key) {
        add(DELETE, key, Layer.GONE, 2 + key.length);
    }

    /** Removes everything of a job. */
    void drop(byte[] job) {
        add(DROP, job, Layer.GONE, 2 + job.length);
    }

    private void add(byte operation, byte[] key, byte[] value, int size) {
        changes.add(new Change(operation, key, value));
        bytes = Math.addExact(bytes, size);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    void applyTo(Layer layer) {
        for (Change change : changes) {
            switch (change.operation) {
                case PUT -> layer.put(change.key, change.value);
                case DELETE -> layer.delete(change.key);
                default -> layer.drop(change.key);
            }
        }
    }

    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(bytes);
        for (Change change : changes) {
            out.put(change.operation).put((byte) change.key.length).put(change.key);
            if (change.operation == PUT) {
                out.putInt(change.value.length).put(change.value);
            }
        }
        return out.array();
    }

    /** Reads what {@link #toBytes} wrote, of one transaction or of several in a row. */
    static Transaction fromBytes(ByteBuffer in) throws StoreDamage {
        Transaction transaction = new Transaction();
        try {
            while (in.hasRemaining()) {
                transaction.read(in.get(), in);
            }
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new StoreDamage("a transaction ends in the middle of a change");
        }
        return transaction;
    }

    private void read(byte operation, ByteBuffer in) throws StoreDamage {
        byte[] key = bytes(in, in.get());
        switch (operation) {
            case PUT -> put(key, bytes(in, in.getInt()));
            case DELETE -> delete(key);
            case DROP -> drop(key);
            default -> throw new StoreDamage("a transaction holds the unknown operation " + operation);
        }
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
