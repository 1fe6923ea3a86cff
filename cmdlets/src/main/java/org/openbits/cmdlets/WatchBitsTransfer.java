package org.openbits.cmdlets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Keys;
import org.openbits.automation.Parameter;

/**
 * Ours: a live view of jobs. On a terminal it takes the screen and keys; elsewhere it outputs a line of text for each
 * change and ends when no job moves any more by itself.
 */
@CmdletName(verb = "Watch", noun = "BitsTransfer", errorClass = "OpenBits.WatchBitsTransferCommand")
@Help(
        synopsis = "Shows jobs while they move, and acts on them by single keys.",
        description =
                "On a terminal each job has a bar, its size, speed, the shape of its speed over the last seconds and"
                        + " the reason why it is where it is. Keys: up, down, page up,"
                        + " page down, Home and End choose a job; s suspends it, r resumes it, p gives"
                        + " it the next priority, c completes it, x removes it after a question, e explains it, q or Ctrl-C"
                        + " leaves. The jobs go on. Without such a terminal, or with -Plain, it outputs a line when a job changes"
                        + " its state or got ten per cent further, and ends when no job moves any more by itself.",
        examples = {
            @Example(title = "Watch every job", code = "Watch-BitsTransfer"),
            @Example(title = "Follow one job in a log", code = "Watch-BitsTransfer -BitsJob nightly -Plain")
        })
public final class WatchBitsTransfer extends Cmdlet {

    private static final long LOOK_MILLIS = 250;

    @Parameter(
            position = 0,
            pipeline = true,
            aliases = "b",
            help = "The jobs: objects, identifiers or display names; without any, all of yours, new ones too.")
    private BitsJob[] bitsJob = {};

    @Parameter(help = "Lines of text instead of the live view.")
    private boolean plain;

    private final Set<JobId> wanted = new HashSet<>();
    private volatile boolean stopped;

    @Override
    protected void process() {
        for (BitsJob job : bitsJob) {
            wanted.add(job.known().id());
        }
    }

    @Override
    protected void end() {
        BackgroundCopyManager manager = runtime().service(JobAccess.class).manager();
        try (LiveJobs jobs = new LiveJobs(manager, id -> wanted.isEmpty() || wanted.contains(id));
                Keys keys = plain ? null : runtime().host().keys()) {
            if (keys == null) {
                follow(jobs);
            } else {
                watch(manager, jobs, keys);
            }
        } catch (BitsException failure) {
            writeError(JobErrors.of(failure, "WatchBitsTransferCOMException", null));
        }
    }

    private void watch(BackgroundCopyManager manager, LiveJobs jobs, Keys keys) {
        WatchScreen screen = new WatchScreen(runtime().host().hasColours());
        JobInfo removing = null;
        boolean isLost = false;
        while (!isStopped()) {
            try {
                long now = System.nanoTime();
                screen.see(jobs.look(now), now);
                if (isLost) {
                    screen.say("");
                    isLost = false;
                }
            } catch (BitsException failure) {
                isLost = true;
                screen.say(WatchScreen.plain(String.valueOf(failure.getMessage())));
            }
            keys.paint(screen.lines(keys.width(), keys.height()));
            WatchKey key = WatchKey.next(keys, LOOK_MILLIS);
            if (key == WatchKey.LEAVE) {
                return;
            }
            if (key == WatchKey.NONE) {
                continue;
            }
            JobInfo asked = removing;
            removing = null;
            if (asked != null) {
                screen.say("");
                if (key == WatchKey.YES) {
                    act(manager, WatchKey.REMOVE, asked, screen);
                }
            } else if (key == WatchKey.REMOVE && screen.chosen() != null) {
                removing = screen.chosen();
                screen.say("Remove " + WatchScreen.plain(removing.displayName()) + " and what it fetched? y removes it,"
                        + " any other key keeps it.");
            } else {
                press(manager, key, screen);
            }
        }
    }

    private void press(BackgroundCopyManager manager, WatchKey key, WatchScreen screen) {
        screen.say("");
        switch (key) {
            case UP -> screen.move(-1);
            case DOWN -> screen.move(1);
            case PAGE_UP -> screen.page(-1);
            case PAGE_DOWN -> screen.page(1);
            case FIRST -> screen.move(-Integer.MAX_VALUE / 2);
            case LAST -> screen.move(Integer.MAX_VALUE / 2);
            case EXPLAIN -> screen.explain();
            default -> act(manager, key, screen.chosen(), screen);
        }
    }

    /** Does to a job what the key says; a refusal is shown and nothing more. */
    private static void act(BackgroundCopyManager manager, WatchKey key, @Nullable JobInfo job, WatchScreen screen) {
        if (job == null) {
            return;
        }
        try {
            String done = act(manager.job(job.id()), key, job);
            screen.say(done.isEmpty() ? "" : WatchScreen.plain(job.displayName()) + " " + done);
        } catch (BitsException refusal) {
            screen.say(WatchScreen.plain(String.valueOf(refusal.getMessage())));
        }
    }

    private static String act(BackgroundCopyJob handle, WatchKey key, JobInfo job) {
        switch (key) {
            case SUSPEND -> {
                handle.suspend();
                return "is suspended.";
            }
            case RESUME -> {
                handle.resume();
                return "goes on.";
            }
            case PRIORITY -> {
                JobPriority[] all = JobPriority.values();
                JobPriority next = all[(job.priority().ordinal() + 1) % all.length];
                handle.set(JobProperty.PRIORITY, next);
                return "has priority " + Spelling.camel(next.name()) + ".";
            }
            case COMPLETE -> {
                ErrorCode code = handle.complete();
                return code.equals(ErrorCode.S_OK) ? "is complete." : "is complete: " + code.text();
            }
            case REMOVE -> {
                handle.cancel();
                return "is removed.";
            }
            default -> {
                return "";
            }
        }
    }

    /** A line for each change, until no job moves by itself. */
    private void follow(LiveJobs live) {
        Map<JobId, String> told = new HashMap<>();
        while (!isStopped()) {
            List<JobInfo> jobs = live.look(System.nanoTime());
            Set<JobId> present = new HashSet<>();
            for (JobInfo job : jobs) {
                present.add(job.id());
                String step = job.state() + " " + WatchScreen.percent(job.progress()) / 10;
                if (!step.equals(told.put(job.id(), step))) {
                    write(line(job));
                }
            }
            told.keySet().retainAll(present);
            if (jobs.stream().noneMatch(job -> job.state().isActive()) || !rest()) {
                return;
            }
        }
    }

    private static String line(JobInfo job) {
        int percent = WatchScreen.percent(job.progress());
        return WatchScreen.plain(job.displayName()) + ": " + job.state().cmdletText()
                + (percent < 0 ? "" : " " + percent + " %") + ", " + ByteText.of(job.progress())
                + WatchScreen.reason(job);
    }

    private synchronized boolean rest() {
        try {
            if (!stopped) {
                wait(LOOK_MILLIS);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isStopped() {
        return stopped || runtime().isStopping();
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
