package org.openbits.internal.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileDetails;
import org.openbits.FileInfo;
import org.openbits.FileProgress;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobReason;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.Subscription;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.channel.JobPage;
import org.openbits.internal.channel.Outcome;

/** A queue that keeps jobs in memory and moves none; what a test says happens to them. */
final class FakeQueue implements JobChannel {

    final Map<JobId, JobInfo> jobs = new LinkedHashMap<>();
    final Map<JobId, JobSpec> specs = new LinkedHashMap<>();
    final List<Consumer<JobEvent>> listeners = new CopyOnWriteArrayList<>();
    /** What the listener registered last wants. */
    volatile Predicate<JobEvent.Kind> wanted = kind -> false;

    final List<AuthCredentials> credentials = new ArrayList<>();
    final List<FileRange> requested = new CopyOnWriteArrayList<>();
    final List<HistoryEntry> history = new ArrayList<>();
    int creates;

    @Override
    public synchronized CompletableFuture<JobInfo> create(JobId id, JobSpec spec) {
        creates++;
        if (!jobs.containsKey(id)) {
            specs.put(id, spec);
            jobs.put(id, info(id, spec, spec.resume() ? JobState.QUEUED : JobState.SUSPENDED));
        }
        return info(id);
    }

    static JobInfo info(JobId id, JobSpec spec, JobState state) {
        return new JobInfo(
                id,
                spec.type(),
                "ada",
                state,
                spec.settings(),
                new JobProgress(JobProgress.SIZE_UNKNOWN, 0, spec.files().size(), 0),
                new JobTimes(Instant.ofEpochSecond(1, 2), Instant.ofEpochSecond(-3, 4), null),
                0,
                null,
                new JobReason(JobReason.Kind.RESUME, "It waits for Resume.", Instant.ofEpochSecond(9), null),
                List.of());
    }

    @Override
    public synchronized CompletableFuture<JobInfo> info(JobId id) {
        JobInfo info = jobs.get(id);
        return info == null ? unknown(id) : CompletableFuture.completedFuture(info);
    }

    @Override
    public synchronized CompletableFuture<JobPage> page(boolean allUsers, @Nullable String from) {
        if (allUsers) {
            return CompletableFuture.failedFuture(BitsException.of(ErrorCode.E_ACCESSDENIED));
        }
        List<JobInfo> all = List.copyOf(jobs.values());
        int first = from == null ? 0 : Integer.parseInt(from);
        int end = Math.min(all.size(), first + 2);
        String next = end == all.size() ? null : Integer.toString(end);
        return CompletableFuture.completedFuture(new JobPage(all.subList(first, end), next));
    }

    @Override
    public CompletableFuture<List<HistoryEntry>> history(boolean allUsers, int most) {
        return CompletableFuture.completedFuture(history.subList(0, Math.min(most, history.size())));
    }

    @Override
    public CompletableFuture<HistoryCheck> checkHistory() {
        return CompletableFuture.completedFuture(new HistoryCheck(history.size(), "Line 9 was changed"));
    }

    @Override
    public synchronized CompletableFuture<List<FileInfo>> files(JobId id) {
        List<FileInfo> files = new ArrayList<>();
        for (FileSpec spec : specs.get(id).files()) {
            files.add(new FileInfo(
                    files.size(),
                    spec.remoteName(),
                    spec.localName(),
                    spec.ranges(),
                    new FileProgress(JobProgress.SIZE_UNKNOWN, 0, false),
                    false,
                    null,
                    false,
                    List.of()));
        }
        return CompletableFuture.completedFuture(files);
    }

    @Override
    public synchronized CompletableFuture<Outcome> addFiles(JobId id, List<FileSpec> files) {
        List<FileSpec> all = new ArrayList<>(specs.get(id).files());
        all.addAll(files);
        specs.put(id, specs.get(id).withFiles(all));
        jobs.put(id, info(id, specs.get(id), jobs.get(id).state()));
        return outcome(id, ErrorCode.S_OK);
    }

    @Override
    public synchronized CompletableFuture<Outcome> change(JobId id, JobSettings change) {
        JobSpec old = specs.get(id);
        specs.put(
                id, new JobSpec(old.type(), old.settings().with(change), old.files(), old.credentials(), old.resume()));
        jobs.put(id, info(id, specs.get(id), jobs.get(id).state()));
        return outcome(id, ErrorCode.S_OK);
    }

    @Override
    public CompletableFuture<Outcome> act(JobId id, JobAction action) {
        return switch (action) {
            case SUSPEND -> become(id, JobState.SUSPENDED);
            case RESUME -> become(id, JobState.QUEUED);
            case COMPLETE -> become(id, JobState.ACKNOWLEDGED);
            case CANCEL -> become(id, JobState.CANCELLED);
            case TAKE_OWNERSHIP -> throw new IllegalStateException("a defect of the queue");
        };
    }

    @Override
    public CompletableFuture<Outcome> setCredentials(JobId id, AuthCredentials added) {
        credentials.add(added);
        return outcome(id, ErrorCode.S_OK);
    }

    @Override
    public CompletableFuture<Outcome> removeCredentials(JobId id, AuthTarget target, AuthScheme scheme) {
        boolean removed = credentials.removeIf(c -> c.target() == target && c.scheme() == scheme);
        return outcome(id, removed ? ErrorCode.S_OK : ErrorCode.S_FALSE);
    }

    @Override
    public CompletableFuture<Outcome> setRemoteName(JobId id, int fileIndex, String remoteName) {
        return outcome(id, ErrorCode.S_OK);
    }

    @Override
    public CompletableFuture<Outcome> replaceRemotePrefix(JobId id, String oldPrefix, String newPrefix) {
        return outcome(id, ErrorCode.S_FALSE);
    }

    @Override
    public CompletableFuture<Outcome> requestRanges(JobId id, int fileIndex, List<FileRange> ranges) {
        requested.addAll(ranges);
        return outcome(id, ErrorCode.S_OK);
    }

    @Override
    public CompletableFuture<Outcome> updateDownloadPosition(JobId id, int fileIndex, long offset) {
        requested.add(0, new FileRange(offset, FileRange.TO_EOF));
        return outcome(id, ErrorCode.S_OK);
    }

    @Override
    public CompletableFuture<FileDetails> details(JobId id, int fileIndex) {
        return CompletableFuture.completedFuture(new FileDetails(requested, List.of("ETag: \"" + fileIndex + "\"")));
    }

    @Override
    public CompletableFuture<Outcome> setValidationState(JobId id, int fileIndex, boolean valid) {
        return CompletableFuture.failedFuture(new BitsException(
                ErrorCode.E_PENDING, ErrorContext.LOCAL_FILE, "File " + fileIndex + " is not there yet", id, null));
    }

    @Override
    public Subscription subscribe(Predicate<JobEvent.Kind> wanted, Consumer<JobEvent> listener) {
        this.wanted = wanted;
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {}

    /** Changes a job's state and tells of it. */
    CompletableFuture<Outcome> become(JobId id, JobState state) {
        JobInfo job;
        synchronized (this) {
            job = info(id, specs.get(id), state);
            jobs.put(id, job);
        }
        JobEvent.Kind kind = state.isFinal() ? JobEvent.Kind.GONE : JobEvent.Kind.MODIFICATION;
        listeners.forEach(listener -> listener.accept(new JobEvent(kind, job, -1)));
        return outcome(id, ErrorCode.S_OK);
    }

    private synchronized CompletableFuture<Outcome> outcome(JobId id, ErrorCode code) {
        return CompletableFuture.completedFuture(new Outcome(jobs.get(id), code));
    }

    private static <T> CompletableFuture<T> unknown(JobId id) {
        return CompletableFuture.failedFuture(new BitsException(
                ErrorCode.BG_E_NOT_FOUND, ErrorContext.GENERAL_QUEUE_MANAGER, "No job " + id, id, null));
    }
}
