package org.openbits.internal.wire;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * What a process was built from, so that a newer client can replace an older service.
 *
 * @param version of the release, such as 0.1.0
 * @param stamp when the jar was written, in milliseconds; 0 when the classes lie in a directory. Tells two builds of one
 *     version apart: a service must not outlive the jar it loads classes from
 */
public record Build(String version, long stamp) {

    /** The build of this process. */
    public static Build current() {
        String version = Build.class.getPackage().getImplementationVersion();
        return new Build(
                version == null ? "0" : version,
                stampOf(Build.class.getProtectionDomain().getCodeSource()));
    }

    /** Whether this one came later. Builds from directories are never newer than one another. */
    public boolean isNewerThan(Build other) {
        int order = compareVersions(version, other.version);
        return order != 0 ? order > 0 : stamp > other.stamp;
    }

    private static int compareVersions(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        String[] left = a.split("[^0-9]+");
        String[] right = b.split("[^0-9]+");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = part(left, i).compareTo(part(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Of any length: some number their builds by the time. */
    private static BigInteger part(String[] parts, int index) {
        return index >= parts.length || parts[index].isEmpty() ? BigInteger.ZERO : new BigInteger(parts[index]);
    }

    private static long stampOf(CodeSource source) {
        try {
            Path place = Path.of(source.getLocation().toURI());
            return Files.isDirectory(place)
                    ? 0
                    : Files.getLastModifiedTime(place).toMillis();
        } catch (IOException | URISyntaxException e) {
            return 0;
        }
    }
}
