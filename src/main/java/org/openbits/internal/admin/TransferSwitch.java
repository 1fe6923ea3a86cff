package org.openbits.internal.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyError;
import org.openbits.BackgroundCopyFile;
import org.openbits.BackgroundCopyJob;
import org.openbits.BitsException;
import org.openbits.FileSpec;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.Subscription;

/** /transfer: creates a job in one step, shows its progress, waits, completes; an error cancels it. */
final class TransferSwitch {

    private TransferSwitch() {}

    static void run(Call call) {
        JobSpec spec = spec(call);
        BackgroundCopyJob[] created = new BackgroundCopyJob[1];
        ActionFailed.doing("add file", () -> created[0] = call.manager().createJob(spec));
        BackgroundCopyJob job = created[0];
        JobInfo last = waitFor(call, job);
        if (last.state() == JobState.TRANSFERRED) {
            ActionFailed.doing("complete job", job::complete);
            call.output().line("Transfer complete.");
            return;
        }
        if (last.state().isFinal()) {
            call.output().line(last.state() == JobState.ACKNOWLEDGED ? "Transfer complete." : "Transfer canceled.");
            if (last.state() == JobState.CANCELLED) {
                throw new TransferFailed(1);
            }
            return;
        }
        fail(call, job, last);
    }

    private static void fail(Call call, BackgroundCopyJob job, JobInfo last) {
        BackgroundCopyError error = job.error();
        call.output().line("Unable to complete transfer.");
        JobText.error(error, job.files().stream().map(BackgroundCopyFile::info).toList())
                .forEach(call.output()::line);
        job.cancel();
        throw new TransferFailed(error.code().number());
    }

    private static JobSpec spec(Call call) {
        JobType type = JobType.DOWNLOAD;
        JobSettings settings = JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, call.argument(0));
        int i = 1;
        while (i < call.arguments().size() && call.argument(i).startsWith("/") && isOption(call, i)) {
            String option = call.argument(i).toLowerCase(java.util.Locale.ROOT);
            switch (option) {
                case "/upload" -> type = JobType.UPLOAD;
                case "/dynamic" -> settings = settings.with(JobProperty.DYNAMIC_CONTENT, true);
                case "/priority" -> {
                    i++;
                    settings = settings.with(
                            JobProperty.PRIORITY,
                            JobPriority.values()[call.word(i, "FOREGROUND", "HIGH", "NORMAL", "LOW")]);
                }
                case "/aclflags" -> {
                    i++;
                    settings = settings.with(JobProperty.ACL_FLAGS, SetSwitches.aclFlags(call.argument(i)));
                }
                default -> type = JobType.DOWNLOAD;
            }
            i++;
        }
        List<FileSpec> files = files(call, i);
        if (type.isUpload() && files.size() > 1) {
            throw new UsageException("An upload takes one remote and one local name.");
        }
        return new JobSpec(type, settings, files, List.of(), true);
    }

    private static boolean isOption(Call call, int index) {
        for (String option : List.of("/download", "/upload", "/dynamic", "/priority", "/aclflags")) {
            if (Call.isOption(call.argument(index), option)) {
                if ((option.equals("/priority") || option.equals("/aclflags"))
                        && index + 1 >= call.arguments().size()) {
                    throw new UsageException(option + " needs a value.");
                }
                return true;
            }
        }
        return false;
    }

    private static List<FileSpec> files(Call call, int first) {
        int count = call.arguments().size() - first;
        if (count < 2 || count % 2 != 0) {
            throw new UsageException("Remote and local names come in pairs; got " + Math.max(0, count) + " name(s).");
        }
        List<FileSpec> files = new ArrayList<>();
        for (int i = first; i < call.arguments().size(); i += 2) {
            files.add(FileSpec.of(call.argument(i), call.argument(i + 1)));
        }
        return files;
    }

    /** Waits until the job is transferred, in error or gone; redraws its progress on a terminal. */
    private static JobInfo waitFor(Call call, BackgroundCopyJob job) {
        Semaphore changed = new Semaphore(0);
        BackgroundCopyCallback wake = new BackgroundCopyCallback() {
            @Override
            public void jobModification(JobInfo info) {
                changed.release();
            }

            @Override
            public void jobTransferred(JobInfo info) {
                changed.release();
            }

            @Override
            public void jobError(JobInfo info) {
                changed.release();
            }
        };
        boolean drawn = false;
        try (Subscription subscription = job.subscribe(wake)) {
            while (true) {
                JobInfo info = job.info();
                if (call.output().isTerminal() && !call.output().isRaw()) {
                    draw(call.output(), info, drawn);
                    drawn = true;
                }
                if (info.state() == JobState.TRANSFERRED
                        || info.state() == JobState.ERROR
                        || info.state().isFinal()) {
                    return info;
                }
                if (call.stopped().getAsBoolean()) {
                    job.cancel();
                    return job.info();
                }
                // An event can be lost with the service; looking once a second finds out all the same.
                changed.tryAcquire(1, TimeUnit.SECONDS);
                changed.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BitsException(org.openbits.ErrorCode.E_FAIL, "Interrupted while waiting for the transfer.", e);
        }
    }

    private static void draw(Output output, JobInfo job, boolean again) {
        // Each fits into one line, so that the next block is drawn over this one.
        String first = output.fitted(
                "DISPLAY: '" + job.displayName() + "' TYPE: " + JobText.type(job.type()) + " STATE: " + job.state());
        String second = output.fitted(JobText.progress(job));
        String block = first + System.lineSeparator() + second + System.lineSeparator();
        if (again) {
            output.redraw(2, block);
        } else {
            output.print(block);
        }
    }
}
