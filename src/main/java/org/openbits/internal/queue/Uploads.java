package org.openbits.internal.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;

/** What holds for jobs that send a file and for those alone (BITS: upload and upload-reply jobs). Pure. */
final class Uploads {

    private Uploads() {}

    /** One file, whole, from one place. */
    static void checkFiles(Job job, List<FileSpec> files, int present) {
        if (!job.before.type().isUpload()) {
            return;
        }
        if (present + files.size() > 1) {
            throw new BitsException(
                    ErrorCode.BG_E_TOO_MANY_FILES,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "An upload job sends one file; make a job for each",
                    job.row.id,
                    null);
        }
        for (FileSpec file : files) {
            if (!file.ranges().isEmpty() || !file.mirrors().isEmpty()) {
                throw notForUploads(job, "An upload sends the whole file to one address");
            }
        }
    }

    /** @throws BitsException E_NOTIMPL for uploads, as in BITS */
    static void refuseRename(Job job) {
        if (job.before.type().isUpload()) {
            throw notForUploads(job, "The remote name of an upload cannot be changed; make a new job");
        }
    }

    /** A reply goes where it was meant to go when its download began. */
    static void checkReplyName(Job job, JobSettings change, @Nullable FileRecord file) {
        if (!change.isSet(JobProperty.REPLY_FILE_NAME)) {
            return;
        }
        if (job.before.type() != JobType.UPLOAD_REPLY) {
            throw notForUploads(job, "Only an upload-reply job has a reply");
        }
        if (job.row.running != null || (file != null && file.temporaryName() != null)) {
            throw new BitsException(
                    ErrorCode.BG_E_INVALID_STATE,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "The transfer of the job " + job.row.id + " has begun; its reply keeps the name it has",
                    job.row.id,
                    null);
        }
    }

    /** The settings with a name for the reply, once there is a file to put it beside. */
    static JobSettings withReplyName(Job job, JobSettings settings, @Nullable FileSpec file) {
        if (job.before.type() != JobType.UPLOAD_REPLY
                || file == null
                || !settings.get(JobProperty.REPLY_FILE_NAME).isEmpty()) {
            return settings;
        }
        String mark = job.row.id.value().toString().substring(0, 8);
        return settings.with(JobProperty.REPLY_FILE_NAME, file.localName() + "." + mark + ".reply");
    }

    /** Whether the job has a temporary file to fill: a download its own, an upload-reply job that of the reply. */
    static boolean hasTemporary(JobType type) {
        return type != JobType.UPLOAD;
    }

    /** The name that a transfer's temporary file gets in the end. */
    static String finalName(JobRecord job, FileRecord file) {
        return job.type() == JobType.UPLOAD_REPLY
                ? job.settings().get(JobProperty.REPLY_FILE_NAME)
                : file.spec().localName();
    }

    private static BitsException notForUploads(Job job, String message) {
        return new BitsException(ErrorCode.E_NOTIMPL, ErrorContext.GENERAL_QUEUE_MANAGER, message, job.row.id, null);
    }
}
