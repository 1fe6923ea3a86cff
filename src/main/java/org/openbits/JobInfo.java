package org.openbits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job at one moment: everything but its file list.
 *
 * @param id its identity
 * @param type its direction
 * @param owner the account it belongs to
 * @param state its state
 * @param settings its properties; headers are left out when they were made write-only
 * @param progress how far it is
 * @param times its time stamps
 * @param errorCount how often it ran into an error; never reset
 * @param error the error of ERROR and TRANSIENT_ERROR, else null
 * @param reason why it is where it is
 * @param notes what the user should know, each said once
 */
public record JobInfo(
        JobId id,
        JobType type,
        String owner,
        JobState state,
        JobSettings settings,
        JobProgress progress,
        JobTimes times,
        int errorCount,
        @Nullable BackgroundCopyError error,
        JobReason reason,
        List<String> notes) {

    public JobInfo {
        notes = List.copyOf(notes);
    }

    /** The same with other properties. */
    public JobInfo withSettings(JobSettings changed) {
        return new JobInfo(id, type, owner, state, changed, progress, times, errorCount, error, reason, notes);
    }

    /** The display name; not unique. */
    public String displayName() {
        return settings.get(JobProperty.DISPLAY_NAME);
    }

    /** The scheduling class. */
    public JobPriority priority() {
        return settings.get(JobProperty.PRIORITY);
    }
}
