package org.openbits.internal.store;

import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.JobType;
import org.openbits.internal.queue.FileRecord;
import org.openbits.internal.queue.JobRecord;
import org.openbits.internal.transfer.Checkpoint;

/**
 * Headers, files and checkpoints as bytes.
 *
 * <p>The first byte is the layout, 1; the fields follow in the order of the methods below, each as {@link Fields} writes
 * it. Fields are added at the end only: an older version leaves them unread, a newer one takes a default where they are
 * missing. What cannot be said so gets another layout. Secret properties and credentials are one sealed field, bound to the job.
 */
final class RecordCodec {

    private static final byte LAYOUT = 1;

    /** What a job says whose secrets cannot be opened. */
    static final String LOST_SECRETS =
            "The credentials and secret headers of this job cannot be read any more, because "
                    + "the key of the job store was lost or replaced; set them again.";

    private final Seal seal;

    RecordCodec(Seal seal) {
        this.seal = seal;
    }

    byte[] encode(JobRecord job) {
        Fields.Writer out = new Fields.Writer().layout(LAYOUT);
        out.number(job.id().value().getMostSignificantBits())
                .number(job.id().value().getLeastSignificantBits());
        out.constant(job.type()).text(job.owner()).text(job.ownerHost());
        out.number(job.epoch()).number(job.position());
        out.constant(job.state()).constant(job.intent());
        Map<String, Object> open = new LinkedHashMap<>();
        Map<String, Object> secret = new LinkedHashMap<>();
        job.settings().toPlain().forEach((name, value) -> (isSecret(name) ? secret : open).put(name, value));
        out.plain(open).bytes(sealed(job.id(), secret, job.credentials()));
        JobProgress progress = job.progress();
        out.number(progress.bytesTotal()).number(progress.bytesTransferred());
        out.number(progress.filesTotal()).number(progress.filesTransferred());
        JobTimes times = job.times();
        out.instant(times.creation()).instant(times.modification()).instant(times.transferCompletion());
        out.number(job.errorCount());
        writeError(out, job.error());
        out.flag(job.resumedBefore());
        JobRecord.Timers timers = job.timers();
        out.number(timers.failures()).number(timers.untilRetryMillis()).number(timers.noProgressMillis());
        out.number(timers.activeMillis()).number(timers.idleMillis());
        return out.texts(job.notes()).flag(job.notified()).instant(job.since()).toBytes();
    }

    JobRecord job(byte[] bytes) {
        return decode("job", bytes, this::readJob);
    }

    private JobRecord readJob(Fields.Reader in) {
        JobId id = readId(in);
        JobType type = in.constant(JobType.class);
        String owner = in.text();
        String ownerHost = in.text();
        long epoch = in.long_();
        long position = in.long_();
        JobState state = in.constant(JobState.class);
        JobRecord.Intent intent = in.constant(JobRecord.Intent.class);
        Map<String, Object> plain = in.plain();
        Secrets secrets = unsealed(id, in.bytes());
        plain.putAll(secrets.properties);
        JobProgress progress = new JobProgress(in.long_(), in.long_(), in.int_(), in.int_());
        JobTimes times = new JobTimes(in.instant(), in.instant(), in.instantOrNull());
        int errorCount = in.int_();
        BackgroundCopyError error = readError(in);
        boolean resumedBefore = in.flag();
        JobRecord.Timers timers = new JobRecord.Timers(in.int_(), in.long_(), in.long_(), in.long_(), in.long_());
        List<String> notes = in.texts();
        if (secrets.lost && !notes.contains(LOST_SECRETS)) {
            notes.add(LOST_SECRETS);
        }
        return new JobRecord(
                id,
                type,
                owner,
                ownerHost,
                epoch,
                position,
                state,
                intent,
                JobSettings.fromPlain(plain),
                secrets.credentials,
                progress,
                times,
                errorCount,
                error,
                resumedBefore,
                timers,
                notes,
                in.flagOr(false),
                in.instantOr(times.modification()));
    }

    byte[] encode(FileRecord file) {
        Fields.Writer out = new Fields.Writer().layout(LAYOUT);
        out.number(file.job().value().getMostSignificantBits())
                .number(file.job().value().getLeastSignificantBits())
                .number(file.index());
        FileSpec spec = file.spec();
        out.text(spec.remoteName()).text(spec.localName()).number(spec.ranges().size());
        spec.ranges().forEach(range -> out.number(range.offset()).number(range.length()));
        out.texts(spec.mirrors()).text(spec.checksum()).text(spec.checksumUri());
        out.text(file.temporaryName()).flag(file.createdBefore());
        out.number(file.bytesTotal()).number(file.bytesTransferred());
        out.flag(file.transferred()).flag(file.completed()).flag(file.valid());
        out.instant(file.lastModified()).texts(file.responseHeaders()).texts(file.notes());
        out.text(file.reportedName()).flag(spec.serverMayName());
        out.number(file.requested().size());
        file.requested().forEach(range -> out.number(range.offset()).number(range.length()));
        return out.toBytes();
    }

    FileRecord file(byte[] bytes) {
        return decode("file", bytes, RecordCodec::readFile);
    }

    private static FileRecord readFile(Fields.Reader in) {
        JobId job = readId(in);
        int index = in.int_();
        String remoteName = in.text();
        String localName = in.text();
        List<FileRange> ranges = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            ranges.add(new FileRange(in.long_(), in.long_()));
        }
        FileSpec spec = new FileSpec(remoteName, localName, ranges, in.texts(), in.textOrNull(), in.textOrNull());
        FileRecord record = new FileRecord(
                job,
                index,
                spec,
                in.textOrNull(),
                in.flag(),
                in.long_(),
                in.long_(),
                in.flag(),
                in.flag(),
                in.flag(),
                in.instantOrNull(),
                in.texts(),
                in.texts(),
                in.addedTextOrNull());
        boolean serverMayName = in.flagOr(false);
        List<FileRange> requested = new ArrayList<>();
        for (int left = in.countOr(0); left > 0; left--) {
            requested.add(new FileRange(in.long_(), in.long_()));
        }
        FileRecord named = serverMayName ? record.withSpec(spec.withServerMayName(true)) : record;
        return requested.isEmpty() ? named : named.withRequested(requested);
    }

    byte[] encode(Checkpoint checkpoint) {
        return new Fields.Writer().layout(LAYOUT).bytes(checkpoint.toBytes()).toBytes();
    }

    Checkpoint checkpoint(byte[] bytes) {
        return decode("checkpoint", bytes, in -> Checkpoint.fromBytes(in.bytes()));
    }

    private static void writeError(Fields.Writer out, @Nullable BackgroundCopyError error) {
        out.flag(error != null);
        if (error != null) {
            out.number(error.code().number()).constant(error.context()).text(error.message());
            out.number(error.fileIndex()).text(error.protocol());
        }
    }

    private static @Nullable BackgroundCopyError readError(Fields.Reader in) {
        if (!in.flag()) {
            return null;
        }
        return new BackgroundCopyError(
                ErrorCode.of(in.int_()), in.constant(ErrorContext.class), in.text(), in.int_(), in.textOrNull());
    }

    private static JobId readId(Fields.Reader in) {
        return new JobId(new java.util.UUID(in.long_(), in.long_()));
    }

    private static boolean isSecret(String name) {
        JobProperty<?> property = JobProperty.named(name);
        return property != null && property.isSecret();
    }

    /** The secrets of a job; {@code lost} when they cannot be opened. */
    private record Secrets(Map<String, Object> properties, List<AuthCredentials> credentials, boolean lost) {}

    private byte[] sealed(JobId job, Map<String, Object> properties, List<AuthCredentials> credentials) {
        if (properties.isEmpty() && credentials.isEmpty()) {
            return new byte[0];
        }
        Fields.Writer out = new Fields.Writer().plain(properties).number(credentials.size());
        for (AuthCredentials each : credentials) {
            out.constant(each.target())
                    .constant(each.scheme())
                    .text(each.userName())
                    .text(each.password());
        }
        return seal.seal(out.toBytes(), Keys.job(job));
    }

    private Secrets unsealed(JobId job, byte[] sealed) {
        if (sealed.length == 0) {
            return new Secrets(Map.of(), List.of(), false);
        }
        byte[] opened = seal.open(sealed, Keys.job(job));
        if (opened == null) {
            return new Secrets(Map.of(), List.of(), true);
        }
        Fields.Reader in = new Fields.Reader(opened);
        Map<String, Object> properties = in.plain();
        List<AuthCredentials> credentials = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            credentials.add(new AuthCredentials(
                    in.constant(AuthTarget.class), in.constant(AuthScheme.class), in.text(), in.text()));
        }
        return new Secrets(properties, credentials, false);
    }

    private static <T> T decode(String what, byte[] bytes, Function<Fields.Reader, T> read) {
        if (bytes.length == 0 || bytes[0] != LAYOUT) {
            throw unreadable(what, "it has the layout " + (bytes.length == 0 ? "of nothing" : bytes[0]), null);
        }
        Fields.Reader in = new Fields.Reader(bytes);
        try {
            in.layout();
            return read.apply(in);
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | DateTimeException
                | java.io.UncheckedIOException e) {
            throw unreadable(what, String.valueOf(e.getMessage()), e);
        }
    }

    private static BitsException unreadable(String what, String why, @Nullable Throwable cause) {
        return new BitsException(
                ErrorCode.E_FAIL,
                "A " + what + " record of the job store cannot be read: " + why
                        + ". It was written by a newer OpenBITS or is damaged; start that version",
                cause);
    }
}
