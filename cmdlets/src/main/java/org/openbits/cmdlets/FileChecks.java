package org.openbits.cmdlets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobType;
import org.openbits.automation.CmdletException;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ExitCode;

/** What the user says of files beside their names: the digests they must have, and where else to get them. */
final class FileChecks {

    private final List<String> checksums;
    private final @Nullable String checksumUri;
    private final List<String> mirrors;

    /**
     * @param checksums one for each source, or none
     * @param checksumUri the list that has the digests, or empty
     * @param mirrors further addresses of a single source
     */
    FileChecks(List<String> checksums, String checksumUri, List<String> mirrors) {
        this.checksums = checksums;
        this.checksumUri = checksumUri.isEmpty() ? null : checksumUri;
        this.mirrors = mirrors;
    }

    /** @throws CmdletException when they do not fit the files */
    List<FileSpec> of(JobType type, List<FileSpec> files, TransferNames names) {
        if (checksums.isEmpty() && checksumUri == null && mirrors.isEmpty()) {
            return files;
        }
        if (type.isUpload()) {
            throw refusal("-Checksum, -ChecksumUri and -Mirror are for downloads; leave them out of an upload.");
        }
        if (!checksums.isEmpty() && checksumUri != null) {
            throw refusal("Say the digest with -Checksum or where it is written with -ChecksumUri, not both.");
        }
        if (!checksums.isEmpty() && checksums.size() != files.size()) {
            throw refusal("-Checksum has " + checksums.size() + " digest(s) for " + files.size()
                    + " source(s); give one for each.");
        }
        if (!mirrors.isEmpty() && files.size() != 1) {
            throw refusal("-Mirror is for one source; there are " + files.size() + ". Use Add-BitsFile for each.");
        }
        String list = checksumUri == null ? null : names.remote(checksumUri);
        List<String> others = mirrors.stream().map(names::remote).toList();
        List<FileSpec> checked = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String digest = checksums.isEmpty() ? null : checksums.get(i).strip();
            checked.add(files.get(i).withChecksum(digest, list).withMirrors(others));
        }
        return checked;
    }

    private static CmdletException refusal(String message) {
        return new CmdletException(JobErrors.of(
                ErrorCode.E_INVALIDARG,
                message,
                "ParameterArgumentValidationError",
                ErrorCategory.InvalidArgument,
                ExitCode.USAGE));
    }
}
