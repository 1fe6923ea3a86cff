package org.openbits.internal.queue;

import java.util.Set;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.ProxyUsage;

/** When a property may be changed, by whom, and what it does to others. Pure. */
final class PropertyRules {

    private static final Set<JobProperty<?>> OWNERS_SECRETS = Set.of(
            JobProperty.CUSTOM_HEADERS,
            JobProperty.CERTIFICATE_STORE_LOCATION,
            JobProperty.CERTIFICATE_STORE_NAME,
            JobProperty.CERTIFICATE_HASH,
            JobProperty.CERTIFICATE_SUBJECT_NAME);

    /** What means something for downloads only, with any other value than its default. */
    private static final Set<JobProperty<?>> OF_DOWNLOADS = Set.of(
            JobProperty.DYNAMIC_CONTENT,
            JobProperty.HIGH_PERFORMANCE,
            JobProperty.MAXIMUM_DOWNLOAD_SIZE,
            JobProperty.ON_DEMAND);

    private PropertyRules() {}

    /** Throws the code of the first property in {@code change} that the job cannot take now from this caller. */
    static void check(Job job, JobSettings change, Caller caller) {
        for (JobProperty<?> property : change.properties()) {
            switch (property.when()) {
                case ANY_TIME -> {}
                case BEFORE_TRANSFERRED ->
                    JobRules.require(JobRules.Input.SET_BEFORE_TRANSFERRED, job.state, job.row.id);
                case BEFORE_FIRST_RESUME -> {
                    if (job.resumedBefore) {
                        throw refused(job, ErrorCode.BG_E_READ_ONLY_PROPERTY_AFTER_RESUME, property, "was resumed");
                    }
                }
                case BEFORE_FIRST_FILE -> {
                    if (job.progress.filesTotal() > 0) {
                        throw refused(job, ErrorCode.BG_E_READ_ONLY_PROPERTY_AFTER_ADDFILE, property, "has files");
                    }
                }
            }
            if (OWNERS_SECRETS.contains(property) && !caller.owner().equals(job.owner)) {
                throw new BitsException(
                        ErrorCode.E_ACCESSDENIED,
                        ErrorContext.GENERAL_QUEUE_MANAGER,
                        "Only its owner can change the property " + property + " of the job " + job.row.id,
                        job.row.id,
                        null);
            }
        }
        if (change.isSet(JobProperty.PRIORITY)
                && change.get(JobProperty.PRIORITY) != JobPriority.FOREGROUND
                && isCustomMethod(job.settings)) {
            throw refused(
                    job,
                    ErrorCode.BG_E_NOT_SUPPORTED_WITH_CUSTOM_HTTP_METHOD,
                    JobProperty.PRIORITY,
                    "has an HTTP method of its own and stays FOREGROUND");
        }
        if (job.settings.get(JobProperty.CUSTOM_HEADERS_WRITE_ONLY)
                && change.isSet(JobProperty.CUSTOM_HEADERS_WRITE_ONLY)
                && !change.get(JobProperty.CUSTOM_HEADERS_WRITE_ONLY)) {
            throw refused(
                    job,
                    ErrorCode.BG_E_READ_ONLY_PROPERTY,
                    JobProperty.CUSTOM_HEADERS_WRITE_ONLY,
                    "keeps its headers write-only for good");
        }
    }

    /**
     * The settings after a change, with what follows from it.
     *
     * @throws BitsException when the values do not go together
     */
    static JobSettings settle(JobType type, JobSettings before, JobSettings change) {
        JobSettings after = before.with(change);
        if (type.isUpload()) {
            for (JobProperty<?> property : OF_DOWNLOADS) {
                if (!after.get(property).equals(property.defaultValue())) {
                    throw new BitsException(
                            ErrorCode.BG_E_PROPERTY_SUPPORTED_FOR_DOWNLOAD_JOBS_ONLY,
                            "The property " + property + " is for downloads; this job is an upload");
                }
            }
        }
        if (isCustomMethod(after)) {
            if (after.get(JobProperty.DYNAMIC_CONTENT) || after.get(JobProperty.ON_DEMAND)) {
                throw new BitsException(
                        ErrorCode.BG_E_NOT_SUPPORTED_WITH_CUSTOM_HTTP_METHOD,
                        "An HTTP method of its own goes neither with dynamic content nor with on-demand mode");
            }
            after = after.with(JobProperty.PRIORITY, JobPriority.FOREGROUND);
        }
        if ((after.get(JobProperty.USE_STORED_CREDENTIALS) & 1) != 0) {
            throw new BitsException(
                    ErrorCode.BG_E_USE_STORED_CREDENTIALS_NOT_SUPPORTED,
                    "Stored credentials can be used for the proxy only, not for the server");
        }
        if (after.get(JobProperty.ON_DEMAND) && after.get(JobProperty.DYNAMIC_CONTENT)) {
            throw new BitsException(
                    ErrorCode.BG_E_RANDOM_ACCESS_NOT_SUPPORTED,
                    "On-demand mode fetches parts of files, and dynamic content has none");
        }
        checkProxy(after);
        return after;
    }

    private static void checkProxy(JobSettings settings) {
        boolean override = settings.get(JobProperty.PROXY_USAGE) == ProxyUsage.OVERRIDE;
        boolean list = !settings.get(JobProperty.PROXY_LIST).isEmpty();
        boolean bypass = !settings.get(JobProperty.PROXY_BYPASS_LIST).isEmpty();
        if (override != list || (bypass && !override)) {
            throw new BitsException(
                    ErrorCode.E_INVALIDARG,
                    override
                            ? "ProxyUsage OVERRIDE needs a proxy list"
                            : "A proxy list goes only with ProxyUsage OVERRIDE");
        }
    }

    /** What belongs to the old owner alone is dropped when the job gets a new one. */
    static JobSettings withoutOwnersSecrets(JobSettings settings) {
        JobSettings rest = settings.without(JobProperty.NOTIFY_COMMAND_LINE);
        for (JobProperty<?> property : OWNERS_SECRETS) {
            rest = rest.without(property);
        }
        return rest;
    }

    /** The settings as somebody else than the owner may see them: custom headers are his alone (GetCustomHeaders). */
    static JobSettings seenBy(Caller caller, String owner, JobSettings settings) {
        return caller.owner().equals(owner) ? settings : settings.without(JobProperty.CUSTOM_HEADERS);
    }

    private static boolean isCustomMethod(JobSettings settings) {
        return !settings.get(JobProperty.HTTP_METHOD).equals(JobProperty.HTTP_METHOD.defaultValue());
    }

    private static BitsException refused(Job job, ErrorCode code, JobProperty<?> property, String because) {
        return new BitsException(
                code,
                ErrorContext.GENERAL_QUEUE_MANAGER,
                "The property " + property + " cannot be changed: the job " + job.row.id + " " + because,
                job.row.id,
                null);
    }
}
