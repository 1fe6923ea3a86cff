package org.openbits.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileInfo;
import org.openbits.FileProgress;
import org.openbits.FileRange;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobReason;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.JobType;
import org.openbits.internal.channel.Outcome;

class WireTest {

    private static final JobInfo JOB = new JobInfo(
            JobId.random(),
            JobType.UPLOAD_REPLY,
            "ada",
            JobState.TRANSIENT_ERROR,
            JobSettings.EMPTY
                    .with(JobProperty.DISPLAY_NAME, "\"line\u2028\n\u0000\ud83d\ude00\"")
                    .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                    .with(JobProperty.NOTIFY_COMMAND_LINE, List.of("/bin/x", ""))
                    .with(JobProperty.MAXIMUM_DOWNLOAD_SIZE, Long.MAX_VALUE)
                    .with(JobProperty.AUTO_COMPLETE, true),
            new JobProgress(JobProgress.SIZE_UNKNOWN, 1L << 60, 3, 2),
            new JobTimes(
                    Instant.parse("2026-11-22T22:33:44.123456789Z"), Instant.parse("1969-12-31T23:59:59.5Z"), null),
            4,
            new BackgroundCopyError(ErrorCode.http(503), ErrorContext.REMOTE_FILE, "busy", 1, "http"),
            new JobReason(
                    JobReason.Kind.RETRY, "It waits.", Instant.ofEpochSecond(-9, 1), Duration.ofNanos(1_234_567_891)),
            List.of("a note"));

    @Test
    void aJobComesBackAsItWas() throws IOException {
        assertThat(JobForm.read(sent(JobForm.write(JOB)))).isEqualTo(JOB);
    }

    @Test
    void eventsAndOutcomesComeBackAsTheyWere() throws IOException {
        for (JobEvent.Kind kind : JobEvent.Kind.values()) {
            JobEvent event = new JobEvent(kind, JOB, 7);
            assertThat(JobForm.readEvent(sent(JobForm.write(event)))).isEqualTo(event);
        }
        JobEvent ranges = new JobEvent(
                JobEvent.Kind.FILE_RANGES_TRANSFERRED, JOB, 7, List.of(new FileRange(1, 2), new FileRange(9, 1)));
        assertThat(JobForm.readEvent(sent(JobForm.write(ranges)))).isEqualTo(ranges);
        Outcome outcome = new Outcome(JOB, ErrorCode.BG_S_PARTIAL_COMPLETE);
        assertThat(JobForm.readOutcome(sent(JobForm.write(outcome)))).isEqualTo(outcome);
    }

    @Test
    void aFileComesBackAsItWas() throws IOException {
        FileInfo file = new FileInfo(
                3,
                "http://h/a",
                "/srv/b",
                List.of(new FileRange(1, 2), new FileRange(9, FileRange.TO_EOF)),
                new FileProgress(10, 5, false),
                false,
                "/srv/BIT.tmp",
                true,
                List.of("no resume"));

        assertThat(FileForm.read(sent(FileForm.write(file)))).isEqualTo(file);
    }

    @Test
    void aPropertyOfANewerVersionIsSkipped() throws IOException {
        Fields fields = JobForm.write(JOB)
                .put("settings", Fields.empty().put("displayName", "x").put("colour", "green"))
                .put("weight", 3);

        assertThat(JobForm.read(sent(fields)).displayName()).isEqualTo("x");
    }

    @Test
    void sendsTheBeginningOfALongListAhead() throws IOException {
        List<Fields> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(Fields.empty().put("text", "\u20ac".repeat(90_000)).put("number", i));
        }
        List<String> lines = new ArrayList<>();

        new Message.Reply(5, Fields.empty().put("items", items)).lines(lines::add);

        assertThat(lines)
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line.getBytes("UTF-8").length).isLessThan(LineChannel.LONGEST_LINE));
        List<Long> numbers = new ArrayList<>();
        for (String line : lines) {
            Message message = Message.parse(line);
            Fields payload = message instanceof Message.Note part ? part.params() : ((Message.Reply) message).result();
            payload.objects("items").forEach(item -> numbers.add(item.number("number")));
        }
        assertThat(numbers).hasSize(30).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "null",
                "[]",
                "{",
                "{}",
                "{} {}",
                "{\"id\":1}",
                "{\"id\":\"1\",\"method\":\"m\"}",
                "{\"id\":1,\"method\":2}",
                "{\"method\":\"m\",\"params\":[]}",
                "{\"id\":1,\"error\":{}}",
                "{\"id\":99999999999999999999,\"method\":\"m\"}",
                "{\"a\":NaN}"
            })
    void refusesWhatIsNoMessage(String line) {
        assertThatThrownBy(() -> Message.parse(line)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatThrownBy(() -> Message.parse("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void neverShowsAPassword() {
        AuthCredentials secret = new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "ada", "hunter2");
        Fields fields = SpecForm.write(secret);
        String line = fields.toJson();

        assertThat(new Message.Request(1, Methods.SET_CREDENTIALS, fields).toString())
                .doesNotContain("hunter2");
        assertThatThrownBy(() -> Message.parse(line.substring(0, line.length() - 1)))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
        assertThatThrownBy(() -> fields.number("password"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
    }

    @Test
    void aBuildIsNewerByItsVersionThenByItsTime() {
        assertThat(new Build("0.10", 0).isNewerThan(new Build("0.9.9", 5))).isTrue();
        assertThat(new Build("1.0.1", 0).isNewerThan(new Build("1.0", 5))).isTrue();
        assertThat(new Build("1", 6).isNewerThan(new Build("1.0", 5))).isTrue();
        assertThat(new Build("1", 5).isNewerThan(new Build("1", 5))).isFalse();
    }

    private static Fields sent(Fields fields) throws IOException {
        List<String> lines = new ArrayList<>();
        new Message.Note("n", fields).lines(lines::add);
        return ((Message.Note) Message.parse(lines.get(0))).params();
    }
}
