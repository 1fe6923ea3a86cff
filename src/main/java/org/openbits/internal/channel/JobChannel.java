package org.openbits.internal.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileDetails;
import org.openbits.FileInfo;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.Subscription;

/**
 * A queue as one caller sees it. Every call returns at once; its future completes after the change is durable, or fails
 * with a {@link org.openbits.BitsException}. Futures complete on a thread of the channel: never block in one.
 *
 * <p>Jobs of other owners answer E_ACCESSDENIED to ordinary callers. A job that left the queue stays readable through
 * {@link #info} and {@link #files} for a while; changes of it answer BG_E_INVALID_STATE, and once forgotten everything
 * answers BG_E_NOT_FOUND.
 */
public interface JobChannel extends AutoCloseable {

    /**
     * Creates a whole job or none. The caller chooses the identity, so a call whose answer was lost can be repeated: when
     * the caller already has a job of that identity, this answers it as it is and creates nothing.
     */
    CompletableFuture<JobInfo> create(JobId id, JobSpec spec);

    /** One job; also one that left the queue lately, with its final state. */
    CompletableFuture<JobInfo> info(JobId id);

    /**
     * Some of the jobs in the queue, in the order of creation: the caller's, or those of all users. Jobs created after the
     * first page was asked for are not in a later one.
     *
     * @param from null for the first page, else {@link JobPage#next} of the page before
     */
    CompletableFuture<JobPage> page(boolean allUsers, @Nullable String from);

    /** All pages in one list. */
    default CompletableFuture<List<JobInfo>> list(boolean allUsers) {
        CompletableFuture<List<JobInfo>> all = new CompletableFuture<>();
        Pages.gather(this, allUsers, null, new ArrayList<>(), all);
        return all;
    }

    /** The files of a job, in order. */
    CompletableFuture<List<FileInfo>> files(JobId id);

    /** Adds all files or none. */
    CompletableFuture<Outcome> addFiles(JobId id, List<FileSpec> files);

    /** Changes all properties that have a value, or none. */
    CompletableFuture<Outcome> change(JobId id, JobSettings change);

    /** Suspend, Resume, Complete, Cancel, TakeOwnership. */
    CompletableFuture<Outcome> act(JobId id, JobAction action);

    /** Adds or replaces credentials. */
    CompletableFuture<Outcome> setCredentials(JobId id, AuthCredentials credentials);

    /** Removes credentials; S_FALSE when there were none. */
    CompletableFuture<Outcome> removeCredentials(JobId id, AuthTarget target, AuthScheme scheme);

    /** Changes where one file comes from. */
    CompletableFuture<Outcome> setRemoteName(JobId id, int fileIndex, String remoteName);

    /** Changes the beginning of remote names; S_FALSE when none matched. */
    CompletableFuture<Outcome> replaceRemotePrefix(JobId id, String oldPrefix, String newPrefix);

    /** SetValidationState of one file. */
    CompletableFuture<Outcome> setValidationState(JobId id, int fileIndex, boolean valid);

    /** Asks for parts of one file before the rest. */
    CompletableFuture<Outcome> requestRanges(JobId id, int fileIndex, List<FileRange> ranges);

    /** What lies at an offset and behind it comes first. */
    CompletableFuture<Outcome> updateDownloadPosition(JobId id, int fileIndex, long offset);

    /** What is known of one file beyond its place in the list. */
    CompletableFuture<FileDetails> details(JobId id, int fileIndex);

    /**
     * What became of jobs, the newest first; fewer entries than asked for when they are very long together.
     *
     * @param allUsers of every owner; for administrators
     */
    CompletableFuture<List<HistoryEntry>> history(boolean allUsers, int most);

    /** Looks whether the history is as it was written. */
    CompletableFuture<HistoryCheck> checkHistory();

    /**
     * Tells of every event of the caller's jobs from now on; progress of one job at most ten times a second, newest
     * wins. The listener is called on a thread of the channel, one call at a time, and must not block.
     */
    default Subscription subscribe(Consumer<JobEvent> listener) {
        return subscribe(kind -> true, listener);
    }

    /**
     * The same for some kinds of events: a job of many files has very many of FILE_TRANSFERRED, and each is a whole job.
     *
     * @param wanted whether the listener is to hear of that kind; asked for each event, on any thread
     */
    Subscription subscribe(Predicate<JobEvent.Kind> wanted, Consumer<JobEvent> listener);

    @Override
    void close();
}
