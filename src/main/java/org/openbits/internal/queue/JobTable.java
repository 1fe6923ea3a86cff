package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobId;

/**
 * All jobs: a compact row each, in the sets that make each decision cheap, and a bounded cache of the records last used.
 * Confined to the queue thread, but for the two counters.
 */
final class JobTable {

    private static final int CACHED_RECORDS = 1_024;

    private final JobStore store;
    private final Map<JobId, Row> rows = new HashMap<>();
    /** In the order of creation, which is that of their positions. A list: a tree would cost each job 60 bytes more. */
    private final ArrayList<Row> byPosition = new ArrayList<>();

    private final TreeSet<Row> waiting = new TreeSet<>(Scheduler.ORDER);
    private final Set<Row> moving = new LinkedHashSet<>();
    private final TreeSet<Row> timers =
            new TreeSet<>(Comparator.<Row>comparingLong(row -> row.dueMillis).thenComparingLong(row -> row.position));
    private final Map<String, Integer> jobsOfOwner = new HashMap<>();
    private final Map<JobId, JobRecord> cache = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobId, JobRecord> eldest) {
            return size() > CACHED_RECORDS;
        }
    };
    private volatile int count;
    private int busyRows;
    private volatile int busy;

    JobTable(JobStore store) {
        this.store = store;
    }

    JobStore store() {
        return store;
    }

    @Nullable
    Row find(JobId id) {
        return rows.get(id);
    }

    Row require(JobId id) {
        Row row = rows.get(id);
        if (row == null) {
            throw new BitsException(
                    ErrorCode.BG_E_NOT_FOUND,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "There is no job " + id + " in the queue",
                    id,
                    null);
        }
        return row;
    }

    /** All rows in the order of creation. */
    Collection<Row> rows() {
        return byPosition;
    }

    /** The rows of a range of positions, in the order of creation. */
    Collection<Row> rowsFrom(long first, long end) {
        return byPosition.subList(indexOf(first), Math.max(indexOf(first), indexOf(end)));
    }

    /** The first row at that position or behind it. */
    private int indexOf(long position) {
        int low = 0;
        int high = byPosition.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byPosition.get(middle).position < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Jobs that would move if they had a place. */
    SortedSet<Row> waiting() {
        return waiting;
    }

    /** Jobs with a transfer that counts. */
    Set<Row> moving() {
        return moving;
    }

    /** The row whose timer runs out first, or null. */
    @Nullable
    Row nextDue() {
        return timers.isEmpty() || timers.first().dueMillis == Timing.NEVER ? null : timers.first();
    }

    int jobsOf(String owner) {
        return jobsOfOwner.getOrDefault(owner, 0);
    }

    /** Any thread. */
    int count() {
        return count;
    }

    /** Jobs the service moves on by itself, or that have something under way. Any thread. */
    int busy() {
        return busy;
    }

    /** The record of a row as committed last; it exists as long as the row does. */
    JobRecord record(Row row) {
        JobRecord record = cache.get(row.id);
        if (record == null) {
            record = store.job(row.id);
            if (record == null) {
                throw new IllegalStateException("the store lost the job " + row.id);
            }
            cache.put(row.id, record);
        }
        return record;
    }

    /** The same for lists, which would push everything else out of the cache. */
    JobRecord glance(Row row) {
        JobRecord cached = cache.get(row.id);
        JobRecord record = cached != null ? cached : store.job(row.id);
        return record != null ? record : record(row);
    }

    /** Lets go of what a turn made of a job, so that the store's record counts again; false when the store has none. */
    boolean forget(Row row) {
        cache.remove(row.id);
        return store.job(row.id) != null;
    }

    /** Enters a job that the store has. */
    void load(Row row) {
        enter(row);
    }

    /** Takes over a job as a turn left it. */
    void apply(Job job, JobRecord record, long nowMillis, long dueMillis) {
        Row row = job.row;
        if (rows.containsKey(row.id)) {
            leave(row);
        }
        row.owner = job.owner;
        row.state = job.state;
        row.priority = job.priority();
        row.savedMillis = nowMillis;
        row.dueMillis = dueMillis;
        cache.put(row.id, record);
        enter(row);
    }

    /** Changes what the sets are sorted by. */
    void resort(Row row, Runnable change) {
        leave(row);
        change.run();
        enter(row);
    }

    void remove(Row row) {
        leave(row);
        rows.remove(row.id);
        byPosition.remove(indexOf(row.position));
        cache.remove(row.id);
        count = rows.size();
    }

    private void enter(Row row) {
        if (rows.put(row.id, row) == null) {
            byPosition.add(indexOf(row.position), row);
        }
        count = rows.size();
        jobsOfOwner.merge(row.owner, 1, Integer::sum);
        timers.add(row);
        if (row.isRunnable()) {
            waiting.add(row);
        }
        if (row.running != null) {
            moving.add(row);
        }
        row.countedBusy = isBusy(row);
        countBusy(row, 1);
    }

    private void leave(Row row) {
        jobsOfOwner.merge(row.owner, -1, (a, b) -> a + b == 0 ? null : a + b);
        timers.remove(row);
        waiting.remove(row);
        moving.remove(row);
        countBusy(row, -1);
    }

    private void countBusy(Row row, int sign) {
        busyRows += row.countedBusy ? sign : 0;
        busy = busyRows;
    }

    private static boolean isBusy(Row row) {
        return row.state.isActive() || row.isDraining() || row.ending != null || row.notifying;
    }
}
