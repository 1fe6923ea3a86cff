package org.openbits.cmdlets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * How fast a job moves, from looks at its bytes: the rate over the last five seconds, and the shape of the last twelve
 * half seconds. Not for several threads at once.
 */
public final class JobSpeed {

    private static final int SHAPE = 12;
    private static final long STEP_NANOS = 500_000_000L;
    private static final int RATE_STEPS = 10;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private record Look(long at, long bytes) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    /** Takes a look; those that follow closer than half a second count as one. */
    public void see(long bytes, long nanoTime) {
        Look last = looks.peekLast();
        if (last != null && bytes < last.bytes()) {
            looks.clear();
        } else if (last != null && nanoTime - last.at() < STEP_NANOS) {
            return;
        }
        looks.addLast(new Look(nanoTime, bytes));
        if (looks.size() > SHAPE + 1) {
            looks.removeFirst();
        }
    }

    /** Bytes a second over the last five seconds; 0 before there are two looks. */
    public long bytesPerSecond() {
        Look last = looks.peekLast();
        if (last == null) {
            return 0;
        }
        Look first = last;
        int back = 0;
        for (var each = looks.descendingIterator(); each.hasNext() && back <= RATE_STEPS; back++) {
            first = each.next();
        }
        long nanos = last.at() - first.at();
        return nanos <= 0 ? 0 : Math.round((last.bytes() - first.bytes()) * 1e9 / nanos);
    }

    /** {@code 3.1 MB/s}; empty while it stands still. */
    public String text() {
        return text(bytesPerSecond());
    }

    /** A speed for people; empty for none. */
    public static String text(long bytesPerSecond) {
        return bytesPerSecond <= 0 ? "" : ByteText.of(bytesPerSecond).replace(" bytes", " B") + "/s";
    }

    /** The last seconds as small columns, the highest full; empty before there are two looks. */
    public String sparkline() {
        double[] rates = new double[Math.max(0, looks.size() - 1)];
        double top = 0;
        int count = 0;
        Look before = null;
        for (Look look : looks) {
            if (before != null) {
                double rate = (look.bytes() - before.bytes()) / (double) (look.at() - before.at());
                rates[count++] = rate;
                top = Math.max(top, rate);
            }
            before = look;
        }
        StringBuilder line = new StringBuilder();
        for (double rate : rates) {
            line.append(BLOCKS.charAt(top == 0 ? 0 : (int) Math.round(rate / top * (BLOCKS.length() - 1))));
        }
        return line.toString();
    }

    /** {@code 0:12 left} at this speed; empty when that cannot be told. */
    public String left(long bytesLeft) {
        long rate = bytesPerSecond();
        if (rate <= 0 || bytesLeft < 0) {
            return "";
        }
        long seconds = (bytesLeft + rate - 1) / rate;
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d left", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d left", seconds / 60, seconds % 60);
    }
}
