package org.openbits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reply of an upload-reply job on this host's disk: under its temporary name until Complete, then under its own. */
final class ReplyFile {

    private static final long MOST_BYTES = 1 << 20;

    private ReplyFile() {}

    static byte[] read(BackgroundCopyJob job) {
        Path file = path(job);
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw refused(
                        ErrorCode.BG_E_TOO_LARGE,
                        job,
                        "The reply has " + size + " bytes, more than can be handed over; read it from " + file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BitsException(
                    ErrorCode.ERROR_READ_FAULT,
                    ErrorContext.LOCAL_FILE,
                    "The reply " + file + " cannot be read: " + e.getMessage(),
                    job.id(),
                    e);
        }
    }

    static FileProgress progress(BackgroundCopyJob job) {
        JobInfo info = requireReply(job);
        if (!isThere(info)) {
            return new FileProgress(JobProgress.SIZE_UNKNOWN, 0, false);
        }
        try {
            long size = Files.size(path(job));
            return new FileProgress(size, size, info.state() == JobState.ACKNOWLEDGED);
        } catch (IOException e) {
            return new FileProgress(JobProgress.SIZE_UNKNOWN, 0, false);
        }
    }

    private static boolean isThere(JobInfo job) {
        return job.state() == JobState.TRANSFERRED || job.state() == JobState.ACKNOWLEDGED;
    }

    private static Path path(BackgroundCopyJob job) {
        JobInfo info = requireReply(job);
        if (!isThere(info)) {
            throw refused(
                    ErrorCode.BG_E_INVALID_STATE, job, "The job is " + info.state() + "; its reply is not there yet");
        }
        String temporary = job.files().get(0).info().temporaryName();
        return Path.of(temporary != null ? temporary : info.settings().get(JobProperty.REPLY_FILE_NAME));
    }

    private static JobInfo requireReply(BackgroundCopyJob job) {
        JobInfo info = job.info();
        if (info.type() != JobType.UPLOAD_REPLY) {
            throw refused(ErrorCode.E_NOTIMPL, job, "Only an upload-reply job has a reply");
        }
        return info;
    }

    private static BitsException refused(ErrorCode code, BackgroundCopyJob job, String message) {
        return new BitsException(code, ErrorContext.GENERAL_QUEUE_MANAGER, message, job.id(), null);
    }
}
