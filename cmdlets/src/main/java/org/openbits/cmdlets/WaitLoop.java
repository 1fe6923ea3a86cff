package org.openbits.cmdlets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.Subscription;
import org.openbits.automation.CommandRuntime;

/**
 * Waits for jobs: woken by their events, with a look at each job now and then in case an event got lost, and a line of
 * progress for each at most ten times a second. Runs on the thread of the pipeline; events and {@link #stop} come from
 * others and only touch what {@code this} guards.
 */
final class WaitLoop implements BackgroundCopyCallback {

    private static final long TICK_MILLIS = 100;

    private final CommandRuntime runtime;
    private final JobAccess access;
    private final List<JobWatch> open = new ArrayList<>();
    private final Set<JobId> wanted = new HashSet<>();
    private final Map<JobId, JobInfo> news = new HashMap<>();
    private boolean stopped;
    private boolean woken;
    private long paintedAt;
    private int count;

    /** Says what to do about a job. */
    interface Verdict {

        /** Whether the job needs no more waiting. */
        boolean isOver(JobWatch watch, long now);

        /** How long until this wait is given up, for the line of progress; null when it is not. */
        default @Nullable Duration givesUpIn(JobWatch watch, long now) {
            return null;
        }
    }

    WaitLoop(CommandRuntime runtime) {
        this.runtime = runtime;
        this.access = runtime.service(JobAccess.class);
        this.paintedAt = access.nanoTime() - Duration.ofSeconds(1).toNanos();
    }

    /** Adds a job to wait for. */
    synchronized JobWatch add(BitsJob job) {
        wanted.add(job.known().id());
        JobWatch watch = new JobWatch(job, ++count, access.nanoTime());
        open.add(watch);
        return watch;
    }

    /** The jobs that are still waited for. */
    List<JobWatch> open() {
        return List.copyOf(open);
    }

    /**
     * Waits until every job is over, the time is over or somebody stops it.
     *
     * @param limit null for no limit
     * @return whether every job is over
     */
    boolean run(@Nullable Duration limit, Verdict verdict) {
        if (open.isEmpty()) {
            return true;
        }
        long start = access.nanoTime();
        BackgroundCopyManager manager = access.manager();
        try (Subscription subscription = manager.subscribe(this)) {
            // What happened before the subscription was told to nobody: a small job is over by then.
            for (boolean first = true; ; first = false) {
                long now = access.nanoTime();
                look(manager, now, first);
                settle(verdict, now);
                boolean isLate = limit != null && now - start >= limit.toNanos();
                if (open.isEmpty() || isLate || isStopped()) {
                    return open.isEmpty();
                }
                paint(verdict, now);
                rest();
            }
        } finally {
            open.forEach(watch -> runtime.progress(watch.gone()));
        }
    }

    /** Takes events in, and asks for jobs nothing was heard of for a while. */
    private void look(BackgroundCopyManager manager, long now, boolean atAll) {
        for (JobWatch watch : open) {
            JobInfo info = takeNews(watch.job().known().id());
            boolean isDue =
                    atAll || watch.unseenFor(now).compareTo(access.patience().poll()) >= 0;
            if (info == null && isDue) {
                info = ask(manager, watch);
            }
            if (info != null) {
                watch.see(info, now);
            }
        }
    }

    private static JobInfo ask(BackgroundCopyManager manager, JobWatch watch) {
        JobInfo before = watch.job().known();
        try {
            manager.job(before.id());
            return watch.job().refresh();
        } catch (BitsException failure) {
            if (!failure.code().equals(ErrorCode.BG_E_NOT_FOUND)) {
                throw failure;
            }
            return gone(watch.job().refresh());
        }
    }

    /** A job that left the queue unseen, such as while the service started again, has been completed by it. */
    private static JobInfo gone(JobInfo last) {
        return last.state().isFinal()
                ? last
                : new JobInfo(
                        last.id(),
                        last.type(),
                        last.owner(),
                        org.openbits.JobState.ACKNOWLEDGED,
                        last.settings(),
                        last.progress(),
                        last.times(),
                        last.errorCount(),
                        null,
                        last.reason(),
                        last.notes());
    }

    private synchronized @Nullable JobInfo takeNews(JobId id) {
        return news.remove(id);
    }

    private void settle(Verdict verdict, long now) {
        for (Iterator<JobWatch> each = open.iterator(); each.hasNext(); ) {
            JobWatch watch = each.next();
            if (verdict.isOver(watch, now)) {
                each.remove();
                runtime.progress(watch.gone());
            }
        }
    }

    private void paint(Verdict verdict, long now) {
        if (now - paintedAt >= Duration.ofMillis(TICK_MILLIS).toNanos()) {
            paintedAt = now;
            open.forEach(watch -> runtime.progress(watch.record(verdict.givesUpIn(watch, now), now)));
        }
    }

    /** Until the next event, at most a tick. An interrupt is a wish to stop. */
    private synchronized void rest() {
        try {
            if (!woken) {
                wait(TICK_MILLIS);
            }
            woken = false;
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the wait; from any thread. */
    synchronized void stop() {
        stopped = true;
        wake();
    }

    /** Whether somebody asked to stop. */
    synchronized boolean isStopped() {
        return stopped || runtime.isStopping();
    }

    private synchronized void wake() {
        woken = true;
        notifyAll();
    }

    private synchronized void hear(JobInfo job) {
        if (wanted.contains(job.id())) {
            news.put(job.id(), job);
            wake();
        }
    }

    @Override
    public void jobTransferred(JobInfo job) {
        hear(job);
    }

    @Override
    public void jobError(JobInfo job) {
        hear(job);
    }

    @Override
    public void jobModification(JobInfo job) {
        hear(job);
    }
}
