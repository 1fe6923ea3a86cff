package org.openbits.internal.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes the journal. All transactions that came while it was forcing share the next force.
 *
 * <p>After a failed write or force nothing is written any more: what of it reached the disk cannot be known, so a later
 * transaction must not seem to follow it.
 */
final class JournalWriter {

    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "openbits-store-journal");
    /** Confined to the thread. */
    private Journal journal;

    private @Nullable IOException failure;

    /** What the thread is asked: to write bytes, to go on in another journal, or, with neither, to stop. */
    private record Order(
            byte @Nullable [] transaction, @Nullable Journal next, CompletableFuture<Void> done) {}

    JournalWriter(Journal journal) {
        this.journal = journal;
        thread.start();
    }

    /** Completes when the transaction is durable; transactions become durable in the order of the calls. */
    CompletableFuture<Void> write(byte[] transaction) {
        return order(transaction, null);
    }

    /** Later transactions go into another journal; completes when all earlier ones are durable. */
    CompletableFuture<Void> goOnIn(Journal next) {
        return order(null, next);
    }

    /** Waits for what was ordered and closes the journal. Nothing may be ordered afterwards. */
    void close() {
        order(null, null);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // The journal must be closed all the same.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> order(byte @Nullable [] transaction, @Nullable Journal next) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        orders.add(new Order(transaction, next, done));
        return done;
    }

    private void run() {
        List<Order> group = new ArrayList<>();
        while (true) {
            Order order = takeGroup(group);
            writeGroup(group);
            group.clear();
            if (order == null) {
                continue;
            }
            finish(order);
            if (order.next == null) {
                return;
            }
        }
    }

    /** Fills the group with all transactions that wait, up to an order of another kind, which is returned. */
    private @Nullable Order takeGroup(List<Order> group) {
        Order order = take();
        while (order != null && order.transaction != null) {
            group.add(order);
            order = orders.poll();
        }
        return order;
    }

    private Order take() {
        while (true) {
            try {
                return orders.take();
            } catch (InterruptedException e) {
                Thread.interrupted(); // Nobody stops this thread so; an interrupt would close the journal's channel.
            }
        }
    }

    private void writeGroup(List<Order> group) {
        List<byte[]> transactions = new ArrayList<>();
        for (Order order : group) {
            if (order.transaction != null && order.transaction.length > 0) {
                transactions.add(order.transaction);
            }
        }
        if (failure == null && !transactions.isEmpty()) {
            try {
                journal.append(transactions);
            } catch (IOException | RuntimeException | Error e) { // this thread must go on: others wait for it
                failure = new IOException(
                        "The job store cannot be written any more; what was acknowledged is safe. "
                                + "Make room or repair the disk. Cause: " + e.getMessage(),
                        e);
            }
        }
        group.forEach(order -> complete(order.done));
    }

    private void finish(Order order) {
        try {
            journal.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
        if (order.next != null) {
            journal = order.next;
        }
        complete(order.done);
    }

    private void complete(CompletableFuture<Void> done) {
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
