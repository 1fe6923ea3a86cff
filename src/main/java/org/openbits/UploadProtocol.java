package org.openbits;

/** How an upload speaks to an http or https server. */
public enum UploadProtocol {
    /** Whatever the server answers to: BITS, tus, the resumable draft, else PUT. Remembered for each host. */
    AUTO,
    /** BITS_POST, the upload protocol of BITS. */
    BITS,
    /** One PUT of the whole file (WebDAV, REST endpoints, presigned addresses of object stores). Cannot resume. */
    PUT,
    /** tus 1.0. */
    TUS,
    /** The IETF draft of resumable uploads for HTTP. */
    RESUMABLE
}
