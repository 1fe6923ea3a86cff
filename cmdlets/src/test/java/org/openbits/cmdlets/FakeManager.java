package org.openbits.cmdlets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyError;
import org.openbits.BackgroundCopyFile;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobReason;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.Subscription;

/** A queue that does only what a test says: states change by {@link FakeJob#become}. */
final class FakeManager implements BackgroundCopyManager {

    final List<FakeJob> jobs = new CopyOnWriteArrayList<>();
    final List<HistoryEntry> history = new CopyOnWriteArrayList<>();
    private final List<BackgroundCopyCallback> callbacks = new CopyOnWriteArrayList<>();
    /** How often the whole list was asked for. */
    volatile int listings;

    /** Whether events are sent; without them only looking helps. */
    volatile boolean tells = true;

    /** Whether the service is gone: every look at a job fails. */
    volatile boolean lost;

    /** What happens right before somebody begins to listen. */
    volatile Runnable beforeSubscription = () -> {};

    /** The state of jobs that are created started. */
    volatile JobState startState = JobState.CONNECTING;

    @Override
    public FakeJob createJob(JobSpec spec) {
        FakeJob job = new FakeJob(spec);
        jobs.add(job);
        return job;
    }

    @Override
    public BackgroundCopyJob job(JobId id) {
        if (lost) {
            throw BitsException.of(ErrorCode.ERROR_SERVICE_NOT_ACTIVE);
        }
        return jobs.stream()
                .filter(job -> job.id().equals(id) && !job.info.state().isFinal())
                .findFirst()
                .orElseThrow(() -> BitsException.of(ErrorCode.BG_E_NOT_FOUND));
    }

    @Override
    public List<BackgroundCopyJob> jobs() {
        listings++;
        List<BackgroundCopyJob> open = new ArrayList<>(jobs);
        open.removeIf(job -> job.state().isFinal());
        return open;
    }

    @Override
    public List<BackgroundCopyJob> jobsOfAllUsers() {
        throw BitsException.of(ErrorCode.E_ACCESSDENIED);
    }

    @Override
    public List<HistoryEntry> history(boolean allUsers, int most) {
        return history.subList(0, Math.min(most, history.size()));
    }

    @Override
    public HistoryCheck checkHistory() {
        return new HistoryCheck(history.size(), null);
    }

    @Override
    public Subscription subscribe(BackgroundCopyCallback callback) {
        beforeSubscription.run();
        callbacks.add(callback);
        return () -> callbacks.remove(callback);
    }

    @Override
    public void close() {}

    /** A job whose every change a test asks for. */
    final class FakeJob implements BackgroundCopyJob {

        final JobSpec spec;
        final List<String> calls = new CopyOnWriteArrayList<>();
        final List<AuthCredentials> credentials = new CopyOnWriteArrayList<>();
        volatile JobInfo info;
        volatile int reads;

        private FakeJob(JobSpec spec) {
            this.spec = spec;
            Instant now = Instant.parse("2026-01-02T03:04:05Z");
            this.info = new JobInfo(
                    JobId.random(),
                    spec.type(),
                    "tester",
                    spec.resume() ? startState : JobState.SUSPENDED,
                    spec.settings(),
                    new JobProgress(JobProgress.SIZE_UNKNOWN, 0, spec.files().size(), 0),
                    new JobTimes(now, now, null),
                    0,
                    null,
                    new JobReason(JobReason.Kind.WORKING, "It works.", Instant.EPOCH, null),
                    List.of());
            credentials.addAll(spec.credentials());
        }

        /** Changes the job and tells whoever listens. */
        FakeJob become(UnaryOperator<JobInfo> change) {
            info = change.apply(info);
            if (tells) {
                callbacks.forEach(callback -> callback.jobModification(info));
            }
            return this;
        }

        FakeJob become(JobState state) {
            return become(state, info.error());
        }

        FakeJob become(JobState state, BackgroundCopyError error) {
            return become(it -> new JobInfo(
                    it.id(),
                    it.type(),
                    it.owner(),
                    state,
                    it.settings(),
                    it.progress(),
                    it.times(),
                    it.errorCount(),
                    error,
                    it.reason(),
                    it.notes()));
        }

        FakeJob progress(long done, long total) {
            return become(it -> new JobInfo(
                    it.id(),
                    it.type(),
                    it.owner(),
                    it.state(),
                    it.settings(),
                    new JobProgress(total, done, 1, 0),
                    it.times(),
                    it.errorCount(),
                    it.error(),
                    it.reason(),
                    it.notes()));
        }

        @Override
        public JobId id() {
            return info.id();
        }

        @Override
        public JobInfo known() {
            return info;
        }

        @Override
        public JobInfo info() {
            reads++;
            return info;
        }

        @Override
        public List<BackgroundCopyFile> files() {
            return List.of();
        }

        @Override
        public void addFiles(List<FileSpec> files) {
            calls.add("add " + files.get(0).remoteName());
        }

        @Override
        public void change(JobSettings change) {
            refuseWhenGone();
            calls.add("change " + change.toPlain());
            become(it -> new JobInfo(
                    it.id(),
                    it.type(),
                    it.owner(),
                    it.state(),
                    it.settings().with(change),
                    it.progress(),
                    it.times(),
                    it.errorCount(),
                    it.error(),
                    it.reason(),
                    it.notes()));
        }

        @Override
        public BackgroundCopyError error() {
            return info.error();
        }

        @Override
        public void suspend() {
            act("suspend", JobState.SUSPENDED);
        }

        @Override
        public void resume() {
            act("resume", JobState.CONNECTING);
        }

        @Override
        public ErrorCode complete() {
            return act("complete", JobState.ACKNOWLEDGED);
        }

        @Override
        public ErrorCode cancel() {
            return act("cancel", JobState.CANCELLED);
        }

        private ErrorCode act(String name, JobState state) {
            refuseWhenGone();
            calls.add(name);
            become(state, null);
            return ErrorCode.S_OK;
        }

        private void refuseWhenGone() {
            if (info.state().isFinal()) {
                throw BitsException.of(ErrorCode.BG_E_INVALID_STATE);
            }
        }

        @Override
        public void setCredentials(AuthCredentials more) {
            credentials.add(more);
        }

        @Override
        public ErrorCode removeCredentials(AuthTarget target, AuthScheme scheme) {
            return ErrorCode.S_FALSE;
        }

        @Override
        public ErrorCode replaceRemotePrefix(String oldPrefix, String newPrefix) {
            return ErrorCode.S_FALSE;
        }

        @Override
        public void takeOwnership() {
            calls.add("own");
        }

        @Override
        public Subscription subscribe(BackgroundCopyCallback callback) {
            return FakeManager.this.subscribe(callback);
        }
    }
}
