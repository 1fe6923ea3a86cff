package org.openbits.spi;

/** The ability of a protocol to send files. */
public interface Uploading {

    /**
     * Opens a remote file for writing, or finds again what {@link UploadRequest#session()} names. Blocks. No byte of the
     * file is sent.
     *
     * @throws TransferException when it cannot be opened; BG_E_SESSION_NOT_FOUND when the server knows nothing of the
     *     session any more: the caller forgets it and opens anew
     */
    UploadTarget openTarget(UploadRequest request) throws TransferException;

    /**
     * Tells the server that the upload of {@link UploadRequest#session()} is given up, so that it can delete its part.
     * Has no effect on a file that is already whole there. Blocks.
     *
     * @throws TransferException when the server could not be told
     */
    void abandon(UploadRequest request) throws TransferException;

    /**
     * Checks that a job of this kind can send to the name. No I/O.
     *
     * @throws org.openbits.BitsException with why not
     */
    void checkTarget(String remoteName, boolean wantsReply);
}
