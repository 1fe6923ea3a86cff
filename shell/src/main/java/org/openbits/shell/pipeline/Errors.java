package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.ExitCode;

/** {@code $Error}, and which error decides the exit code of a script. */
final class Errors {

    private static final int KEPT = 256;

    private final List<@Nullable Object> list = new ArrayList<>();
    private long total;
    private int scriptCode = ExitCode.OK;
    private int lastCode = ExitCode.OK;

    /** The newest first. */
    List<@Nullable Object> list() {
        scriptCode = ExitCode.OK;
        return list;
    }

    /** How many were ever noted. */
    long total() {
        return total;
    }

    /** Those noted since there were so many, the oldest first. */
    List<ErrorRecord> since(long before) {
        List<ErrorRecord> since = new ArrayList<>();
        for (int i = (int) Math.min(total - before, list.size()) - 1; i >= 0; i--) {
            if (list.get(i) instanceof ErrorRecord record) {
                since.add(record);
            }
        }
        return since;
    }

    /** Notes that a script asked how things went, so that their outcome is its own affair. */
    <T> T looked(T answer) {
        scriptCode = ExitCode.OK;
        return answer;
    }

    void record(ErrorRecord record) {
        if (!list.isEmpty() && list.get(0) == record) {
            return;
        }
        list.add(0, record);
        total++;
        if (list.size() > KEPT) {
            list.remove(KEPT);
        }
    }

    /** Notes an error that was shown and did not end the script. */
    void shown(ErrorRecord record, boolean collected) {
        lastCode = record.exitCode();
        boolean bits = record.fullyQualifiedErrorId().contains("BackgroundIntelligentTransfer")
                || record.fullyQualifiedErrorId().toLowerCase(Locale.ROOT).contains("openbits");
        if (bits && !collected && scriptCode == ExitCode.OK) {
            scriptCode = record.exitCode();
        }
    }

    void failedWith(int code) {
        lastCode = code;
    }

    /** The code of the error that was shown last. */
    int lastCode() {
        return lastCode == ExitCode.OK ? ExitCode.FAILED : lastCode;
    }

    /** The code of the first error of a transfer that the script did not look at; 0 without one. */
    int scriptCode() {
        return scriptCode;
    }

    void forgetCodes() {
        scriptCode = ExitCode.OK;
        lastCode = ExitCode.OK;
    }
}
