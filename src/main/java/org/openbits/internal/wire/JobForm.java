package org.openbits.internal.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobReason;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.JobType;
import org.openbits.internal.channel.Outcome;

/** Jobs, events and outcomes as fields. Times are nanoseconds since 1970: reading a date text would cost start-up time. */
public final class JobForm {

    private static final long NANOS = 1_000_000_000L;

    private JobForm() {}

    public static Fields write(JobInfo job) {
        JobProgress progress = job.progress();
        return Fields.empty()
                .put("id", job.id().toString())
                .put("type", job.type().name())
                .put("owner", job.owner())
                .put("state", job.state().name())
                .put("settings", job.settings().toPlain())
                .put("bytesTotal", progress.bytesTotal())
                .put("bytesTransferred", progress.bytesTransferred())
                .put("filesTotal", progress.filesTotal())
                .put("filesTransferred", progress.filesTransferred())
                .put("creation", nanos(job.times().creation()))
                .put("modification", nanos(job.times().modification()))
                .put("transferCompletion", nanos(job.times().transferCompletion()))
                .put("errorCount", job.errorCount())
                .put("error", writeError(job.error()))
                .put("reason", writeReason(job.reason()))
                .put("notes", job.notes());
    }

    public static JobInfo read(Fields job) {
        return new JobInfo(
                JobId.parse(job.text("id")),
                job.constant("type", JobType.class),
                job.text("owner"),
                job.constant("state", JobState.class),
                readSettings(job.object("settings")),
                new JobProgress(
                        job.number("bytesTotal"),
                        job.number("bytesTransferred"),
                        job.index("filesTotal"),
                        job.index("filesTransferred")),
                new JobTimes(
                        instant(job.number("creation")),
                        instant(job.number("modification")),
                        job.has("transferCompletion") ? instant(job.number("transferCompletion")) : null),
                job.index("errorCount"),
                readError(job.objectOrNull("error")),
                readReason(job.object("reason")),
                job.texts("notes"));
    }

    public static Fields write(Outcome outcome) {
        return Fields.empty()
                .put("job", write(outcome.job()))
                .put("code", outcome.code().number());
    }

    public static Outcome readOutcome(Fields outcome) {
        return new Outcome(read(outcome.object("job")), ErrorCode.of(outcome.index("code")));
    }

    public static Fields write(JobEvent event) {
        Fields fields = Fields.empty()
                .put("kind", event.kind().name())
                .put("job", write(event.job()))
                .put("file", event.fileIndex());
        return event.ranges().isEmpty() ? fields : fields.put("ranges", FileForm.writeRanges(event.ranges()));
    }

    public static JobEvent readEvent(Fields event) {
        return new JobEvent(
                event.constant("kind", JobEvent.Kind.class),
                read(event.object("job")),
                event.index("file"),
                event.has("ranges") ? FileForm.readRanges(event) : List.of());
    }

    public static JobSettings readSettings(Fields settings) {
        return JobSettings.fromPlain(settings.values());
    }

    private static @Nullable Fields writeError(@Nullable BackgroundCopyError error) {
        if (error == null) {
            return null;
        }
        return Fields.empty()
                .put("code", error.code().number())
                .put("symbol", error.code().symbol())
                .put("context", error.context().name())
                .put("message", error.message())
                .put("file", error.fileIndex())
                .put("protocol", error.protocol());
    }

    private static @Nullable BackgroundCopyError readError(@Nullable Fields error) {
        if (error == null) {
            return null;
        }
        return new BackgroundCopyError(
                ErrorCode.of(error.index("code")),
                error.constant("context", ErrorContext.class),
                error.text("message"),
                error.index("file"),
                error.textOrNull("protocol"));
    }

    private static Fields writeReason(JobReason reason) {
        Duration nextTry = reason.nextTry();
        return Fields.empty()
                .put("kind", reason.kind().name())
                .put("sentence", reason.sentence())
                .put("since", nanos(reason.since()))
                .put("nextTry", nextTry == null ? null : nextTry.toNanos());
    }

    private static JobReason readReason(Fields reason) {
        return new JobReason(
                reason.constant("kind", JobReason.Kind.class),
                reason.text("sentence"),
                instant(reason.number("since")),
                reason.has("nextTry") ? Duration.ofNanos(reason.number("nextTry")) : null);
    }

    private static @Nullable Long nanos(@Nullable Instant time) {
        return time == null ? null : time.getEpochSecond() * NANOS + time.getNano();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
