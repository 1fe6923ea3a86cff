package org.openbits.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobState;
import org.openbits.Subscription;
import org.openbits.cmdlets.JobAccess;
import org.openbits.cmdlets.JobSpeed;
import org.openbits.shell.console.JobNews;

/**
 * What the prompt tells of jobs, from the events of the queue. It asks for a connection itself when there is a background
 * service, else it waits until a command has opened the queue. Guarded by this; the queue is never asked under the lock.
 */
final class JobTidings implements JobNews, BackgroundCopyCallback {

    private static final int BAR = 16;
    private static final int NAMED = 3;
    /** How many calls of {@link #status} a failed connection is left alone. */
    private static final int PATIENCE = 40;

    private final JobAccess access;
    private final boolean mayConnect;
    private final Map<JobId, JobInfo> moving = new LinkedHashMap<>();
    private final Map<JobId, JobInfo> ended = new LinkedHashMap<>();
    private final Map<JobId, JobSpeed> speeds = new LinkedHashMap<>();
    private @Nullable Subscription subscription;
    private int resting;

    JobTidings(JobAccess access, boolean mayConnect) {
        this.access = access;
        this.mayConnect = mayConnect;
    }

    @Override
    public List<String> endings() {
        List<JobInfo> heard;
        synchronized (this) {
            heard = List.copyOf(ended.values());
            ended.clear();
        }
        List<String> sentences = new ArrayList<>();
        for (JobInfo job : heard) {
            if (isStillSo(job)) {
                sentences.add(sentence(job));
            }
        }
        return sentences;
    }

    /** A command that waited for its job has completed or cancelled it since: what it said was enough. */
    private boolean isStillSo(JobInfo job) {
        try {
            return access.manager().job(job.id()).known().state() == job.state();
        } catch (BitsException goneOrUnreachable) {
            return false;
        }
    }

    private static String sentence(JobInfo job) {
        String name = "Job '" + job.displayName().replaceAll("\\p{Cntrl}", " ") + "' ";
        return switch (job.state()) {
            case TRANSFERRED -> name + "is transferred: Complete-BitsTransfer gives its files their names.";
            case ERROR -> name + "is in error: " + job.reason().sentence().replaceAll("\\p{Cntrl}", " ");
            default -> name + "is " + job.state().cmdletText() + ".";
        };
    }

    @Override
    public String status() {
        listen();
        return line(System.nanoTime());
    }

    /** {@code 2 jobs  nightly [====>    ] 45 % 3.1 MB/s  other Connecting}. */
    private synchronized String line(long now) {
        if (moving.isEmpty()) {
            return "";
        }
        StringBuilder line = new StringBuilder(moving.size() == 1 ? "1 job" : moving.size() + " jobs");
        int named = 0;
        for (JobInfo job : moving.values()) {
            JobSpeed speed = speeds.computeIfAbsent(job.id(), id -> new JobSpeed());
            speed.see(job.progress().bytesTransferred(), now);
            if (named++ < NAMED) {
                line.append("  ").append(job.displayName()).append(' ').append(how(job, speed));
            }
        }
        return line.toString();
    }

    private static String how(JobInfo job, JobSpeed speed) {
        double fraction = job.progress().fraction();
        if (job.state() != JobState.TRANSFERRING || fraction < 0) {
            return job.state().cmdletText();
        }
        int filled = (int) (Math.min(1, fraction) * BAR);
        return ("[" + "=".repeat(filled) + (filled < BAR ? ">" + " ".repeat(BAR - filled - 1) : "") + "] "
                        + (int) (fraction * 100) + " % " + speed.text())
                .stripTrailing();
    }

    /** Subscribes once, and looks at what moves already. */
    private void listen() {
        synchronized (this) {
            if (subscription != null || resting-- > 0 || !mayConnect && !access.isOpen()) {
                return;
            }
            resting = PATIENCE;
        }
        try {
            BackgroundCopyManager manager = access.manager();
            Subscription opened = manager.subscribe(this);
            synchronized (this) {
                subscription = opened;
            }
            for (BackgroundCopyJob job : manager.jobs()) {
                note(job.known());
            }
        } catch (BitsException unreachable) {
            // The next command that needs the queue says why; until then there is nothing to tell.
            return;
        }
    }

    private synchronized void note(JobInfo job) {
        if (job.state().isActive()) {
            moving.put(job.id(), job);
            ended.remove(job.id());
            return;
        }
        moving.remove(job.id());
        speeds.remove(job.id());
        if (job.state() != JobState.TRANSFERRED && job.state() != JobState.ERROR) {
            // What the user completed, removed or suspended meanwhile needs no announcement.
            ended.remove(job.id());
        }
    }

    private synchronized void end(JobInfo job) {
        note(job);
        ended.put(job.id(), job);
    }

    @Override
    public void jobTransferred(JobInfo job) {
        end(job);
    }

    @Override
    public void jobError(JobInfo job) {
        end(job);
    }

    @Override
    public void jobModification(JobInfo job) {
        note(job);
    }
}
