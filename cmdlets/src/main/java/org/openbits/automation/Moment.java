package org.openbits.automation;

/**
 * The moment a script is in. Who runs scripts begins the next one before each statement and before each condition of a
 * loop; a live object may answer all reads of one moment from one look, so that a condition which reads twice never sees
 * the world change in between. Each thread has moments of its own; a program that begins none is in none.
 */
public final class Moment {

    /** No moment: nobody marks statements on this thread. */
    public static final long NONE = 0;

    private static final int BITS_FOR_COUNTING = 40;

    /** Its high bits name the thread, so that no two threads are ever in the same moment. */
    private static final ThreadLocal<long[]> CURRENT = ThreadLocal.withInitial(() -> new long[1]);

    private Moment() {}

    /** Begins the next moment of this thread; true, so that it can stand in front of a condition. */
    public static boolean next() {
        long[] moment = CURRENT.get();
        if (moment[0] == NONE) {
            moment[0] = Thread.currentThread().getId() << BITS_FOR_COUNTING;
        }
        moment[0]++;
        return true;
    }

    /** The moment of this thread, or {@link #NONE}. */
    public static long current() {
        return CURRENT.get()[0];
    }
}
