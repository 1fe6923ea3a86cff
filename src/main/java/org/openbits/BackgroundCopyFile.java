package org.openbits;

import java.util.List;

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
     * Asks for parts of the file before the rest (RequestFileRanges), the newest request first. A job in on-demand mode
     * fetches nothing else: when all that was asked for is there it is TRANSFERRED if the file is whole, else SUSPENDED, and
     * the next request needs a Resume.
     *
     * @param ranges may overlap each other and what is there
     * @throws BitsException BG_E_INVALID_RANGE beyond the end of the file, E_INVALIDARG for none,
     *     BG_E_TOO_MANY_RANGES_IN_FILE, BG_E_RANDOM_ACCESS_NOT_SUPPORTED when the job is no download over http, has dynamic
     *     content, or the file was added with ranges
     */
    void requestRanges(List<FileRange> ranges);

    /**
     * What is missing at {@code offset} and behind it comes before the rest (UpdateDownloadPosition); in on-demand mode, of
     * what was asked for.
     *
     * @throws BitsException as {@link #requestRanges}
     */
    void updateDownloadPosition(long offset);

    /** Filled ranges and response headers. */
    FileDetails details();

    /**
     * Which bytes the disk holds (GetFilledFileRanges), merged and ascending; none of uploads and of files added with ranges.
     */
    default List<FileRange> filledRanges() {
        return details().filledRanges();
    }

    /** The header lines of the server's last answer (BITS_FILE_PROPERTY_ID_HTTP_RESPONSE_HEADERS). */
    default List<String> responseHeaders() {
        return details().responseHeaders();
    }

    /**
     * Tells what the application thinks of the content (SetValidationState). False sends the job to ERROR with
     * BG_E_VALIDATION_FAILED; Resume fetches the file again.
     *
     * @throws BitsException E_PENDING while the file is not transferred
     */
    void setValidationState(boolean valid);
}
