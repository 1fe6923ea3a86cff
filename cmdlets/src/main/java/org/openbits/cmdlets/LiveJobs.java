package org.openbits.cmdlets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.Subscription;

/**
 * Jobs as they are, for a view that looks often: changes come as events of the queue, and the whole list is read anew now
 * and then, for what no event tells (the time until a next try) or what was missed while the service was away. A list that
 * takes long is read rarely: looking costs at most a twentieth of the time. {@link #look}
 * is for one thread; the queue is never asked under the lock, which guards the two maps.
 */
final class LiveJobs implements BackgroundCopyCallback, AutoCloseable {

    private static final long LEAST_REST_NANOS = 1_000_000_000L;
    private static final int REST_FOR_READING = 20;

    private final BackgroundCopyManager manager;
    private final Predicate<JobId> isWanted;
    private final Subscription subscription;
    private final Map<JobId, JobInfo> toldMeanwhile = new LinkedHashMap<>();
    private Map<JobId, JobInfo> jobs = new LinkedHashMap<>();
    private boolean isReading;
    private boolean wasRead;
    private long restsUntil;

    /**
     * Begins to listen.
     *
     * @param isWanted which jobs are of interest
     */
    LiveJobs(BackgroundCopyManager manager, Predicate<JobId> isWanted) {
        this.manager = manager;
        this.isWanted = isWanted;
        this.subscription = manager.subscribe(this);
    }

    /** The jobs in the order of their creation; reads the list when it is time to. Fails as the queue does. */
    List<JobInfo> look(long nanoTime) {
        if (!wasRead || nanoTime - restsUntil >= 0) {
            long start = System.nanoTime();
            read();
            wasRead = true;
            long took = System.nanoTime() - start;
            restsUntil = nanoTime + Math.max(LEAST_REST_NANOS, took * REST_FOR_READING);
        }
        synchronized (this) {
            return new ArrayList<>(jobs.values());
        }
    }

    private void read() {
        synchronized (this) {
            isReading = true;
            toldMeanwhile.clear();
        }
        Map<JobId, JobInfo> read = new LinkedHashMap<>();
        for (BackgroundCopyJob job : manager.jobs()) {
            if (isWanted.test(job.id())) {
                read.put(job.id(), job.known());
            }
        }
        synchronized (this) {
            isReading = false;
            // What was told while the list was on its way may be newer than the list.
            toldMeanwhile.values().forEach(job -> put(read, job));
            jobs = read;
        }
    }

    private static void put(Map<JobId, JobInfo> jobs, JobInfo job) {
        if (job.state().isFinal()) {
            jobs.remove(job.id());
        } else {
            jobs.put(job.id(), job);
        }
    }

    @Override
    public synchronized void jobModification(JobInfo job) {
        if (isWanted.test(job.id())) {
            if (isReading) {
                toldMeanwhile.put(job.id(), job);
            }
            put(jobs, job);
        }
    }

    @Override
    public void jobTransferred(JobInfo job) {
        jobModification(job);
    }

    @Override
    public void jobError(JobInfo job) {
        jobModification(job);
    }

    @Override
    public void close() {
        subscription.close();
    }
}
