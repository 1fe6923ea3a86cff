package org.openbits.cmdlets;

import java.util.Locale;
import org.openbits.JobProgress;

/** Sizes for people. */
final class ByteText {

    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB"};

    private ByteText() {}

    /** {@code 12.0 MB of 64.0 MB}, or only what is there while the total is unknown. */
    static String of(JobProgress progress) {
        String done = of(progress.bytesTransferred());
        return progress.bytesTotal() == JobProgress.SIZE_UNKNOWN ? done : done + " of " + of(progress.bytesTotal());
    }

    /** {@code 1.5 MB}, in units of 1,024. */
    static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
