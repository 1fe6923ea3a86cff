package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the cells of a terminal: a wide character takes two, a combining mark none. */
public final class Cells {

    private static final String CUT = "\u2026";

    /** Ranges of code points shown two cells wide: East Asian wide and full-width forms, and the emoji blocks. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x2329, 0x232A},
        {0x23E9, 0x23EC},
        {0x23F0, 0x23F0},
        {0x23F3, 0x23F3},
        {0x25FD, 0x25FE},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x267F, 0x267F},
        {0x2693, 0x2693},
        {0x26A1, 0x26A1},
        {0x26AA, 0x26AB},
        {0x26BD, 0x26BE},
        {0x26C4, 0x26C5},
        {0x26CE, 0x26CE},
        {0x26D4, 0x26D4},
        {0x26EA, 0x26EA},
        {0x26F2, 0x26F3},
        {0x26F5, 0x26F5},
        {0x26FA, 0x26FA},
        {0x26FD, 0x26FD},
        {0x2705, 0x2705},
        {0x270A, 0x270B},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x274E, 0x274E},
        {0x2753, 0x2755},
        {0x2757, 0x2757},
        {0x2795, 0x2797},
        {0x27B0, 0x27B0},
        {0x27BF, 0x27BF},
        {0x2B1B, 0x2B1C},
        {0x2B50, 0x2B50},
        {0x2B55, 0x2B55},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xA960, 0xA97C},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18DFF},
        {0x1B000, 0x1B2FF},
        {0x1F004, 0x1F004},
        {0x1F0CF, 0x1F0CF},
        {0x1F18E, 0x1F18E},
        {0x1F191, 0x1F19A},
        {0x1F200, 0x1F320},
        {0x1F32D, 0x1F335},
        {0x1F337, 0x1F37C},
        {0x1F37E, 0x1F393},
        {0x1F3A0, 0x1F3CA},
        {0x1F3CF, 0x1F3D3},
        {0x1F3E0, 0x1F3F0},
        {0x1F3F4, 0x1F3F4},
        {0x1F3F8, 0x1F43E},
        {0x1F440, 0x1F440},
        {0x1F442, 0x1F4FC},
        {0x1F4FF, 0x1F53D},
        {0x1F54B, 0x1F54E},
        {0x1F550, 0x1F567},
        {0x1F57A, 0x1F57A},
        {0x1F595, 0x1F596},
        {0x1F5A4, 0x1F5A4},
        {0x1F5FB, 0x1F64F},
        {0x1F680, 0x1F6C5},
        {0x1F6CC, 0x1F6CC},
        {0x1F6D0, 0x1F6D2},
        {0x1F6D5, 0x1F6D7},
        {0x1F6DC, 0x1F6DF},
        {0x1F6EB, 0x1F6EC},
        {0x1F6F4, 0x1F6FC},
        {0x1F7E0, 0x1F7EB},
        {0x1F90C, 0x1F93A},
        {0x1F93C, 0x1F945},
        {0x1F947, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Cells() {}

    /** The number of cells the text takes. */
    public static int width(String text) {
        int cells = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            cells += width(text.codePointAt(i));
        }
        return cells;
    }

    /** The beginning of the text in at most that many cells; dots show that something was left out. */
    public static String cut(String text, int cells) {
        if (width(text) <= cells) {
            return text;
        }
        if (cells <= CUT.length()) {
            return text.substring(0, prefix(text, 0, cells));
        }
        return text.substring(0, prefix(text, 0, cells - CUT.length())) + CUT;
    }

    /** The lines of the text, none longer than that many cells; broken at blanks where there are any. */
    public static List<String> wrap(String text, int cells) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            wrapLine(line, Math.max(1, cells), lines);
        }
        return lines;
    }

    private static void wrapLine(String line, int cells, List<String> lines) {
        int from = 0;
        while (width(line.substring(from)) > cells) {
            int end = Math.max(prefix(line, from, cells), from + Character.charCount(line.codePointAt(from)));
            int blank = line.lastIndexOf(' ', end);
            int stop = blank > from ? blank : end;
            lines.add(line.substring(from, stop));
            from = blank > from ? blank + 1 : end;
        }
        lines.add(line.substring(from));
    }

    /** The end of the text in at most that many cells: of numbers PowerShell keeps the tail. */
    public static String cutFront(String text, int cells) {
        int width = width(text);
        if (width <= cells) {
            return text;
        }
        String dots = cells > CUT.length() ? CUT : "";
        int drop = width - cells + dots.length();
        int index = 0;
        for (int dropped = 0; dropped < drop; index += Character.charCount(text.codePointAt(index))) {
            dropped += width(text.codePointAt(index));
        }
        return dots + text.substring(index);
    }

    /** The index after the longest run of characters from an index that fits into the cells. */
    private static int prefix(String text, int from, int cells) {
        int index = from;
        int used = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            used += width(point);
            if (used > cells) {
                return index;
            }
            index += Character.charCount(point);
        }
        return index;
    }

    private static int width(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        int low = 0;
        int high = WIDE.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (point < WIDE[middle][0]) {
                high = middle - 1;
            } else if (point > WIDE[middle][1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
