package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbits.JobProperty;
import org.openbits.internal.queue.JobRecord.Intent;

/** Brings the jobs of the store into the table and goes on with what the last process left unfinished. */
final class Restart {

    private final JobQueue queue;
    /** What was running or ending. */
    private final List<Row> unfinished = new ArrayList<>();

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

    /** The first turn. */
    void goOn(Turn turn) {
        for (Row row : unfinished) {
            Job job = turn.edit(row);
            job.move(JobRules.Input.RESTART);
            if (job.intent != Intent.NONE) {
                queue.endings().goOn(turn, row);
            }
        }
        unfinished.clear();
    }
}
