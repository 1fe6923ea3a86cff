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

    /**
     * Whether the other, of a later answer, names the same version: by the entity tag where this one has one, else by time
     * and length. Without a common criterion, or with a time without a length, it does not.
     */
    public boolean sameVersion(Validator other) {
        if (lengthBytes >= 0 && other.lengthBytes >= 0 && lengthBytes != other.lengthBytes) {
            return false;
        }
        if (etag != null) {
            return etag.equals(other.etag);
        }
        return canGuard() && other.lengthBytes >= 0 && Objects.equals(lastModified, other.lastModified);
    }

    /** What of it holds at another address: an entity tag means something where it was given only (RFC 9110 section 8.8.3). */
    public Validator elsewhere() {
        return new Validator(null, lastModified, lengthBytes);
    }
}
