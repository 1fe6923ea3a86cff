package org.openbits.internal.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobType;

/** Entries of the history as fields. */
public final class HistoryForm {

    private HistoryForm() {}

    public static Fields write(HistoryEntry entry) {
        Fields fields = Fields.empty()
                .put("time", entry.time().toString())
                .put("job", entry.job().toString())
                .put("displayName", entry.displayName())
                .put("owner", entry.owner())
                .put("type", entry.type().name())
                .put("result", entry.result().name())
                .put("created", entry.created().toString())
                .put("activeMillis", entry.active().toMillis())
                .put("bytes", entry.bytes())
                .put("filesTotal", entry.filesTotal())
                .put("files", entry.files().stream().map(HistoryForm::write).toList());
        HistoryEntry.Failure error = entry.error();
        return error == null
                ? fields
                : fields.put("error", Fields.empty().put("code", error.code()).put("message", error.message()));
    }

    private static Fields write(HistoryEntry.File file) {
        return Fields.empty()
                .put("remoteName", file.remoteName())
                .put("localName", file.localName())
                .put("bytes", file.bytes())
                .put("digest", file.digest());
    }

    public static HistoryEntry read(Fields entry) {
        List<HistoryEntry.File> files = new ArrayList<>();
        for (Fields file : entry.objects("files")) {
            files.add(new HistoryEntry.File(
                    file.text("remoteName"), file.text("localName"), file.number("bytes"), file.textOrNull("digest")));
        }
        return new HistoryEntry(
                Instant.parse(entry.text("time")),
                JobId.parse(entry.text("job")),
                entry.text("displayName"),
                entry.text("owner"),
                entry.constant("type", JobType.class),
                entry.constant("result", HistoryEntry.Result.class),
                failure(entry.objectOrNull("error")),
                Instant.parse(entry.text("created")),
                Duration.ofMillis(entry.number("activeMillis")),
                entry.number("bytes"),
                entry.index("filesTotal"),
                files);
    }

    private static HistoryEntry.@Nullable Failure failure(@Nullable Fields error) {
        return error == null ? null : new HistoryEntry.Failure(error.index("code"), error.text("message"));
    }

    public static Fields write(HistoryCheck check) {
        return Fields.empty().put("lines", check.lines()).put("damage", check.damage());
    }

    public static HistoryCheck readCheck(Fields check) {
        return new HistoryCheck(check.number("lines"), check.textOrNull("damage"));
    }
}
