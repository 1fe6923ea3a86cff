package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux tells of a process in {@code /proc}, to anybody: its name, memory and threads. Empty and 0 where there is no
 * such file: on other systems, and once the process has ended.
 */
final class ProcFile {

    /** The kernel keeps no more of a name. */
    private static final int LONGEST_NAME = 15;

    private ProcFile() {}

    /** The name of the program; a cut one is completed from the command line, as .NET does. */
    static String name(long pid) {
        String name = text(pid, "comm").strip();
        if (name.length() < LONGEST_NAME) {
            return name;
        }
        for (String word : List.of(text(pid, "cmdline").split("\0"))) {
            String leaf = PathText.leaf(word);
            if (leaf.startsWith(name)) {
                return leaf;
            }
        }
        return name;
    }

    /** A line of {@code status} such as {@code VmRSS:  1234 kB}, in bytes. */
    static long bytes(long pid, String field) {
        return number(pid, field) * 1024L;
    }

    /** The number on a line of {@code status}. */
    static int number(long pid, String field) {
        for (String line : (Iterable<String>) text(pid, "status").lines()::iterator) {
            if (line.startsWith(field + ":")) {
                return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(line.replaceAll("\\D", "")));
            }
        }
        return 0;
    }

    /** The session, which stands fourth behind the name in parentheses. */
    static int session(long pid) {
        String stat = text(pid, "stat");
        String[] behind = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return behind.length > 3 ? Integer.parseInt(behind[3]) : 0;
    }

    private static String text(long pid, String file) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc", Long.toString(pid), file)), StandardCharsets.UTF_8);
        } catch (IOException notThere) {
            return "";
        }
    }
}
