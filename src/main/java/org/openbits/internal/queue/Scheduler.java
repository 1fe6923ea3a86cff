package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides who moves: foreground jobs at once as long as there is a place, background jobs by priority and, among equals,
 * in turn. Pure; looks at the running jobs and at the first few of those that wait, however many there are.
 */
final class Scheduler {

    /** How long a background job keeps its place when an equal waits. */
    static final long SLICE_MILLIS = 60_000;

    /** The order in which jobs that wait get their place. */
    static final Comparator<Row> ORDER = Comparator.<Row>comparingInt(row -> row.priority.ordinal())
            .thenComparingLong(row -> row.turn)
            .thenComparingLong(row -> row.position);

    /** Who begins, and who has to give up its place. */
    record Plan(List<Row> start, List<Row> stop) {}

    private Scheduler() {}

    /**
     * @param waiting jobs that would move if they had a place, in {@link #ORDER}
     * @param moving jobs that have one
     */
    static Plan plan(SortedSet<Row> waiting, Collection<Row> moving, long nowMillis, Policies policies) {
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
        List<Row> background = new ArrayList<>();
        for (Row row : moving) {
            if (!row.isForeground()) {
                background.add(row);
            }
        }
        background.sort(ORDER);
        int places = policies.maxActiveTransfers() - moving.size();
        int slots = policies.backgroundSlots() - background.size();
        for (; slots < 0; slots++, places++) { // a foreground job became a background job while it moved
            plan.stop.add(background.remove(background.size() - 1));
        }
        for (Row candidate : waiting) {
            if (places > 0 && (candidate.isForeground() || slots > 0)) {
                places--;
                slots -= candidate.isForeground() ? 0 : 1;
            } else {
                Row victim = victim(candidate, background, nowMillis);
                if (victim == null) {
                    break; // those behind it have no better claim
                }
                background.remove(victim);
                plan.stop.add(victim);
                slots += candidate.isForeground() ? 1 : 0;
            }
            plan.start.add(candidate);
        }
        return plan;
    }

    /** The background job that has to make room, the least first: a lower class, or an equal whose slice is over. */
    private static @Nullable Row victim(Row candidate, List<Row> background, long nowMillis) {
        for (int i = background.size() - 1; i >= 0; i--) {
            Row running = background.get(i);
            int difference = running.priority.compareTo(candidate.priority);
            boolean sliceOver = nowMillis - running.sliceMillis >= SLICE_MILLIS && !running.losesAllWhenStopped;
            if (difference > 0 || (difference == 0 && sliceOver)) {
                return running;
            }
        }
        return null;
    }
}
