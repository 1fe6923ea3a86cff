package org.openbits.internal.queue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobId;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobState;

/**
 * The state table: what each operation and each event does to a job in each state. The whole table is the text below.
 *
 * <pre>
 * =    allowed, the state stays
 * -    no effect, success
 * .    cannot happen, ignored
 * GO   ready to run: QUEUED; a foreground job CONNECTING; with nothing left TRANSFERRED
 * IS   refused with BG_E_INVALID_STATE
 * NO   refused with BG_E_ERROR_INFORMATION_UNAVAILABLE
 * SUS, CON, TRF, ERR, TRA, DON, ACK, CAN: moves to SUSPENDED, CONNECTING, TRANSFERRING, ERROR, TRANSIENT_ERROR,
 *      TRANSFERRED, ACKNOWLEDGED, CANCELLED
 * </pre>
 */
final class JobRules {

    /** What can be done to a job, or happen to it. */
    enum Input {
        ADD_FILES,
        RESUME,
        SUSPEND,
        COMPLETE,
        COMPLETE_UPLOAD,
        CANCEL,
        SET_PROPERTY,
        SET_BEFORE_TRANSFERRED,
        SET_REMOTE_NAME,
        REQUEST_RANGES,
        SET_VALID,
        SET_INVALID,
        GET_ERROR,
        /** A connection is being made. */
        CONNECTING,
        /** The server answered. */
        CONNECTED,
        /** Every file is there. */
        ALL_TRANSFERRED,
        /** Every range asked for is there, the file is not whole. */
        RANGES_TRANSFERRED,
        TRANSIENT_FAILURE,
        FATAL_FAILURE,
        /** Another job takes the slot, or the slice is over. */
        PREEMPTED,
        /** The next try is due, or what the job waited for came. */
        RETRY_DUE,
        /** The network went away, or a policy forbids the transfer. */
        BLOCKED,
        NO_PROGRESS_TIMEOUT,
        MAXIMUM_DOWNLOAD_TIME,
        INACTIVITY_TIMEOUT,
        /** Ours: the queue itself could not give a file its name. */
        AUTO_COMPLETE_FAILED,
        /** The process that ran the queue is gone; another one starts. */
        RESTART
    }

    /** What a cell of the table says. */
    enum Cell {
        STAYS,
        NO_EFFECT,
        IGNORED,
        GO,
        MOVES,
        INVALID_STATE,
        NO_ERROR
    }

    /** A cell: the verdict and, for MOVES, where to. */
    record Rule(Cell cell, JobState target) {}

    private static final String TABLE = """
            input                  SUSPENDED QUEUED CONNECTING TRANSFERRING TRANSIENT_ERROR ERROR TRANSFERRED ACKNOWLEDGED CANCELLED
            ADD_FILES              =         =      =          =            =               =     =           IS           IS
            RESUME                 GO        -      -          -            GO              GO    GO          IS           IS
            SUSPEND                -         SUS    SUS        SUS          SUS             SUS   SUS         IS           IS
            COMPLETE               ACK       ACK    ACK        ACK          ACK             ACK   ACK         IS           IS
            COMPLETE_UPLOAD        IS        IS     IS         IS           IS              IS    ACK         IS           IS
            CANCEL                 CAN       CAN    CAN        CAN          CAN             CAN   CAN         IS           IS
            SET_PROPERTY           =         =      =          =            =               =     =           IS           IS
            SET_BEFORE_TRANSFERRED =         =      =          =            =               =     IS          IS           IS
            SET_REMOTE_NAME        =         =      =          =            =               =     =           IS           IS
            REQUEST_RANGES         =         =      =          =            =               =     =           IS           IS
            SET_VALID              =         =      =          =            =               =     =           IS           IS
            SET_INVALID            ERR       ERR    ERR        ERR          ERR             ERR   ERR         IS           IS
            GET_ERROR              NO        NO     NO         NO           =               =     NO          NO           NO
            CONNECTING             .         CON    =          CON          .               .     .           .            .
            CONNECTED              .         .      TRF        =            .               .     .           .            .
            ALL_TRANSFERRED        .         DON    DON        DON          .               .     .           .            .
            RANGES_TRANSFERRED     .         .      SUS        SUS          .               .     .           .            .
            TRANSIENT_FAILURE      .         .      TRA        TRA          .               .     .           .            .
            FATAL_FAILURE          .         ERR    ERR        ERR          ERR             .     .           .            .
            PREEMPTED              .         .      GO         GO           .               .     .           .            .
            RETRY_DUE              .         .      .          .            GO              .     .           .            .
            BLOCKED                .         TRA    TRA        TRA          .               .     .           .            .
            NO_PROGRESS_TIMEOUT    .         ERR    ERR        ERR          ERR             .     .           .            .
            MAXIMUM_DOWNLOAD_TIME  .         ERR    ERR        ERR          .               .     .           .            .
            INACTIVITY_TIMEOUT     CAN       CAN    CAN        CAN          CAN             CAN   CAN         .            .
            AUTO_COMPLETE_FAILED   .         .      .          .            .               .     ERR         .            .
            RESTART                -         GO     GO         GO           -               -     -           .            .
            """;

    private static final Map<Input, Map<JobState, Rule>> RULES = read();

    private JobRules() {}

    /** The cell of the table. */
    static Rule rule(Input input, JobState state) {
        return Objects.requireNonNull(
                Objects.requireNonNull(RULES.get(input), input::name).get(state));
    }

    /**
     * Throws what the table says of an operation that is not allowed.
     *
     * @throws BitsException BG_E_INVALID_STATE or BG_E_ERROR_INFORMATION_UNAVAILABLE
     */
    static Rule require(Input operation, JobState state, JobId job) {
        Rule rule = rule(operation, state);
        switch (rule.cell()) {
            case INVALID_STATE ->
                throw new BitsException(
                        ErrorCode.BG_E_INVALID_STATE,
                        ErrorContext.GENERAL_QUEUE_MANAGER,
                        "The job " + job + " is " + state + "; " + words(operation) + " is not possible in that state",
                        job,
                        null);
            case NO_ERROR ->
                throw new BitsException(
                        ErrorCode.BG_E_ERROR_INFORMATION_UNAVAILABLE,
                        ErrorContext.GENERAL_QUEUE_MANAGER,
                        "The job " + job + " has no error: it is " + state,
                        job,
                        null);
            case STAYS, NO_EFFECT, IGNORED, GO, MOVES -> {
                return rule;
            }
        }
        return rule;
    }

    /** Where a job is found by a new process: what ran is ready to run. */
    static JobState stateAfterRestart(JobRecord record) {
        if (rule(Input.RESTART, record.state()).cell() != Cell.GO) {
            return record.state();
        }
        boolean foreground = record.settings().get(JobProperty.PRIORITY) == JobPriority.FOREGROUND;
        return foreground ? JobState.CONNECTING : JobState.QUEUED;
    }

    private static String words(Input operation) {
        return switch (operation) {
            case ADD_FILES -> "adding files";
            case RESUME -> "Resume";
            case SUSPEND -> "Suspend";
            case COMPLETE, COMPLETE_UPLOAD -> "Complete";
            case CANCEL -> "Cancel";
            case SET_VALID, SET_INVALID -> "SetValidationState";
            default -> "this change";
        };
    }

    private static Map<Input, Map<JobState, Rule>> read() {
        Map<Input, Map<JobState, Rule>> rules = new EnumMap<>(Input.class);
        String[] lines = TABLE.split("\n");
        String[] states = lines[0].split(" +");
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].split(" +");
            Map<JobState, Rule> row = new EnumMap<>(JobState.class);
            for (int column = 1; column < states.length; column++) {
                JobState state = JobState.valueOf(states[column]);
                row.put(state, rule(cells[column], state));
            }
            rules.put(Input.valueOf(cells[0]), row);
        }
        return rules;
    }

    private static Rule rule(String cell, JobState state) {
        return switch (cell) {
            case "=" -> new Rule(Cell.STAYS, state);
            case "-" -> new Rule(Cell.NO_EFFECT, state);
            case "." -> new Rule(Cell.IGNORED, state);
            case "GO" -> new Rule(Cell.GO, state);
            case "IS" -> new Rule(Cell.INVALID_STATE, state);
            case "NO" -> new Rule(Cell.NO_ERROR, state);
            case "SUS" -> moves(JobState.SUSPENDED);
            case "CON" -> moves(JobState.CONNECTING);
            case "TRF" -> moves(JobState.TRANSFERRING);
            case "ERR" -> moves(JobState.ERROR);
            case "TRA" -> moves(JobState.TRANSIENT_ERROR);
            case "DON" -> moves(JobState.TRANSFERRED);
            case "ACK" -> moves(JobState.ACKNOWLEDGED);
            case "CAN" -> moves(JobState.CANCELLED);
            default -> throw new IllegalStateException("unknown cell " + cell);
        };
    }

    private static Rule moves(JobState target) {
        return new Rule(Cell.MOVES, target);
    }
}
