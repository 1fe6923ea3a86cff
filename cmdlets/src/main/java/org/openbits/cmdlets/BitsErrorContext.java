package org.openbits.cmdlets;

import org.openbits.ErrorContext;

/** Where an error happened, as scripts see it. */
public enum BitsErrorContext {
    None,
    Unknown,
    GeneralQueueManager,
    QueueManagerNotification,
    LocalFile,
    RemoteFile,
    GeneralTransport,
    RemoteApplication,
    ServerCertificateCallback;

    static BitsErrorContext of(ErrorContext value) {
        return values()[value.number()];
    }
}
