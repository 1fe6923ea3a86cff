package org.openbits.cmdlets.core;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Session;

/** Finds commands by name, in the order in which the shell looks them up: alias, function, cmdlet, program. */
final class CommandSearch {

    private final CommandRuntime runtime;

    CommandSearch(CommandRuntime runtime) {
        this.runtime = runtime;
    }

    /** A script file by its path; null when there is none. */
    private @Nullable CommandItem script(String wanted) {
        if (!wanted.toLowerCase(Locale.ROOT).endsWith(".ps1") || Conversion.hasWildcard(wanted)) {
            return null;
        }
        Path file = runtime.currentDirectory().resolve(wanted).normalize();
        return Files.isRegularFile(file)
                ? new CommandItem(
                        "ExternalScript",
                        String.valueOf(file.getFileName()),
                        file.toString(),
                        file.toString(),
                        runtime.service(Session.class).script(file))
                : null;
    }

    private @Nullable ScriptBlock block(String function) {
        return runtime.service(Session.class).block(function);
    }

    /** The commands that a name or pattern matches; of programs the first, or all. */
    List<CommandItem> find(String wanted, boolean allPrograms) {
        CommandItem script = script(wanted);
        if (script != null) {
            return List.of(script);
        }
        String bare = wanted.substring(wanted.lastIndexOf('\\') + 1);
        Predicate<String> matches = Conversion.wildcard(bare, false);
        List<CommandItem> found = new ArrayList<>();
        runtime.commands().aliases().forEach((alias, target) -> {
            if (matches.test(alias)) {
                found.add(new CommandItem(
                        "Alias", alias, "", target, runtime.commands().find(target)));
            }
        });
        functions().forEach((name, text) -> {
            if (matches.test(name)) {
                found.add(new CommandItem("Function", name, module(name), text, function(name), block(name)));
            }
        });
        for (CmdletInfo info : runtime.commands().all()) {
            if (matches.test(info.name())) {
                found.add(CommandItem.of(info));
            }
        }
        if (found.isEmpty() || allPrograms) {
            found.addAll(programs(bare, allPrograms));
        }
        return found;
    }

    private String module(String name) {
        return runtime.service(Session.class).moduleOf(name);
    }

    private @Nullable CmdletInfo function(String name) {
        return runtime.service(Session.class).function(name);
    }

    private Map<String, String> functions() {
        try {
            return runtime.service(Session.class).functions();
        } catch (IllegalStateException none) {
            return Map.of();
        }
    }

    private static List<CommandItem> programs(String name, boolean all) {
        List<CommandItem> found = new ArrayList<>();
        String search = System.getenv().getOrDefault("PATH", "");
        if (Conversion.hasWildcard(name) || name.isEmpty() || name.contains("/")) {
            return found;
        }
        for (String directory : search.split(File.pathSeparator, -1)) {
            for (String suffix : File.separatorChar == '\\' ? List.of("", ".exe", ".cmd", ".bat") : List.of("")) {
                File program = new File(directory, name + suffix);
                if (!directory.isEmpty() && program.isFile() && program.canExecute() && (all || found.isEmpty())) {
                    found.add(new CommandItem(
                            "Application", program.getName(), program.getPath(), program.getPath(), null));
                }
            }
        }
        return found;
    }
}
