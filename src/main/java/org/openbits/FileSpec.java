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
 * @param serverMayName whether a name the server gives (Content-Disposition) replaces the last part of the local name;
 *     never its directory, and never that of a file which exists
 */
public record FileSpec(
        String remoteName,
        String localName,
        List<FileRange> ranges,
        List<String> mirrors,
        @Nullable String checksum,
        @Nullable String checksumUri,
        boolean serverMayName) {

    public FileSpec {
        ranges = List.copyOf(ranges);
        mirrors = List.copyOf(mirrors);
    }

    /** A file whose local name is final. */
    public FileSpec(
            String remoteName,
            String localName,
            List<FileRange> ranges,
            List<String> mirrors,
            @Nullable String checksum,
            @Nullable String checksumUri) {
        this(remoteName, localName, ranges, mirrors, checksum, checksumUri, false);
    }

    /** A whole file from one address. */
    public static FileSpec of(String remoteName, String localName) {
        return new FileSpec(remoteName, localName, List.of(), List.of(), null, null);
    }

    /** The same with ranges (AddFileWithRanges). */
    public FileSpec withRanges(List<FileRange> newRanges) {
        return new FileSpec(remoteName, localName, newRanges, mirrors, checksum, checksumUri, serverMayName);
    }

    /** The same from another address. */
    public FileSpec withRemoteName(String newName) {
        return new FileSpec(newName, localName, ranges, mirrors, checksum, checksumUri, serverMayName);
    }

    /** The same under another local name, which is final. */
    public FileSpec withLocalName(String newName) {
        return new FileSpec(remoteName, newName, ranges, mirrors, checksum, checksumUri, false);
    }

    /** The same with further addresses of the same bytes. */
    public FileSpec withMirrors(List<String> newMirrors) {
        return new FileSpec(remoteName, localName, ranges, newMirrors, checksum, checksumUri, serverMayName);
    }

    /** The same with what its digest must be, or where that is written; null for neither. */
    public FileSpec withChecksum(@Nullable String newChecksum, @Nullable String newChecksumUri) {
        return new FileSpec(remoteName, localName, ranges, mirrors, newChecksum, newChecksumUri, serverMayName);
    }

    /** The same, and whether the server may name it. */
    public FileSpec withServerMayName(boolean newServerMayName) {
        return new FileSpec(remoteName, localName, ranges, mirrors, checksum, checksumUri, newServerMayName);
    }
}
