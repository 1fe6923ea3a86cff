package org.openbits.cmdlets;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.JobId;
import org.openbits.automation.ArgumentConverter;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;

/** Finds the job that a Guid, the text of one, or a display name means. */
public final class JobFromText implements ArgumentConverter {

    private static final String TYPE = "Microsoft.BackgroundIntelligentTransfer.Management.BitsJob";

    @Override
    public Object convert(@Nullable Object value, CommandRuntime runtime) {
        if (value instanceof BackgroundCopyJob handle) {
            return BitsJob.of(handle);
        }
        if (!(value instanceof UUID || value instanceof JobId || value instanceof CharSequence)) {
            throw new ConversionException(value, TYPE);
        }
        String text = Conversion.toText(value);
        try {
            BackgroundCopyManager manager = runtime.service(JobAccess.class).manager();
            UUID id = isGuid(text) ? Conversion.to(UUID.class, text) : null;
            return id == null ? byName(manager, text) : BitsJob.of(manager.job(new JobId(id)));
        } catch (BitsException failure) {
            throw new ConversionException(text, TYPE, String.valueOf(failure.getMessage()));
        }
    }

    private static boolean isGuid(String text) {
        return text.strip().matches("[{(]?[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}[)}]?");
    }

    private static BitsJob byName(BackgroundCopyManager manager, String name) {
        Predicate<String> pattern = Conversion.wildcard(name, false);
        List<BitsJob> found = new java.util.ArrayList<>();
        for (BackgroundCopyJob handle : manager.jobs()) {
            BitsJob job = BitsJob.of(handle);
            if (job.getDisplayName().equalsIgnoreCase(name) || pattern.test(job.getDisplayName())) {
                found.add(job);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String reason = found.isEmpty()
                ? "no job has that name; Get-BitsTransfer lists them"
                : found.size() + " jobs have that name; use Get-BitsTransfer -Name and pipe them, or give the JobId";
        throw new ConversionException(name, TYPE, reason);
    }
}
