package org.openbits.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * What tells one version of a file from another.
 *
 * @param size in bytes
 * @param changed its time of modification, as finely as the disk tells
 * @param key what the file system calls the file, so that another file under the same name is another version
 */
record FileVersion(long size, Instant changed, String key) {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static FileVersion of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    static FileVersion of(BasicFileAttributes facts) {
        return new FileVersion(
                facts.size(), facts.lastModifiedTime().toInstant(), Objects.toString(facts.fileKey(), ""));
    }

    /** A strong validator (RFC 9110 section 8.8.3). */
    String etag() {
        long nanos = changed.getEpochSecond() * 1_000_000_000L + changed.getNano();
        return "\"" + Long.toHexString(size) + "-" + Long.toHexString(nanos) + "-" + Integer.toHexString(key.hashCode())
                + "\"";
    }

    String lastModified() {
        return HTTP_DATE.format(changed);
    }

    /** Whether it is not newer than a date of HTTP; false for what is none. */
    boolean isUnchangedSince(String date) {
        try {
            Instant since = Instant.from(HTTP_DATE.parse(date));
            return !changed.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
