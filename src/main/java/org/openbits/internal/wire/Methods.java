package org.openbits.internal.wire;

/**
 * The names of requests and notes. They mirror {@link org.openbits.internal.channel.JobChannel}.
 *
 * <p>The service begins, with the note {@link #HELLO}; then the client may ask. A change that an older side would misunderstand
 * raises {@link #PROTOCOL}; a new method or field does not.
 */
public final class Methods {

    /** Version of the conversation. */
    public static final int PROTOCOL = 2;

    /** Note of the service: protocol, version, stamp, pid. */
    public static final String HELLO = "hello";
    /** Note of the service before it hangs up: reason. */
    public static final String BYE = "bye";
    /** The reason of a service that was told to stop: nobody shall start it again for listening alone. */
    public static final String BYE_STOP = "stop";
    /** The reason of a service that makes room for a newer one. */
    public static final String BYE_RETIRE = "retire";
    /** Request: pid, version, uptimeMillis, jobs, active. */
    public static final String STATUS = "service.status";
    /** Request: the service leaves, jobs and all clients notwithstanding. */
    public static final String STOP = "service.stop";
    /** Request: the service leaves if it has nothing to do and no other client; leaving. */
    public static final String RETIRE = "service.retire";

    public static final String CREATE = "job.create";
    public static final String INFO = "job.info";
    /** Request: some jobs, from where the page before ended; items, next. */
    public static final String PAGE = "job.page";

    public static final String FILES = "job.files";
    public static final String ADD_FILES = "job.addFiles";
    public static final String CHANGE = "job.change";
    public static final String ACT = "job.act";
    public static final String SET_CREDENTIALS = "job.setCredentials";
    public static final String REMOVE_CREDENTIALS = "job.removeCredentials";
    public static final String SET_REMOTE_NAME = "job.setRemoteName";
    public static final String REPLACE_REMOTE_PREFIX = "job.replaceRemotePrefix";
    public static final String REQUEST_RANGES = "job.requestRanges";
    public static final String UPDATE_DOWNLOAD_POSITION = "job.updateDownloadPosition";
    /** Request: what is known of one file beyond the list; filledRanges, responseHeaders. */
    public static final String DETAILS = "job.fileDetails";

    public static final String SET_VALIDATION_STATE = "job.setValidationState";
    /** Request: the newest entries of the history; items. */
    public static final String HISTORY = "history.list";
    /** Request: whether the history is as it was written; lines, damage. */
    public static final String CHECK_HISTORY = "history.check";
    /** Request: events of the caller's jobs come from now on; those of single files too unless {@code files} is false. */
    public static final String SUBSCRIBE = "job.subscribe";
    /** Request: no further events. */
    public static final String UNSUBSCRIBE = "job.unsubscribe";
    /** Note of the service: an event. */
    public static final String CHANGED = "job.changed";

    private Methods() {}
}
