package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobPriority;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.queue.JobRecord.Intent;
import org.openbits.internal.queue.JobRecord.Timers;
import org.openbits.internal.queue.JobRules.Cell;
import org.openbits.internal.queue.JobRules.Input;
import org.openbits.internal.queue.JobRules.Rule;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.Demand;

/** What callers can do to jobs, as steps of a turn: each checks first, then changes. Queue thread. */
final class Operations {

    private final JobQueue queue;
    private final LocalNames localNames = new LocalNames();

    Operations(JobQueue queue) {
        this.queue = queue;
    }

    /** @param files as admitted */
    Row create(Turn turn, Caller caller, JobId id, JobSpec spec, List<FileSpec> files) {
        checkJobLimits(caller);
        checkFileLimits(caller, files, 0);
        Notifications.check(spec.settings().get(JobProperty.NOTIFY_COMMAND_LINE), queue.policies());
        JobSettings settings = PropertyRules.settle(spec.type(), JobSettings.EMPTY, spec.settings());
        JobRecord record = new JobRecord(
                id,
                spec.type(),
                caller.owner(),
                "",
                0,
                queue.nextPosition(),
                JobState.SUSPENDED,
                Intent.NONE,
                settings,
                spec.credentials(),
                new JobProgress(0, 0, 0, 0),
                new JobTimes(turn.instant, turn.instant, null),
                0,
                null,
                false,
                Timers.ZERO,
                List.of(),
                false,
                turn.instant);
        Row row = new Row(record.id(), record.position(), record.owner(), record.state(), priority(settings));
        row.savedMillis = turn.nowMillis;
        Job job = new Job(row, record, turn.nowMillis, turn.instant);
        Uploads.checkReplyName(job, spec.settings(), null);
        turn.add(job);
        addFiles(turn, job, files);
        if (spec.resume()) {
            resume(turn, job);
        }
        turn.event(JobEvent.Kind.MODIFICATION, row, -1);
        return row;
    }

    private static JobPriority priority(JobSettings settings) {
        return settings.get(JobProperty.PRIORITY);
    }

    private void checkJobLimits(Caller caller) {
        Policies policies = queue.policies();
        if (caller.administrator()) {
            return;
        }
        if (queue.table().jobsOf(caller.owner()) >= policies.maxJobsPerUser()) {
            throw new BitsException(
                    ErrorCode.BG_E_TOO_MANY_JOBS_PER_USER,
                    "The user " + caller.owner() + " has " + policies.maxJobsPerUser()
                            + " jobs, as many as the policy MaxJobsPerUser allows; complete or cancel one");
        }
        if (queue.table().count() >= policies.maxJobsPerMachine()) {
            throw new BitsException(
                    ErrorCode.BG_E_TOO_MANY_JOBS_PER_MACHINE,
                    "There are " + policies.maxJobsPerMachine()
                            + " jobs, as many as the policy MaxJobsPerMachine allows; complete or cancel one");
        }
    }

    private void checkFileLimits(Caller caller, List<FileSpec> files, int present) {
        Policies policies = queue.policies();
        if (caller.administrator()) {
            return;
        }
        if (present + files.size() > policies.maxFilesPerJob()) {
            throw new BitsException(
                    ErrorCode.BG_E_TOO_MANY_FILES_IN_JOB,
                    "The job would have " + (present + files.size()) + " files; the policy MaxFilesPerJob allows "
                            + policies.maxFilesPerJob());
        }
        for (FileSpec file : files) {
            if (file.ranges().size() > policies.maxRangesPerFile()) {
                throw new BitsException(
                        ErrorCode.BG_E_TOO_MANY_RANGES_IN_FILE,
                        "A file has " + file.ranges().size() + " ranges; the policy MaxRangesPerFile allows "
                                + policies.maxRangesPerFile());
            }
        }
    }

    void addFiles(Turn turn, Caller caller, Row row, List<FileSpec> files) {
        Job job = turn.edit(row);
        JobRules.require(Input.ADD_FILES, job.state, row.id);
        checkFileLimits(caller, files, job.progress.filesTotal());
        addFiles(turn, job, files);
        changed(turn, job);
    }

    private void addFiles(Turn turn, Job job, List<FileSpec> files) {
        Running running = job.row.running;
        int index = job.progress.filesTotal();
        Uploads.checkFiles(job, files, index);
        if (!job.before.type().isUpload()) {
            localNames.take(turn, job, files);
        }
        job.settings = Uploads.withReplyName(job, job.settings, files.isEmpty() ? null : files.get(0));
        for (FileSpec spec : files) {
            FileRecord file = FileRecord.added(job.row.id, index++, spec);
            turn.put(file);
            if (running != null) {
                running.totals.add(file);
            }
        }
        if (!files.isEmpty()) {
            job.progress = new JobProgress(
                    JobProgress.SIZE_UNKNOWN, job.progress.bytesTransferred(), index, job.progress.filesTransferred());
        }
    }

    void change(Turn turn, Caller caller, Row row, JobSettings change) {
        Job job = turn.edit(row);
        JobRules.require(Input.SET_PROPERTY, job.state, row.id);
        PropertyRules.check(job, change, caller);
        Notifications.check(change.get(JobProperty.NOTIFY_COMMAND_LINE), queue.policies());
        FileRecord first = job.progress.filesTotal() == 0 ? null : turn.file(row, 0);
        Uploads.checkReplyName(job, change, first);
        job.settings = Uploads.withReplyName(
                job,
                PropertyRules.settle(job.before.type(), job.settings, change),
                first == null ? null : first.spec());
        if (row.isRunnable()) {
            job.enter(job.ready());
        }
        changed(turn, job);
    }

    void resume(Turn turn, Row row) {
        resume(turn, turn.edit(row));
    }

    private void resume(Turn turn, Job job) {
        Rule rule = JobRules.require(Input.RESUME, job.state, job.row.id);
        if (rule.cell() == Cell.NO_EFFECT) {
            return;
        }
        if (job.progress.filesTotal() == 0) {
            throw new BitsException(
                    ErrorCode.BG_E_EMPTY,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "The job " + job.row.id + " has no files; add one before Resume",
                    job.row.id,
                    null);
        }
        boolean moved = job.move(Input.RESUME);
        job.resumedBefore = true;
        job.timers = Timers.ZERO;
        changed(turn, job);
        if (job.state == JobState.TRANSFERRED && moved) {
            job.transferCompletion = turn.instant;
            turn.event(JobEvent.Kind.TRANSFERRED, job.row, -1);
        }
    }

    void suspend(Turn turn, Row row) {
        Job job = turn.edit(row);
        if (job.move(Input.SUSPEND)) {
            queue.runner().detach(turn, row);
            changed(turn, job);
        }
    }

    void complete(Turn turn, Row row, CompletableFuture<Outcome> answer) {
        Job job = turn.edit(row);
        Input input = job.before.type().isUpload() ? Input.COMPLETE_UPLOAD : Input.COMPLETE;
        JobRules.require(input, job.state, row.id);
        queue.endings().begin(turn, row, Intent.COMPLETE, answer);
        changed(turn, job);
    }

    void cancel(Turn turn, Row row, CompletableFuture<Outcome> answer) {
        Job job = turn.edit(row);
        JobRules.require(Input.CANCEL, job.state, row.id);
        queue.endings().begin(turn, row, Intent.CANCEL, answer);
        changed(turn, job);
    }

    void takeOwnership(Turn turn, Caller caller, Row row) {
        Job job = turn.edit(row);
        if (!caller.administrator()) {
            throw denied(row.id, "Only an administrator can take ownership of the job " + row.id);
        }
        JobRules.require(Input.SET_PROPERTY, job.state, row.id);
        job.owner = caller.owner();
        job.credentials = List.of();
        job.settings = PropertyRules.withoutOwnersSecrets(job.settings);
        if (row.running != null) {
            queue.runner().preempt(turn, row); // what moves has the secrets of the owner before
        }
        changed(turn, job);
    }

    void setCredentials(Turn turn, Caller caller, Row row, AuthCredentials credentials) {
        Job job = turn.edit(row);
        JobRules.require(Input.SET_PROPERTY, job.state, row.id);
        if (!caller.owner().equals(job.owner)) {
            throw denied(row.id, "Only its owner can give the job " + row.id + " credentials");
        }
        List<AuthCredentials> all = without(job.credentials, credentials.target(), credentials.scheme());
        all.add(credentials);
        job.credentials = all;
        changed(turn, job);
    }

    ErrorCode removeCredentials(Turn turn, Row row, AuthTarget target, AuthScheme scheme) {
        Job job = turn.edit(row);
        JobRules.require(Input.SET_PROPERTY, job.state, row.id);
        List<AuthCredentials> rest = without(job.credentials, target, scheme);
        if (rest.size() == job.credentials.size()) {
            return ErrorCode.S_FALSE;
        }
        job.credentials = rest;
        changed(turn, job);
        return ErrorCode.S_OK;
    }

    private static List<AuthCredentials> without(List<AuthCredentials> all, AuthTarget target, AuthScheme scheme) {
        List<AuthCredentials> rest = new ArrayList<>(all);
        rest.removeIf(one -> one.target() == target && one.scheme() == scheme);
        return rest;
    }

    /** @param remoteName of legal form */
    void setRemoteName(Turn turn, Row row, int index, String remoteName) {
        Job job = turn.edit(row);
        JobRules.require(Input.SET_REMOTE_NAME, job.state, row.id);
        Uploads.refuseRename(job);
        FileRecord file = turn.file(row, index);
        if (!file.transferred()) {
            rename(turn, job, file, remoteName);
        }
        changed(turn, job);
    }

    /**
     * The bytes so far stay: the next start compares time and size, as in BITS, and starts over when they differ. An entity
     * tag of the former address proves nothing of the new one.
     */
    private void rename(Turn turn, Job job, FileRecord file, String remoteName) {
        if (remoteName.equals(file.spec().remoteName())) {
            return;
        }
        turn.put(file.withSpec(file.spec().withRemoteName(remoteName)));
        Checkpoint checkpoint = queue.table().store().checkpoint(file.job(), file.index());
        if (checkpoint != null) {
            turn.put(job.row, file.index(), checkpoint.elsewhere());
        }
        Running running = job.row.running;
        if (running != null && running.attempt(file.index()) != null) {
            queue.runner().preempt(turn, job.row);
        }
    }

    void requestRanges(Turn turn, Row row, int index, List<FileRange> ranges, Admission admission) {
        Job job = turn.edit(row);
        JobRules.require(Input.REQUEST_RANGES, job.state, row.id);
        FileRecord file = turn.file(row, index);
        Demands.require(job, file, admission);
        demand(turn, job, file, Demands.ask(job, file, ranges, queue.policies().maxRangesPerFile()));
    }

    void updateDownloadPosition(Turn turn, Row row, int index, long offset, Admission admission) {
        Job job = turn.edit(row);
        JobRules.require(Input.REQUEST_RANGES, job.state, row.id);
        FileRecord file = turn.file(row, index);
        Demands.require(job, file, admission);
        List<FileRange> hint = List.of(new FileRange(offset, FileRange.TO_EOF));
        demand(
                turn,
                job,
                file,
                job.settings.get(JobProperty.ON_DEMAND)
                        ? Demand.from(file.requested(), offset)
                        : Demands.ask(job, file, hint, queue.policies().maxRangesPerFile()));
    }

    /** A transfer under way begins anew, with what it has, where it is told to. */
    private void demand(Turn turn, Job job, FileRecord file, List<FileRange> ranges) {
        if (file.transferred()) {
            return;
        }
        turn.put(file.withRequested(ranges));
        if (job.row.running != null) {
            queue.runner().preempt(turn, job.row);
        }
        changed(turn, job);
    }

    ErrorCode replaceRemotePrefix(Turn turn, Row row, String oldPrefix, String newPrefix, Admission admission) {
        Job job = turn.edit(row);
        JobRules.require(Input.SET_REMOTE_NAME, job.state, row.id);
        Uploads.refuseRename(job);
        if (oldPrefix.isEmpty() || newPrefix.isEmpty()) {
            throw new BitsException(ErrorCode.E_INVALIDARG, "A prefix of remote names cannot be empty");
        }
        List<FileRecord> matching = new ArrayList<>();
        for (FileRecord file : turn.files(row)) {
            if (!file.transferred() && file.spec().remoteName().startsWith(oldPrefix)) {
                admission.checkRemote(newPrefix + file.spec().remoteName().substring(oldPrefix.length()));
                matching.add(file);
            }
        }
        for (FileRecord file : matching) {
            rename(
                    turn,
                    job,
                    turn.file(row, file.index()),
                    newPrefix + file.spec().remoteName().substring(oldPrefix.length()));
        }
        if (matching.isEmpty()) {
            return ErrorCode.S_FALSE;
        }
        changed(turn, job);
        return ErrorCode.S_OK;
    }

    void setValidationState(Turn turn, Row row, int index, boolean valid) {
        Job job = turn.edit(row);
        JobRules.require(valid ? Input.SET_VALID : Input.SET_INVALID, job.state, row.id);
        FileRecord file = turn.file(row, index);
        if (!file.transferred()) {
            throw new BitsException(
                    ErrorCode.E_PENDING,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "The file " + file.spec().localName() + " is not transferred yet",
                    row.id,
                    null);
        }
        if (valid) {
            turn.put(file.withValid(true));
            changed(turn, job);
            return;
        }
        queue.runner().dropContent(turn, job, file);
        queue.runner()
                .end(
                        turn,
                        job,
                        Input.SET_INVALID,
                        new BackgroundCopyError(
                                ErrorCode.BG_E_VALIDATION_FAILED,
                                ErrorContext.REMOTE_FILE,
                                "The application declared the content of "
                                        + file.spec().localName() + " invalid",
                                index,
                                null));
    }

    private static void changed(Turn turn, Job job) {
        job.touch(turn.instant);
        turn.event(JobEvent.Kind.MODIFICATION, job.row, -1);
    }

    private static BitsException denied(JobId job, String message) {
        return new BitsException(ErrorCode.E_ACCESSDENIED, ErrorContext.GENERAL_QUEUE_MANAGER, message, job, null);
    }
}
