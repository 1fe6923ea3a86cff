package org.openbits.internal.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbits.AuthCredentials;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobType;
import org.openbits.spi.Digest;
import org.openbits.spi.Listing;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.Uploading;

/** What has to hold before files come into a job; looks at disks, so never on the queue thread. */
final class Admission {

    private static final int LONGEST_REMOTE_NAME = 2_200;

    private final JobQueue.Parts parts;

    Admission(JobQueue.Parts parts) {
        this.parts = parts;
    }

    /**
     * Checks names, ranges and destinations and expands wildcards. Blocks.
     *
     * @param credentials the job's, for servers that list to those they know only
     * @return the files to add; more than given when a wildcard matched several
     */
    List<FileSpec> admit(JobType type, List<FileSpec> files, List<AuthCredentials> credentials) {
        if (type.isUpload()) {
            files.forEach(file -> admitUpload(type, file));
            return files;
        }
        List<FileSpec> admitted = new ArrayList<>();
        for (FileSpec file : files) {
            TransferProtocol protocol = checkRemote(file.remoteName());
            file.mirrors().forEach(this::checkRemote);
            checkRanges(file);
            checkDigest(file);
            if (protocol instanceof Listing && isPattern(file.remoteName())) {
                expand((Listing) protocol, file, credentials, admitted);
            } else {
                admitted.add(file);
            }
        }
        admitted.forEach(file -> parts.localSide().checkDestination(file.localName()));
        return admitted;
    }

    void checkReply(String localName) {
        parts.localSide().checkDestination(localName);
    }

    private void admitUpload(JobType type, FileSpec file) {
        TransferProtocol protocol = checkRemote(file.remoteName());
        if (!(protocol instanceof Uploading uploading)) {
            throw new BitsException(
                    ErrorCode.E_NOTIMPL,
                    "Files cannot be sent to " + TransferProtocol.withoutSecrets(file.remoteName()));
        }
        uploading.checkTarget(file.remoteName(), type == JobType.UPLOAD_REPLY);
        parts.localSide().checkSource(file.localName());
    }

    /** The protocol of a remote name of legal form. No I/O. */
    TransferProtocol checkRemote(String remoteName) {
        if (remoteName.length() > LONGEST_REMOTE_NAME) {
            throw invalid("The remote name has " + remoteName.length() + " characters; at most " + LONGEST_REMOTE_NAME
                    + " are allowed");
        }
        for (TransferProtocol protocol : parts.protocols()) {
            if (protocol.handles(remoteName)) {
                protocol.check(remoteName);
                return protocol;
            }
        }
        throw invalid("The remote name '" + TransferProtocol.withoutSecrets(remoteName)
                + "' is of no known kind; write a URL such as http://host/file, or a local path");
    }

    private static void checkRanges(FileSpec file) {
        List<FileRange> sorted = new ArrayList<>(file.ranges());
        sorted.sort(Comparator.comparingLong(FileRange::offset));
        for (int i = 1; i < sorted.size(); i++) {
            FileRange before = sorted.get(i - 1);
            boolean toEnd = before.length() == FileRange.TO_EOF;
            if (toEnd || before.offset() + before.length() > sorted.get(i).offset()) {
                throw new BitsException(
                        ErrorCode.BG_E_OVERLAPPING_RANGES,
                        "Two ranges of " + TransferProtocol.withoutSecrets(file.remoteName()) + " overlap at byte "
                                + sorted.get(i).offset());
            }
        }
    }

    private void checkDigest(FileSpec file) {
        String checksum = file.checksum();
        if (file.checksumUri() != null) {
            checkRemote(file.checksumUri());
        }
        boolean isPattern = checksum != null && isPattern(file.remoteName());
        if (isPattern && checkRemote(file.remoteName()) instanceof Listing) {
            throw invalid("'" + file.remoteName() + "' may match several files, and a digest is of one; name a list of"
                    + " digests instead");
        }
        try {
            if (checksum != null) {
                Digest.parse(checksum);
            }
        } catch (IllegalArgumentException e) {
            throw new BitsException(
                    ErrorCode.BG_E_INVALID_HASH_ALGORITHM,
                    "The checksum '" + checksum + "' cannot be used: " + e.getMessage());
        }
    }

    private static boolean isPattern(String remoteName) {
        int last = Math.max(remoteName.lastIndexOf('/'), remoteName.lastIndexOf('\\'));
        String name = remoteName.substring(last + 1);
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
    }

    /** Each match goes into the destination directory under its own name. */
    private static void expand(
            Listing listing, FileSpec file, List<AuthCredentials> credentials, List<FileSpec> admitted) {
        List<String> names;
        try {
            names = listing.expand(file.remoteName(), credentials);
        } catch (TransferException e) {
            throw new BitsException(e.code(), e.context(), String.valueOf(e.getMessage()), null, e);
        }
        if (names.isEmpty()) {
            throw new BitsException(
                    ErrorCode.ERROR_FILE_NOT_FOUND,
                    ErrorContext.REMOTE_FILE,
                    "No file matches '" + file.remoteName() + "'",
                    null,
                    null);
        }
        for (String name : names) {
            Path local = Path.of(file.localName()).resolve(listing.fileName(name));
            admitted.add(FileSpec.of(name, local.toString()).withChecksum(null, file.checksumUri()));
        }
    }

    private static BitsException invalid(String message) {
        return new BitsException(ErrorCode.E_INVALIDARG, message);
    }
}
