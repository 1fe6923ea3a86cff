package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.AuthScheme;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobProperty.When;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.ProxyUsage;
import org.openbits.UploadProtocol;

/**
 * Every property of a job, from the BITS reference once more: default, a legal and an illegal value, when it may be
 * changed, and that it outlives the process. On a real queue and store.
 */
@Timeout(300)
class PropertiesTest {

    /**
     * A row of the table.
     *
     * @param legal another value than the default
     * @param illegal null where every value of the type is legal
     */
    private record Row<T>(
            JobProperty<T> property,
            T standard,
            T legal,
            @Nullable T illegal,
            ErrorCode refusal,
            When when) {

        JobSettings set() {
            JobSettings alone = JobSettings.EMPTY.with(property, legal);
            boolean ofProxy = property == JobProperty.PROXY_LIST || property == JobProperty.PROXY_BYPASS_LIST;
            if (property == JobProperty.PROXY_USAGE || ofProxy) {
                alone = alone.with(JobProperty.PROXY_USAGE, ProxyUsage.OVERRIDE)
                        .with(JobProperty.PROXY_LIST, List.of("http://proxy:8080"));
            }
            return alone;
        }
    }

    private static final List<Row<?>> TABLE = List.of(
            row(JobProperty.DISPLAY_NAME, "", "n", "x".repeat(257), ErrorCode.BG_E_STRING_TOO_LONG, When.ANY_TIME),
            row(JobProperty.DESCRIPTION, "", "d", "x".repeat(1025), ErrorCode.BG_E_STRING_TOO_LONG, When.ANY_TIME),
            row(JobProperty.PRIORITY, JobPriority.NORMAL, JobPriority.LOW, null, ErrorCode.S_OK, When.ANY_TIME),
            row(JobProperty.MINIMUM_RETRY_DELAY, 600L, 77L, -1L, ErrorCode.E_INVALIDARG, When.ANY_TIME),
            row(JobProperty.NO_PROGRESS_TIMEOUT, 1_209_600L, 0L, 1L << 32, ErrorCode.E_INVALIDARG, When.ANY_TIME),
            row(JobProperty.MAXIMUM_DOWNLOAD_TIME, 7_776_000L, 1L, 1L << 32, ErrorCode.E_INVALIDARG, When.ANY_TIME),
            row(JobProperty.NOTIFY_FLAGS, 3L, 63L, 64L, ErrorCode.E_NOTIMPL, When.ANY_TIME),
            row(
                    JobProperty.NOTIFY_COMMAND_LINE,
                    List.of(),
                    List.of("/bin/true", "a b"),
                    List.of("/bin/true", "x".repeat(4300)),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.ANY_TIME),
            row(JobProperty.MINIMUM_NOTIFICATION_INTERVAL, 500L, 900L, -1L, ErrorCode.E_INVALIDARG, When.ANY_TIME),
            row(
                    JobProperty.PROXY_USAGE,
                    ProxyUsage.PRECONFIG,
                    ProxyUsage.OVERRIDE,
                    ProxyUsage.OVERRIDE,
                    ErrorCode.E_INVALIDARG,
                    When.ANY_TIME),
            row(
                    JobProperty.PROXY_LIST,
                    List.of(),
                    List.of("http://proxy:8080"),
                    List.of("x".repeat(32_000)),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.ANY_TIME),
            row(
                    JobProperty.PROXY_BYPASS_LIST,
                    List.of(),
                    List.of("intranet"),
                    List.of("only with OVERRIDE"),
                    ErrorCode.E_INVALIDARG,
                    When.ANY_TIME),
            row(
                    JobProperty.AUTHENTICATION,
                    AuthScheme.NEGOTIATE,
                    AuthScheme.BASIC,
                    null,
                    ErrorCode.S_OK,
                    When.ANY_TIME),
            row(
                    JobProperty.PROXY_AUTHENTICATION,
                    AuthScheme.NEGOTIATE,
                    AuthScheme.DIGEST,
                    null,
                    ErrorCode.S_OK,
                    When.ANY_TIME),
            row(
                    JobProperty.USE_STORED_CREDENTIALS,
                    0L,
                    2L,
                    1L,
                    ErrorCode.BG_E_USE_STORED_CREDENTIALS_NOT_SUPPORTED,
                    When.ANY_TIME),
            row(
                    JobProperty.CERTIFICATE_STORE_LOCATION,
                    "",
                    "CURRENT_USER",
                    "x".repeat(257),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.ANY_TIME),
            row(
                    JobProperty.CERTIFICATE_STORE_NAME,
                    "",
                    "MY",
                    "x".repeat(256),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.ANY_TIME),
            row(
                    JobProperty.CERTIFICATE_HASH,
                    "",
                    "00".repeat(20),
                    "00".repeat(21),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.ANY_TIME),
            row(
                    JobProperty.CERTIFICATE_SUBJECT_NAME,
                    "",
                    "CN=ann",
                    "x".repeat(256),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.ANY_TIME),
            row(
                    JobProperty.CUSTOM_HEADERS,
                    List.of(),
                    List.of("X-Depot: 7"),
                    List.of("X: " + "x".repeat(16_384)),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.ANY_TIME),
            row(JobProperty.CUSTOM_HEADERS_WRITE_ONLY, false, true, null, ErrorCode.S_OK, When.ANY_TIME),
            row(
                    JobProperty.HTTP_METHOD,
                    "GET",
                    "POST",
                    "x".repeat(65),
                    ErrorCode.BG_E_STRING_TOO_LONG,
                    When.BEFORE_FIRST_RESUME),
            row(JobProperty.SECURITY_FLAGS, 0L, 0x10FL, 0x20L, ErrorCode.E_NOTIMPL, When.ANY_TIME),
            row(JobProperty.ACL_FLAGS, 0L, 15L, 16L, ErrorCode.E_NOTIMPL, When.BEFORE_TRANSFERRED),
            row(JobProperty.PEER_CACHING_FLAGS, 0L, 7L, 8L, ErrorCode.E_NOTIMPL, When.ANY_TIME),
            row(JobProperty.COST_FLAGS, 0x8000_00FFL, 2L, 1L << 32, ErrorCode.E_INVALIDARG, When.ANY_TIME),
            row(JobProperty.DYNAMIC_CONTENT, false, true, null, ErrorCode.S_OK, When.BEFORE_FIRST_RESUME),
            row(JobProperty.HIGH_PERFORMANCE, false, true, null, ErrorCode.S_OK, When.BEFORE_FIRST_FILE),
            row(
                    JobProperty.MAXIMUM_DOWNLOAD_SIZE,
                    0L,
                    1L << 40,
                    -1L,
                    ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_INVALID_VALUE,
                    When.BEFORE_FIRST_RESUME),
            row(JobProperty.ON_DEMAND, false, true, null, ErrorCode.S_OK, When.BEFORE_FIRST_RESUME),
            row(
                    JobProperty.UPLOAD_PROTOCOL,
                    UploadProtocol.AUTO,
                    UploadProtocol.PUT,
                    null,
                    ErrorCode.S_OK,
                    When.BEFORE_FIRST_RESUME),
            row(JobProperty.HELPER_TOKEN_FLAGS, 0L, 3L, 4L, ErrorCode.E_NOTIMPL, When.ANY_TIME),
            row(JobProperty.AUTO_COMPLETE, false, true, null, ErrorCode.S_OK, When.ANY_TIME));

    private static <T> Row<T> row(
            JobProperty<T> property, T standard, T legal, @Nullable T illegal, ErrorCode refusal, When when) {
        return new Row<>(property, standard, legal, illegal, refusal, when);
    }

    @TempDir
    Path directory;

    private BackgroundCopyManager manager;

    @BeforeEach
    void open() {
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private static @Nullable ErrorCode refusal(Runnable change) {
        BitsException refusal = catchThrowableOfType(BitsException.class, change::run);
        return refusal == null ? null : refusal.code();
    }

    @Test
    void theTableNamesEveryProperty() {
        List<JobProperty<?>> named = new ArrayList<>();
        TABLE.forEach(row -> named.add(row.property()));
        named.add(JobProperty.REPLY_FILE_NAME); // of upload-reply jobs, which have tests of their own
        assertThat(named).containsExactlyInAnyOrderElementsOf(JobProperty.all());
    }

    @Test
    void haveTheirDefaultsTakeWhatIsLegalAndRefuseTheRest() {
        for (Row<?> row : TABLE) {
            check(row);
        }
    }

    private <T> void check(Row<T> row) {
        String name = row.property().name();
        BackgroundCopyJob job = manager.createJob(JobSpec.download(""));
        assertThat(job.get(row.property())).as(name).isEqualTo(row.standard());
        T illegal = row.illegal();
        if (illegal != null) {
            assertThat(refusal(() -> job.set(row.property(), illegal))).as(name).isEqualTo(row.refusal());
            assertThat(job.get(row.property())).as(name).isEqualTo(row.standard());
        }
        job.change(row.set());
        assertThat(job.get(row.property())).as(name).isEqualTo(row.legal());
    }

    @Test
    void outliveTheProcess() {
        Map<Row<?>, JobId> jobs = new LinkedHashMap<>();
        for (Row<?> row : TABLE) {
            BackgroundCopyJob job = manager.createJob(JobSpec.download(""));
            job.change(row.set());
            jobs.put(row, job.id());
        }
        manager.close();
        open();
        jobs.forEach((row, id) -> assertThat(manager.job(id).get(row.property()))
                .as(row.property().name())
                .isEqualTo(row.legal()));
    }

    @Test
    void mayBeChangedWhenTheirRowSaysSo() throws Exception {
        Path source = Files.writeString(directory.resolve("source"), "0123456789");
        BackgroundCopyJob transferred = manager.createJob(JobSpec.download("")
                .withFiles(List.of(FileSpec.of(
                        source.toUri().toString(), directory.resolve("copy").toString())))
                .resumed());
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> transferred.state() == JobState.TRANSFERRED);
        BackgroundCopyJob gone = manager.createJob(JobSpec.download(""));
        gone.cancel();
        for (Row<?> row : TABLE) {
            String name = row.property().name();
            if (row.property() == JobProperty.AUTO_COMPLETE) {
                continue; // allowed at any time, and it would end this job
            }
            BackgroundCopyJob withFile = manager.createJob(JobSpec.download("")
                    .withFiles(List.of(FileSpec.of(
                            source.toUri().toString(),
                            directory.resolve("other").toString()))));
            assertThat(refusal(() -> withFile.change(row.set())))
                    .as(name + " of a job with a file")
                    .isEqualTo(
                            row.when() == When.BEFORE_FIRST_FILE
                                    ? ErrorCode.BG_E_READ_ONLY_PROPERTY_AFTER_ADDFILE
                                    : null);
            assertThat(refusal(() -> transferred.change(row.set())))
                    .as(name + " of a transferred job")
                    .isEqualTo(
                            switch (row.when()) {
                                case ANY_TIME -> null;
                                case BEFORE_TRANSFERRED -> ErrorCode.BG_E_INVALID_STATE;
                                case BEFORE_FIRST_RESUME -> ErrorCode.BG_E_READ_ONLY_PROPERTY_AFTER_RESUME;
                                case BEFORE_FIRST_FILE -> ErrorCode.BG_E_READ_ONLY_PROPERTY_AFTER_ADDFILE;
                            });
            assertThat(refusal(() -> gone.change(row.set())))
                    .as(name + " of a cancelled job")
                    .isEqualTo(ErrorCode.BG_E_INVALID_STATE);
        }
    }

    @Test
    void thoseOfDownloadsAreRefusedForUploads() throws Exception {
        Path source = Files.writeString(directory.resolve("source"), "0123456789");
        JobSpec upload = JobSpec.upload("", source.toString(), "http://127.0.0.1:9/in/a");
        BackgroundCopyJob job = manager.createJob(upload);
        for (JobSettings settings : List.of(
                JobSettings.EMPTY.with(JobProperty.DYNAMIC_CONTENT, true),
                JobSettings.EMPTY.with(JobProperty.ON_DEMAND, true),
                JobSettings.EMPTY.with(JobProperty.MAXIMUM_DOWNLOAD_SIZE, 5L))) {
            assertThat(refusal(() -> job.change(settings)))
                    .isEqualTo(ErrorCode.BG_E_PROPERTY_SUPPORTED_FOR_DOWNLOAD_JOBS_ONLY);
        }
        JobSettings fast = JobSettings.EMPTY.with(JobProperty.HIGH_PERFORMANCE, true);
        assertThat(refusal(() -> manager.createJob(new JobSpec(JobType.UPLOAD, fast, List.of(), List.of(), false))))
                .isEqualTo(ErrorCode.BG_E_PROPERTY_SUPPORTED_FOR_DOWNLOAD_JOBS_ONLY);
    }

    @Test
    void smallRetryDelaysBecomeFiveSeconds() {
        BackgroundCopyJob job = manager.createJob(JobSpec.download(""));
        job.set(JobProperty.MINIMUM_RETRY_DELAY, 1L);
        assertThat(job.get(JobProperty.MINIMUM_RETRY_DELAY)).isEqualTo(5L);
    }

    /** Neither the store nor the history nor the log has a byte of them in the clear. */
    @Test
    void secretHeadersAreNowhereOnTheDisk() throws Exception {
        String token = "hunter2-8c1f";
        BackgroundCopyJob job = manager.createJob(JobSpec.download("")
                .with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: " + token))
                .with(JobProperty.CUSTOM_HEADERS_WRITE_ONLY, true));
        job.set(JobProperty.DESCRIPTION, "another record");
        BackgroundCopyJob other =
                manager.createJob(JobSpec.download("").with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: " + token)));
        other.cancel();
        manager.close();
        try (var files = Files.walk(directory.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(token);
            }
        }
        open();
        assertThat(manager.job(job.id()).info().toString()).doesNotContain(token);
    }
}
