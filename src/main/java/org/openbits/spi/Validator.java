package org.openbits.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a version of a remote file (RFC 9110 section 8.8): a strong ETag, else Last-Modified with the length.
 *
 * @param etag the strong entity tag with its quotes, or null; a weak one is no validator and is never kept here
 * @param lastModified the Last-Modified value as the server wrote it, or null
 * @param lengthBytes the whole length, or {@link org.openbits.JobProgress#SIZE_UNKNOWN}
 */
public record Validator(@Nullable String etag, @Nullable String lastModified, long lengthBytes) {

    /** Whether a resume can be guarded by it. */
    public boolean canGuard() {
        return etag != null || (lastModified != null && lengthBytes >= 0);
    }

    /** Whether both name the same version; without a common criterion, or a time without a length, they do not. */
    public boolean sameVersion(Validator other) {
        if (lengthBytes >= 0 && other.lengthBytes >= 0 && lengthBytes != other.lengthBytes) {
            return false;
        }
        if (etag != null || other.etag != null) {
            return etag != null && etag.equals(other.etag);
        }
        return canGuard() && other.canGuard() && Objects.equals(lastModified, other.lastModified);
    }
}
