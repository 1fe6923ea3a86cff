package org.openbits.internal.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobProperty;
import org.openbits.internal.queue.JobRecord.Intent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the jobs of the store into the table and goes on with what the last process left unfinished. */
final class Restart {

    private static final int MOST_AT_ONCE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Restart.class);

    private final JobQueue queue;
    /** What was running or ending, or has an owner who was not told yet. */
    private final Deque<Row> unfinished = new ArrayDeque<>();

    Restart(JobQueue queue) {
        this.queue = queue;
    }

    /**
     * Rows only: the records of many jobs do not fit into memory.
     *
     * @return the first free number in the order of jobs
     */
    long load(JobStore store) {
        List<Row> rows = new ArrayList<>();
        store.scan(record -> rows.add(row(record)));
        rows.sort(Comparator.comparingLong(row -> row.position));
        rows.forEach(queue.table()::load);
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).position + 1;
    }

    private Row row(JobRecord record) {
        Row row = new Row(
                record.id(),
                record.position(),
                record.owner(),
                JobRules.stateAfterRestart(record),
                record.settings().get(JobProperty.PRIORITY));
        row.dueMillis = Deadlines.dueAfterStart(
                row, Timing.untilNext(record.timers(), row.state, false, record.settings(), queue.policies()));
        if (record.intent() != Intent.NONE || row.state != record.state() || Notifications.isDue(record)) {
            unfinished.add(row);
        }
        return row;
    }

    /** The first turn, and as many more as it takes until {@link #isDone}: very many jobs may wait for their notification. */
    void goOn(Turn turn) {
        for (int left = MOST_AT_ONCE; left > 0 && !unfinished.isEmpty(); left--) {
            Row row = unfinished.remove();
            Job job = turn.edit(row);
            job.move(JobRules.Input.RESTART);
            if (job.intent != Intent.NONE) {
                goOnOrGiveUp(turn, row, job);
            }
        }
    }

    /** One job that cannot be read must not keep the others from their end. */
    private void goOnOrGiveUp(Turn turn, Row row, Job job) {
        try {
            queue.endings().goOn(turn, row);
        } catch (RuntimeException | Error e) {
            LOG.error("What was begun with the job {} cannot be finished", row.id, e);
            job.intent = Intent.NONE;
            queue.runner()
                    .endAnyhow(
                            turn,
                            job,
                            new BackgroundCopyError(
                                    ErrorCode.E_FAIL,
                                    ErrorContext.GENERAL_QUEUE_MANAGER,
                                    "Its Complete was interrupted and cannot be finished: " + e.getMessage()
                                            + ". Complete the job again, or cancel it",
                                    -1,
                                    null));
        }
    }

    boolean isDone() {
        return unfinished.isEmpty();
    }
}
