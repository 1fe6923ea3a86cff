package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openbits.JobEvent;
import org.openbits.JobInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a turn: what it changed becomes one batch of the store, and what it says leaves after that. Queue thread. */
final class Commits implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final JobQueue queue;
    private final JobStore store;
    private final Subscribers subscribers;
    private final Announcer announcer = new Announcer();
    private volatile boolean lost;

    Commits(JobQueue queue, JobStore store, Subscribers subscribers) {
        this.queue = queue;
        this.store = store;
        this.subscribers = subscribers;
    }

    /** Whether nothing can be saved any more. Any thread. */
    boolean isLost() {
        return lost;
    }

    /** Completes when everything said so far has left. */
    CompletableFuture<Void> quiet() {
        return announcer.quiet();
    }

    @Override
    public void close() {
        announcer.close();
    }

    /** Saves what a turn changed and lets go of what it says. */
    void commit(Turn turn) {
        for (Job job : turn.jobs.values()) {
            turn.batch.put(queue.table().record(job.row));
        }
        int firstReply = turn.sayings.size();
        for (Turn.Reply reply : turn.replies) {
            reply.answer().accept(Snapshots.job(turn.view(reply.row())));
        }
        publish(turn);
        try {
            announce(turn.batch, save(turn.batch), turn.sayings);
        } catch (JobStore.UnstorableException e) {
            saveTheOthers(turn, firstReply, e);
        }
        turn.beginnings.forEach(Runnable::run);
    }

    private void announce(JobStore.Batch batch, CompletableFuture<Void> saved, List<Turn.Saying> sayings) {
        if (!batch.isEmpty() || !sayings.isEmpty()) {
            announcer.after(saved, sayings);
        }
    }

    /** One job must not stop all: what its turn did to others holds, and it ends with an error, as it was saved last. */
    private void saveTheOthers(Turn turn, int firstReply, JobStore.UnstorableException why) {
        LOG.error("A job cannot be saved; it ends as it was before", why);
        JobStore.Batch rest = turn.batch.without(why.job());
        Row row = queue.table().find(why.job());
        boolean isOfTheStep = turn.stepJobs.contains(why.job());
        List<Turn.Saying> refused = new ArrayList<>();
        List<Turn.Saying> others = new ArrayList<>();
        for (int i = 0; i < turn.sayings.size(); i++) {
            int reply = i - firstReply;
            boolean isReply = reply >= 0 && reply < turn.replies.size();
            boolean isOfTheJob = isReply ? turn.replies.get(reply).row() == row : isOfTheStep && i < turn.stepSayings;
            (isOfTheJob ? refused : others).add(turn.sayings.get(i));
        }
        if (row != null) {
            queue.unstorable(row, why); // first: no transfer of it may begin
        }
        try {
            CompletableFuture<Void> saved = save(rest);
            announcer.refuse(refused, why);
            announce(rest, saved, others);
        } catch (JobStore.UnstorableException another) {
            stopEverything(another); // two at once: something is wrong with the store itself
            announcer.after(CompletableFuture.failedFuture(another), turn.sayings);
        }
    }

    private CompletableFuture<Void> save(JobStore.Batch batch) {
        if (batch.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            CompletableFuture<Void> saved = store.commit(batch);
            saved.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    queue.execute(() -> stopEverything(failure));
                }
            });
            return saved;
        } catch (JobStore.UnstorableException e) {
            throw e;
        } catch (RuntimeException e) {
            stopEverything(e);
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Nothing can be saved any more: nothing moves any more, and every call is told why. */
    private void stopEverything(Throwable failure) {
        if (!lost) {
            lost = true;
            LOG.error("The job store is lost; the transfers are stopped", failure);
            for (Row row : queue.table().moving()) {
                queue.runner().abandon(row);
            }
        }
    }

    private void publish(Turn turn) {
        for (Turn.PendingEvent event : turn.events) {
            if (subscribers.want(event.kind()) && queue.table().find(event.row().id) == event.row()) {
                JobInfo info = Snapshots.job(turn.view(event.row()));
                turn.afterwards(
                        () -> subscribers.publish(new JobEvent(event.kind(), info, event.fileIndex(), event.ranges())));
            }
        }
        for (JobInfo last : subscribers.want(JobEvent.Kind.GONE) ? turn.gone : List.<JobInfo>of()) {
            turn.afterwards(() -> subscribers.publish(new JobEvent(JobEvent.Kind.GONE, last, -1)));
        }
    }
}
