package org.openbits.internal.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of all switches, and the help made from it. */
final class Switches {

    private static final List<String> GROUPS = List.of("/cache", "/peers", "/peercaching", "/util");

    private Switches() {}

    /** Every switch in the order of the usage text. */
    static Map<String, Switch> table() {
        Map<String, Switch> table = new LinkedHashMap<>();
        for (List<String> part :
                List.of(JobSwitches.NAMES, GetSwitches.NAMES, SetSwitches.NAMES, GroupSwitches.NAMES)) {
            for (String name : part) {
                table.put(name, Objects.requireNonNull(named(name), name));
            }
        }
        return table;
    }

    /** The switch that a command line begins with, in any letter case, with / or -; null when there is none. */
    static @Nullable Switch find(List<String> arguments) {
        if (arguments.isEmpty()) {
            return null;
        }
        String first = normal(arguments.get(0));
        if (first.equals("/help") || first.equals("/?")) {
            return help(arguments.size() > 1 ? normal(arguments.get(1)) : "", first);
        }
        if (GROUPS.contains(first)) {
            String member = arguments.size() > 1 ? normal(arguments.get(1)) : "/help";
            return member.equals("/help") || member.equals("/?")
                    ? groupHelp(first, arguments.size() > 1 ? first + " " + member : first)
                    : named(first + " " + member);
        }
        return named(first);
    }

    private static @Nullable Switch named(String name) {
        if (JobSwitches.NAMES.contains(name)) {
            return JobSwitches.named(name);
        }
        if (GetSwitches.NAMES.contains(name)) {
            return GetSwitches.named(name);
        }
        return SetSwitches.NAMES.contains(name)
                ? SetSwitches.named(name)
                : GroupSwitches.NAMES.contains(name) ? GroupSwitches.named(name) : null;
    }

    /** The whole usage text. */
    static List<String> usage() {
        List<String> lines = new ArrayList<>();
        lines.add("USAGE: BITSADMIN [/RAWRETURN] [/WRAP | /NOWRAP] command");
        lines.add("The following commands are available:");
        lines.add("");
        table().values().forEach(each -> addHelp(lines, each));
        lines.add("");
        lines.add("/RAWRETURN    Prints the bare value of /CREATE and the /GET commands.");
        lines.add("/WRAP         Wraps long lines at the edge of the terminal. The default, except for /MONITOR.");
        lines.add("/NOWRAP       Cuts long lines at the edge of the terminal.");
        lines.add("");
        lines.add(
                "<job> is the display name of a job or its identifier in braces. A name that two jobs have is an error.");
        return lines;
    }

    private static Switch help(String about, String as) {
        Switch described = about.isEmpty() ? null : named(about);
        return new Switch(as, "[/switch]", 0, 1, "Shows help.", call -> {
            if (!about.isEmpty() && described == null && !GROUPS.contains(about)) {
                throw new UsageException("There is no switch " + about + "; /help lists them all.");
            }
            if (GROUPS.contains(about)) {
                group(about).forEach(call.output()::line);
            } else if (described == null) {
                usage().forEach(call.output()::line);
            } else {
                List<String> lines = new ArrayList<>();
                addHelp(lines, described);
                lines.forEach(call.output()::line);
            }
        });
    }

    private static Switch groupHelp(String group, String as) {
        return new Switch(as, "", 0, 0, "Shows help.", call -> group(group).forEach(call.output()::line));
    }

    private static List<String> group(String group) {
        List<String> lines = new ArrayList<>();
        lines.add("USAGE: BITSADMIN " + group.toUpperCase(Locale.ROOT) + " command");
        lines.add("");
        table().values().stream()
                .filter(each -> each.name().startsWith(group + " "))
                .forEach(each -> addHelp(lines, each));
        return lines;
    }

    private static void addHelp(List<String> lines, Switch each) {
        lines.add(each.usage());
        lines.add("    " + each.help());
    }

    private static String normal(String argument) {
        String lower = argument.toLowerCase(Locale.ROOT);
        return lower.startsWith("-") ? "/" + lower.substring(1) : lower;
    }
}
