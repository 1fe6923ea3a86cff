package org.openbits;

/** A live handle of one file of a job (IBackgroundCopyFile). Each read asks the queue. */
public interface BackgroundCopyFile {

    /** Its position in the job, from 0. */
    int index();

    /** The file as it is now. */
    FileInfo info();

    /** Where it comes from or goes to. */
    default String remoteName() {
        return info().remoteName();
    }

    /** Its local path. */
    default String localName() {
        return info().localName();
    }

    /** How far it is. */
    default FileProgress progress() {
        return info().progress();
    }

    /**
     * Changes where it comes from; a file that is already there is not fetched again.
     *
     * @throws BitsException E_INVALIDARG for a malformed name, E_NOTIMPL for uploads, BG_E_INVALID_STATE
     */
    void setRemoteName(String remoteName);

    /**
     * Tells what the application thinks of the content (SetValidationState). False sends the job to ERROR with
     * BG_E_VALIDATION_FAILED; Resume fetches the file again.
     *
     * @throws BitsException E_PENDING while the file is not transferred
     */
    void setValidationState(boolean valid);
}
