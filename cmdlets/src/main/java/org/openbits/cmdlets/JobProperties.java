package org.openbits.cmdlets;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbits.JobInfo;
import org.openbits.JobProperty;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;

/**
 * The properties of a {@link BitsJob} in the order in which lists show them: those of the original object, then ours.
 */
enum JobProperties {
    JobId(job -> job.getJobId()),
    DisplayName(job -> job.getDisplayName()),
    Description(of(JobProperty.DESCRIPTION)),
    TransferType(header(info -> BitsJobType.of(info.type()))),
    JobState(header(info -> BitsJobState.of(info.state()))),
    OwnerAccount(header(JobInfo::owner)),
    Priority(header(info -> BitsPriority.of(info.priority()))),
    RetryInterval(of(JobProperty.MINIMUM_RETRY_DELAY)),
    RetryTimeout(of(JobProperty.NO_PROGRESS_TIMEOUT)),
    TransientErrorCount(header(JobInfo::errorCount)),
    ProxyUsage(header(info -> BitsProxyUsage.of(info.settings().get(JobProperty.PROXY_USAGE)))),
    ErrorContext(header(info -> BitsErrorContext.of(
            info.error() == null ? org.openbits.ErrorContext.NONE : info.error().context()))),
    ErrorCondition(header(info -> JobErrors.condition(info.error()))),
    InternalErrorCode(
            header(info -> info.error() == null ? 0 : info.error().code().number())),
    ErrorDescription(header(info -> info.error() == null ? "" : JobErrors.describe(info.error()))),
    ErrorContextDescription(
            header(info -> info.error() == null ? "" : info.error().context().description())),
    BytesTotal(BitsJob::getBytesTotal),
    BytesTransferred(BitsJob::getBytesTransferred),
    FilesTotal(header(info -> info.progress().filesTotal())),
    FilesTransferred(header(info -> info.progress().filesTransferred())),
    CreationTime(BitsJob::getCreationTime),
    ModificationTime(header(info -> time(info.times().modification()))),
    TransferCompletionTime(header(info -> time(info.times().transferCompletion()))),
    FileList(BitsJob::getFileList),
    ProxyList(header(info -> uris(info.settings().get(JobProperty.PROXY_LIST)))),
    ProxyBypassList(of(JobProperty.PROXY_BYPASS_LIST)),
    HttpMethod(of(JobProperty.HTTP_METHOD)),
    MaxDownloadTime(of(JobProperty.MAXIMUM_DOWNLOAD_TIME)),
    TransferPolicy(header(info -> new CostStates(info.settings().get(JobProperty.COST_FLAGS)))),
    SecurityFlags(header(info -> new SecurityFlagValue(info.settings().get(JobProperty.SECURITY_FLAGS)))),
    NotifyFlags(header(info -> new NotifyFlagValue(info.settings().get(JobProperty.NOTIFY_FLAGS)))),
    NotifyCmdLine(of(JobProperty.NOTIFY_COMMAND_LINE)),
    CustomHeaders(of(JobProperty.CUSTOM_HEADERS)),
    Dynamic(of(JobProperty.DYNAMIC_CONTENT)),
    CertificateHash(header(info -> bytes(info.settings().get(JobProperty.CERTIFICATE_HASH)))),
    CertificateStoreLocation(header(info -> location(info.settings().get(JobProperty.CERTIFICATE_STORE_LOCATION)))),
    CertificateStoreName(of(JobProperty.CERTIFICATE_STORE_NAME)),
    CertificateSubjectName(of(JobProperty.CERTIFICATE_SUBJECT_NAME)),
    CustomHeadersWriteOnly(of(JobProperty.CUSTOM_HEADERS_WRITE_ONLY)),
    ACLFlags(header(info -> new ACLFlagValue(info.settings().get(JobProperty.ACL_FLAGS)))),
    Authentication(header(info ->
            Spelling.camel(info.settings().get(JobProperty.AUTHENTICATION).name()))),
    ProxyAuthentication(header(info ->
            Spelling.camel(info.settings().get(JobProperty.PROXY_AUTHENTICATION).name()))),
    UseStoredCredential(
            header(info -> new AuthenticationTargetValue(info.settings().get(JobProperty.USE_STORED_CREDENTIALS)))),
    UploadProtocol(header(info ->
            Spelling.camel(info.settings().get(JobProperty.UPLOAD_PROTOCOL).name()))),
    ReplyFileName(of(JobProperty.REPLY_FILE_NAME)),
    AutoComplete(of(JobProperty.AUTO_COMPLETE)),
    MaxDownloadSize(of(JobProperty.MAXIMUM_DOWNLOAD_SIZE)),
    OnDemandMode(of(JobProperty.ON_DEMAND)),
    HighPerformance(of(JobProperty.HIGH_PERFORMANCE)),
    MinimumNotificationInterval(of(JobProperty.MINIMUM_NOTIFICATION_INTERVAL)),
    PeerCachingFlags(of(JobProperty.PEER_CACHING_FLAGS)),
    HelperTokenFlags(of(JobProperty.HELPER_TOKEN_FLAGS)),
    Reason(header(info -> info.reason().sentence())),
    Notes(header(JobInfo::notes));

    /** Their names, in order. */
    static final List<String> NAMES = names();

    private final Function<BitsJob, @Nullable Object> reader;

    JobProperties(Function<BitsJob, @Nullable Object> reader) {
        this.reader = reader;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (JobProperties property : values()) {
            names.add(property.name());
        }
        return List.copyOf(names);
    }

    static @Nullable JobProperties find(String name) {
        for (JobProperties property : values()) {
            if (property.name().equalsIgnoreCase(name)) {
                return property;
            }
        }
        return null;
    }

    @Nullable
    Object read(BitsJob job) {
        return reader.apply(job);
    }

    private static Function<BitsJob, @Nullable Object> header(Function<JobInfo, Object> read) {
        return job -> read.apply(job.info());
    }

    /** A property as it is stored; seconds are Int32 in PowerShell, where they fit. */
    private static Function<BitsJob, @Nullable Object> of(JobProperty<?> property) {
        return job -> {
            Object value = job.info().settings().get(property);
            return value instanceof Long number && number <= Integer.MAX_VALUE ? (Object) number.intValue() : value;
        };
    }

    /** Local time; the first moment of the year 1 for what has not happened. */
    static ZonedDateTime time(@Nullable Instant instant) {
        return instant == null
                ? ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                : instant.atZone(ZoneId.systemDefault());
    }

    private static List<Object> uris(List<String> proxies) {
        List<Object> uris = new ArrayList<>();
        for (String proxy : proxies) {
            uris.add(uri(proxy));
        }
        return uris;
    }

    private static Object uri(String proxy) {
        try {
            Object uri = Conversion.to(URI.class, proxy);
            return uri == null || uri.toString().startsWith("//") ? proxy : uri;
        } catch (ConversionException notOne) {
            return proxy;
        }
    }

    private static List<Object> bytes(String hexadecimal) {
        List<Object> bytes = new ArrayList<>();
        for (int index = 0; index + 2 <= hexadecimal.length(); index += 2) {
            bytes.add(Integer.parseInt(hexadecimal.substring(index, index + 2), 16));
        }
        return bytes;
    }

    private static String location(String stored) {
        return stored.isEmpty() ? "CurrentUser" : Spelling.camel(stored.toUpperCase(Locale.ROOT));
    }
}
