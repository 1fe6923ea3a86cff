package org.openbits;

/**
 * How far a file is (BG_FILE_PROGRESS).
 *
 * @param bytesTotal the size (with ranges: their sum), or {@link JobProgress#SIZE_UNKNOWN}
 * @param bytesTransferred bytes moved so far; goes back when another version of the file has to be fetched
 * @param completed download: the file has its final name; upload: the server has it
 */
public record FileProgress(long bytesTotal, long bytesTransferred, boolean completed) {}
