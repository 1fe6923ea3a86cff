package org.openbits.shell.pipeline;

import org.openbits.automation.Cells;

/**
 * A line of a script with the place that a message means: cut to the room there is, so that the waves under the place
 * stand where they belong.
 *
 * @param line what is shown of the line
 * @param waves what stands below it
 */
public record Excerpt(String line, String waves) {

    private static final String CUT = "\u2026";

    /**
     * @param source the whole line
     * @param start where the place begins, from 0
     * @param length its characters
     * @param room the most cells a line may take
     */
    public static Excerpt of(String source, int start, int length, int room) {
        String text = source.replace('\t', ' ');
        int at = Math.max(0, Math.min(start, text.length()));
        int from = 0;
        if (Cells.width(text) > room) {
            while (Cells.width(text.substring(from, at)) > room / 2) {
                from = text.offsetByCodePoints(from, 1);
            }
        }
        String dots = from == 0 ? "" : CUT;
        String shown = Cells.cut(dots + text.substring(from), Math.max(1, room));
        int before = Cells.width(dots + text.substring(from, at));
        int end = Math.max(at, Math.min(at + length, text.length()));
        int waves = Math.min(Cells.width(text.substring(at, end)), Cells.width(shown) - before);
        return new Excerpt(shown, " ".repeat(before) + "~".repeat(Math.max(1, waves)));
    }
}
