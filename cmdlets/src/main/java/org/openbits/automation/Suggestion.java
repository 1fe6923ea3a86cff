package org.openbits.automation;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the nearest of some names. */
public final class Suggestion {

    private Suggestion() {}

    /** The name that differs least, by at most a third of its letters; null when none is near. */
    public static @Nullable String nearest(String typed, Collection<String> names) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least && distance <= Math.max(1, name.length() / 3)) {
                best = name;
                least = distance;
            }
        }
        return best;
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    private static int distance(String left, String right) {
        int[][] costs = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                costs[row][column] = row == 0 || column == 0 ? row + column : cell(costs, left, right, row, column);
            }
        }
        return costs[left.length()][right.length()];
    }

    private static int cell(int[][] costs, String left, String right, int row, int column) {
        boolean isSame = left.charAt(row - 1) == right.charAt(column - 1);
        int cost = Math.min(
                costs[row - 1][column - 1] + (isSame ? 0 : 1),
                Math.min(costs[row - 1][column], costs[row][column - 1]) + 1);
        boolean isSwap = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        return isSwap ? Math.min(cost, costs[row - 2][column - 2] + 1) : cost;
    }
}
