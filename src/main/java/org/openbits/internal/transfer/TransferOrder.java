package org.openbits.internal.transfer;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;

/**
 * One file to move.
 *
 * @param type its direction
 * @param file names, ranges, mirrors, expected digest
 * @param temporary where its bytes go until Complete; beside the destination. The name was saved before this order. Of an
 *     upload-reply job it is the reply's; an upload has none, and an empty path here
 * @param createdBefore whether an earlier order for the same temporary name was started: a file found there is then
 *     ours; without it a file found there belongs to somebody else
 * @param checkpoint what an earlier order left, or null
 * @param settings the job's properties
 * @param credentials the job's credentials
 * @param demand which bytes come first, or alone
 */
public record TransferOrder(
        JobType type,
        FileSpec file,
        Path temporary,
        boolean createdBefore,
        @Nullable Checkpoint checkpoint,
        JobSettings settings,
        List<AuthCredentials> credentials,
        Demand demand) {

    public TransferOrder {
        credentials = List.copyOf(credentials);
    }

    /** The whole file. */
    public TransferOrder(
            JobType type,
            FileSpec file,
            Path temporary,
            boolean createdBefore,
            @Nullable Checkpoint checkpoint,
            JobSettings settings,
            List<AuthCredentials> credentials) {
        this(type, file, temporary, createdBefore, checkpoint, settings, credentials, Demand.WHOLE);
    }

    /** The same file with other bytes first, or alone. */
    public TransferOrder withDemand(Demand changed) {
        return new TransferOrder(type, file, temporary, createdBefore, checkpoint, settings, credentials, changed);
    }

    /** A download of the whole file. */
    public TransferOrder(
            FileSpec file,
            Path temporary,
            boolean createdBefore,
            @Nullable Checkpoint checkpoint,
            JobSettings settings,
            List<AuthCredentials> credentials) {
        this(JobType.DOWNLOAD, file, temporary, createdBefore, checkpoint, settings, credentials);
    }
}
