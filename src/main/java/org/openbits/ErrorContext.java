package org.openbits;

/** Where an error happened (BG_ERROR_CONTEXT). */
public enum ErrorContext {
    NONE("None", "No error."),
    UNKNOWN("Unknown", "The error occurred in an unknown place."),
    GENERAL_QUEUE_MANAGER("GeneralQueueManager", "The error occurred in the transfer queue manager."),
    QUEUE_MANAGER_NOTIFICATION(
            "QueueManagerNotification", "The error occurred while the queue manager notified the application."),
    LOCAL_FILE("LocalFile", "The error occurred while the local file was being processed."),
    REMOTE_FILE("RemoteFile", "The error occurred while the remote file was being processed."),
    GENERAL_TRANSPORT("GeneralTransport", "The error occurred in the transport layer."),
    REMOTE_APPLICATION("RemoteApplication", "The error occurred while the remote application processed the upload."),
    SERVER_CERTIFICATE_CALLBACK(
            "ServerCertificateCallback", "The error occurred while the application checked the server's certificate.");

    private final String cmdletText;
    private final String description;

    ErrorContext(String cmdletText, String description) {
        this.cmdletText = cmdletText;
        this.description = description;
    }

    /** The number Windows uses for this context. */
    public int number() {
        return ordinal();
    }

    /** The text the cmdlets show, such as {@code RemoteFile}. */
    public String cmdletText() {
        return cmdletText;
    }

    /** One sentence for people. */
    public String description() {
        return description;
    }
}
