package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Session;

/** The parts of a session that scripts reach by paths: {@code Env:NAME}, {@code Variable:name}, {@code Function:name}. */
final class SessionDrives {

    private static final Pattern DRIVE = Pattern.compile("(?i)(env|variable|function|alias):[/\\\\]?(.*)");

    private SessionDrives() {}

    static boolean isOne(String path) {
        return DRIVE.matcher(path).matches();
    }

    /** Whether there is one of that name; a drive without a name exists. */
    static boolean exists(CommandRuntime runtime, String path) {
        return !items(runtime, path).isEmpty() || path.endsWith(":");
    }

    /** The entries of that name or pattern, or all. */
    static List<CustomObject> items(CommandRuntime runtime, String path) {
        Matcher matcher = DRIVE.matcher(path);
        if (!matcher.matches()) {
            return List.of();
        }
        Predicate<String> wanted = Conversion.wildcard(matcher.group(2).isEmpty() ? "*" : matcher.group(2), false);
        List<CustomObject> items = new ArrayList<>();
        new TreeMap<>(entries(runtime, matcher.group(1).toLowerCase(Locale.ROOT))).forEach((name, value) -> {
            if (wanted.test(name)) {
                items.add(
                        matcher.group(1).equalsIgnoreCase("function")
                                ? function(runtime, name, value)
                                : new CustomObject("System.Collections.DictionaryEntry")
                                        .add("Name", name)
                                        .add("Value", value));
            }
        });
        return items;
    }

    private static CustomObject function(CommandRuntime runtime, String name, @Nullable Object text) {
        return new CustomObject("System.Management.Automation.FunctionInfo")
                .add("CommandType", "Function")
                .add("Name", name)
                .add("Version", "")
                .add("Source", runtime.service(Session.class).moduleOf(name))
                .add("Definition", text);
    }

    private static Map<String, ? extends @Nullable Object> entries(CommandRuntime runtime, String drive) {
        return switch (drive) {
            case "env" -> runtime.service(Session.class).environment();
            case "variable" -> runtime.service(Session.class).variables();
            case "function" -> runtime.service(Session.class).functions();
            default -> runtime.commands().aliases();
        };
    }
}
