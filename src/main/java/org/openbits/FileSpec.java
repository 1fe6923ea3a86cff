package org.openbits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file to add to a job (BG_FILE_INFO, with our additions).
 *
 * @param remoteName URL, UNC name or {@code file:} name
 * @param localName absolute local path; its directory exists
 * @param ranges parts to fetch, concatenated in this order; empty for the whole file
 * @param mirrors further addresses of the same bytes, tried when the first fails
 * @param checksum the digest the user expects, as {@code sha256:hex}, or null
 * @param checksumUri the address of a SHA256SUMS-style list that holds the digest, or null
 */
public record FileSpec(
        String remoteName,
        String localName,
        List<FileRange> ranges,
        List<String> mirrors,
        @Nullable String checksum,
        @Nullable String checksumUri) {

    public FileSpec {
        ranges = List.copyOf(ranges);
        mirrors = List.copyOf(mirrors);
    }

    /** A whole file from one address. */
    public static FileSpec of(String remoteName, String localName) {
        return new FileSpec(remoteName, localName, List.of(), List.of(), null, null);
    }

    /** The same with ranges (AddFileWithRanges). */
    public FileSpec withRanges(List<FileRange> newRanges) {
        return new FileSpec(remoteName, localName, newRanges, mirrors, checksum, checksumUri);
    }
}
