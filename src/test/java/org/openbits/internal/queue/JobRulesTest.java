package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.internal.queue.JobRules.Cell;
import org.openbits.internal.queue.JobRules.Input;
import org.openbits.internal.queue.JobRules.Rule;

/** Walks the state table cell by cell; what each cell should say is written here again, from the BITS reference. */
class JobRulesTest {

    private static final Set<JobState> FINAL = EnumSet.of(JobState.ACKNOWLEDGED, JobState.CANCELLED);
    private static final Set<JobState> ACTION =
            EnumSet.of(JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING, JobState.TRANSIENT_ERROR);
    private static final Set<JobState> STARTED =
            EnumSet.of(JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING);
    private static final Set<JobState> RUNNING = EnumSet.of(JobState.CONNECTING, JobState.TRANSFERRING);

    @TestFactory
    Stream<DynamicTest> everyCell() {
        List<DynamicTest> cells = new ArrayList<>();
        for (Input input : Input.values()) {
            for (JobState state : JobState.values()) {
                cells.add(DynamicTest.dynamicTest(
                        input + " in " + state,
                        () -> assertThat(text(JobRules.rule(input, state))).isEqualTo(expected(input, state))));
            }
        }
        return cells.stream();
    }

    private static String text(Rule rule) {
        return rule.cell() == Cell.MOVES ? "to " + rule.target() : rule.cell().toString();
    }

    private static String expected(Input input, JobState state) {
        boolean gone = FINAL.contains(state);
        return switch (input) {
            case ADD_FILES, SET_PROPERTY, SET_REMOTE_NAME, REQUEST_RANGES, SET_VALID ->
                gone ? "INVALID_STATE" : "STAYS";
            case SET_BEFORE_TRANSFERRED -> gone || state == JobState.TRANSFERRED ? "INVALID_STATE" : "STAYS";
            case RESUME -> gone ? "INVALID_STATE" : STARTED.contains(state) ? "NO_EFFECT" : "GO";
            case SUSPEND -> gone ? "INVALID_STATE" : state == JobState.SUSPENDED ? "NO_EFFECT" : "to SUSPENDED";
            case COMPLETE -> gone ? "INVALID_STATE" : "to ACKNOWLEDGED";
            case COMPLETE_UPLOAD -> state == JobState.TRANSFERRED ? "to ACKNOWLEDGED" : "INVALID_STATE";
            case CANCEL -> gone ? "INVALID_STATE" : "to CANCELLED";
            case SET_INVALID -> gone ? "INVALID_STATE" : "to ERROR";
            case GET_ERROR -> state == JobState.ERROR || state == JobState.TRANSIENT_ERROR ? "STAYS" : "NO_ERROR";
            case CONNECTING ->
                switch (state) {
                    case QUEUED, TRANSFERRING -> "to CONNECTING";
                    case CONNECTING -> "STAYS";
                    default -> "IGNORED";
                };
            case CONNECTED ->
                switch (state) {
                    case CONNECTING -> "to TRANSFERRING";
                    case TRANSFERRING -> "STAYS";
                    default -> "IGNORED";
                };
            case ALL_TRANSFERRED -> STARTED.contains(state) ? "to TRANSFERRED" : "IGNORED";
            case RANGES_TRANSFERRED -> RUNNING.contains(state) ? "to SUSPENDED" : "IGNORED";
            case TRANSIENT_FAILURE -> RUNNING.contains(state) ? "to TRANSIENT_ERROR" : "IGNORED";
            case FATAL_FAILURE, NO_PROGRESS_TIMEOUT -> ACTION.contains(state) ? "to ERROR" : "IGNORED";
            case MAXIMUM_DOWNLOAD_TIME -> STARTED.contains(state) ? "to ERROR" : "IGNORED";
            case PREEMPTED -> RUNNING.contains(state) ? "GO" : "IGNORED";
            case RETRY_DUE -> state == JobState.TRANSIENT_ERROR ? "GO" : "IGNORED";
            case BLOCKED -> STARTED.contains(state) ? "to TRANSIENT_ERROR" : "IGNORED";
            case INACTIVITY_TIMEOUT -> gone ? "IGNORED" : "to CANCELLED";
            case AUTO_COMPLETE_FAILED -> state == JobState.TRANSFERRED ? "to ERROR" : "IGNORED";
            case RESTART -> gone ? "IGNORED" : STARTED.contains(state) ? "GO" : "NO_EFFECT";
        };
    }

    @Test
    void refusesWithTheCodesOfBits() {
        JobId job = JobId.random();
        assertThatThrownBy(() -> JobRules.require(Input.RESUME, JobState.ACKNOWLEDGED, job))
                .hasMessageContaining(job.toString())
                .hasMessageContaining("ACKNOWLEDGED")
                .satisfies(e -> assertThat(((BitsException) e).code()).isEqualTo(ErrorCode.BG_E_INVALID_STATE));
        assertThatThrownBy(() -> JobRules.require(Input.GET_ERROR, JobState.QUEUED, job))
                .satisfies(e ->
                        assertThat(((BitsException) e).code()).isEqualTo(ErrorCode.BG_E_ERROR_INFORMATION_UNAVAILABLE));
    }

    @Test
    void changesPropertiesOnlyWhenTheirTableSaysSo() {
        try (QueueFixture fixture = new QueueFixture()) {
            JobId job = fixture.create(JobSettings.EMPTY, false);
            change(fixture, job, JobSettings.EMPTY.with(JobProperty.HIGH_PERFORMANCE, true));
            QueueFixture.get(fixture.channel.addFiles(job, QueueFixture.files("fake:/a")));
            JobQueueTest.refuses(
                    ErrorCode.BG_E_READ_ONLY_PROPERTY_AFTER_ADDFILE,
                    () -> change(fixture, job, JobSettings.EMPTY.with(JobProperty.HIGH_PERFORMANCE, false)));

            change(fixture, job, JobSettings.EMPTY.with(JobProperty.MAXIMUM_DOWNLOAD_SIZE, 100L));
            fixture.act(job, org.openbits.internal.channel.JobAction.RESUME);
            JobQueueTest.refuses(
                    ErrorCode.BG_E_READ_ONLY_PROPERTY_AFTER_RESUME,
                    () -> change(fixture, job, JobSettings.EMPTY.with(JobProperty.MAXIMUM_DOWNLOAD_SIZE, 200L)));

            fixture.transfer("fake:/a").bring(10);
            fixture.settle();
            JobQueueTest.refuses(
                    ErrorCode.BG_E_INVALID_STATE,
                    () -> change(fixture, job, JobSettings.EMPTY.with(JobProperty.ACL_FLAGS, 1L)));
        }
    }

    private static void change(QueueFixture fixture, JobId job, JobSettings change) {
        QueueFixture.get(fixture.channel.change(job, change));
    }
}
