package org.openbits.internal.queue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;

/**
 * No two files of a job have the same local name: the one that is named last would silently replace the other. Names that
 * lead to the same file through links are found when the files get them. What a server may name is not looked at.
 *
 * <p>Remembers the names of the job that was asked for last, for programs that add many files one by one. Queue thread.
 */
final class LocalNames {

    private @Nullable Row row;
    private Set<String> names = Set.of();
    private int files;

    /** @throws BitsException E_INVALIDARG when a name is taken; then nothing is remembered of these files */
    void take(Turn turn, Job job, List<FileSpec> added) {
        Set<String> known = row == job.row && files == job.progress.filesTotal() ? names : read(turn, job);
        row = null;
        for (FileSpec file : added) {
            if (!file.serverMayName() && !known.add(key(file))) {
                throw new BitsException(
                        ErrorCode.E_INVALIDARG,
                        ErrorContext.LOCAL_FILE,
                        "The local name '" + file.localName()
                                + "' is that of another file of the job; each needs one of its own",
                        job.row.id,
                        null);
            }
        }
        row = job.row;
        names = known;
        files = job.progress.filesTotal() + added.size();
    }

    private static Set<String> read(Turn turn, Job job) {
        Set<String> known = new HashSet<>();
        for (FileRecord file : job.progress.filesTotal() == 0 ? List.<FileRecord>of() : turn.files(job.row)) {
            if (!file.spec().serverMayName()) {
                known.add(key(file.spec()));
            }
        }
        return known;
    }

    private static String key(FileSpec file) {
        return Path.of(file.localName()).normalize().toString();
    }
}
