package org.openbits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a job at one moment.
 *
 * @param index its position in the job, from 0
 * @param remoteName where it comes from or goes to
 * @param localName its local path
 * @param ranges the parts asked for; empty for the whole file
 * @param progress how far it is
 * @param transferred whether all its bytes have been moved (it may still wait for Complete)
 * @param temporaryName where its bytes are until Complete, or null
 * @param valid whether the application declared it valid; false also when it never did
 * @param notes what the user should know, such as that the server cannot resume; each said once
 */
public record FileInfo(
        int index,
        String remoteName,
        String localName,
        List<FileRange> ranges,
        FileProgress progress,
        boolean transferred,
        @Nullable String temporaryName,
        boolean valid,
        List<String> notes) {

    public FileInfo {
        ranges = List.copyOf(ranges);
        notes = List.copyOf(notes);
    }
}
