package org.openbits;

import java.util.List;

/**
 * A live handle of a job (IBackgroundCopyJob). Each read asks the queue; each change is durable when the call returns.
 *
 * <p>Safe for use by several threads. When the job has left the queue the last known state stays readable and every
 * change throws BG_E_INVALID_STATE. Calls block until the queue has answered.
 */
public interface BackgroundCopyJob {

    /** Its identity. */
    JobId id();

    /** The job as it is now; the last known when it has left the queue. */
    JobInfo info();

    /** The job as this handle saw it last, without asking: for handles that were just made or listed. */
    default JobInfo known() {
        return info();
    }

    /** Its files as they are now, in order. */
    List<BackgroundCopyFile> files();

    /** Adds files (AddFileSet): all or none. Not possible once the job has left the queue. */
    void addFiles(List<FileSpec> files);

    /** Adds one file (AddFile). */
    default void addFile(String remoteName, String localName) {
        addFiles(List.of(FileSpec.of(remoteName, localName)));
    }

    /** Changes every property that {@code change} has a value for: all or none. */
    void change(JobSettings change);

    /** Changes one property. */
    default <T> void set(JobProperty<T> property, T value) {
        change(JobSettings.EMPTY.with(property, value));
    }

    /** Reads one property. */
    default <T> T get(JobProperty<T> property) {
        return info().settings().get(property);
    }

    /** Its state. */
    default JobState state() {
        return info().state();
    }

    /** How far it is. */
    default JobProgress progress() {
        return info().progress();
    }

    /**
     * The error of ERROR and TRANSIENT_ERROR (GetError).
     *
     * @throws BitsException BG_E_ERROR_INFORMATION_UNAVAILABLE in any other state
     */
    BackgroundCopyError error();

    /** Stops the job where it is (Suspend); bytes are kept. */
    void suspend();

    /**
     * Starts the job, or tries again after an error (Resume).
     *
     * @throws BitsException BG_E_EMPTY without files
     */
    void resume();

    /**
     * Gives the files their names and takes the job off the queue (Complete). Unfinished files of a download are
     * dropped.
     *
     * @return S_OK, BG_S_PARTIAL_COMPLETE or BG_S_UNABLE_TO_DELETE_FILES
     * @throws BitsException when a file could not get its name; the job stays, and the call can be repeated
     */
    ErrorCode complete();

    /**
     * Takes the job off the queue and deletes what it fetched (Cancel).
     *
     * @return S_OK or BG_S_UNABLE_TO_DELETE_FILES
     */
    ErrorCode cancel();

    /** Adds or replaces credentials for their target and scheme (SetCredentials). */
    void setCredentials(AuthCredentials credentials);

    /** Removes credentials; returns S_OK, or S_FALSE when there were none. */
    ErrorCode removeCredentials(AuthTarget target, AuthScheme scheme);

    /**
     * Replaces the beginning of every remote name that starts with {@code oldPrefix} (ReplaceRemotePrefix).
     *
     * @return S_OK, or S_FALSE when none matched
     */
    ErrorCode replaceRemotePrefix(String oldPrefix, String newPrefix);

    /**
     * The reply of an upload-reply job (GetReplyData); empty when the server's application gave an empty one.
     *
     * @throws BitsException E_NOTIMPL for other jobs, BG_E_INVALID_STATE before it is TRANSFERRED, BG_E_TOO_LARGE above
     *     1 MiB: read the file then
     */
    default byte[] replyData() {
        return ReplyFile.read(this);
    }

    /**
     * How far the reply of an upload-reply job is (GetReplyProgress).
     *
     * @throws BitsException E_NOTIMPL for other jobs
     */
    default FileProgress replyProgress() {
        return ReplyFile.progress(this);
    }

    /** Makes the caller the owner (TakeOwnership); administrators only. */
    void takeOwnership();

    /** Calls back when something happens to this job. */
    Subscription subscribe(BackgroundCopyCallback callback);
}
