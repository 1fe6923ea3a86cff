package org.openbits.shell.pipeline;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.ExitCode;
import org.openbits.automation.WindowsShell;
import org.openbits.shell.language.Span;

/** Finds what a command's name stands for: alias, then function, cmdlet, script file, program. */
final class CommandFinder {

    /** An alias of an alias of an alias is a mistake. */
    private static final int LONGEST_ALIAS_CHAIN = 10;

    /** Stands for the shell of Windows; the paths of all other programs are absolute. */
    static final Path SHELL = Path.of("powershell");

    private final Engine engine;

    CommandFinder(Engine engine) {
        this.engine = engine;
    }

    /** What was found: exactly one of a function, a cmdlet, a script's path, a program's path or a built-in program. */
    record Found(
            @Nullable ScriptFunction function,
            @Nullable CmdletInfo cmdlet,
            @Nullable Path script,
            @Nullable Path program,
            @Nullable BuiltInProgram builtIn) {

        /** Whether it takes words as a program does, not parameters. */
        boolean isProgram() {
            return program != null || builtIn != null;
        }
    }

    /** Finds a command; null when there is none. */
    @Nullable
    Found find(String name) {
        String target = resolveAlias(name);
        ScriptFunction function = engine.scope().findFunction(withoutModule(target));
        if (function != null) {
            return new Found(function, null, null, null, null);
        }
        CmdletInfo cmdlet = isPath(target) && !isModuleQualified(target)
                ? null
                : engine.commands().find(target);
        if (cmdlet != null) {
            return new Found(null, cmdlet, null, null, null);
        }
        BuiltInProgram builtIn = engine.builtIns().get(Scope.key(target));
        if (builtIn != null) {
            return new Found(null, null, null, null, builtIn);
        }
        Path file = file(target);
        if (file == null) {
            Found program = withoutExe(target);
            return program == null ? shell(target) : program;
        }
        boolean script = file.toString().toLowerCase(Locale.ROOT).endsWith(".ps1");
        return script ? new Found(null, null, file, null, null) : new Found(null, null, null, file, null);
    }

    /** {@code curl.exe} is how a script of Windows names the program and not the alias. */
    private @Nullable Found withoutExe(String name) {
        String bare =
                name.regionMatches(true, name.length() - 4, ".exe", 0, 4) ? name.substring(0, name.length() - 4) : "";
        if (bare.isEmpty()) {
            return null;
        }
        BuiltInProgram builtIn = engine.builtIns().get(Scope.key(bare));
        if (builtIn != null) {
            return new Found(null, null, null, null, builtIn);
        }
        Path file = file(bare);
        return file == null || file.toString().endsWith(".ps1") ? null : new Found(null, null, null, file, null);
    }

    /** The shell of Windows, which is this one. */
    private static @Nullable Found shell(String name) {
        boolean meant = WindowsShell.isNamed(name) && WindowsShell.program() != null;
        return meant ? new Found(null, null, null, SHELL, null) : null;
    }

    /** Finds a command, or fails in PowerShell's words. */
    Found require(String name, Span span) {
        Found found = find(name);
        if (found == null) {
            throw notFound(name, span);
        }
        return found;
    }

    private String resolveAlias(String name) {
        String target = name;
        for (int i = 0; i < LONGEST_ALIAS_CHAIN; i++) {
            String next = engine.commands().aliases().get(target.toLowerCase(Locale.ROOT));
            if (next == null || next.equalsIgnoreCase(target)) {
                return target;
            }
            target = next;
        }
        return target;
    }

    private static boolean isPath(String name) {
        return name.indexOf('/') >= 0 || name.indexOf('\\') >= 0;
    }

    /** {@code Module\Name}: one backslash between two plain words. */
    private static boolean isModuleQualified(String name) {
        int slash = name.indexOf('\\');
        return slash > 0
                && slash == name.lastIndexOf('\\')
                && name.indexOf('/') < 0
                && name.charAt(0) != '.'
                && name.charAt(0) != '~'
                && name.charAt(slash - 1) != ':';
    }

    private static String withoutModule(String name) {
        return isModuleQualified(name) ? name.substring(name.indexOf('\\') + 1) : name;
    }

    private @Nullable Path file(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return null;
        }
        if (isPath(name)) {
            String plain = File.separatorChar == '/' ? name.replace('\\', '/') : name;
            String expanded = plain.startsWith("~/") ? System.getProperty("user.home") + plain.substring(1) : plain;
            return existing(engine.directory().resolve(expanded));
        }
        String path = engine.environment().get("PATH");
        for (String directory : path == null ? List.<String>of() : List.of(path.split(File.pathSeparator))) {
            Path found = directory.isEmpty()
                    ? null
                    : existing(engine.directory().resolve(directory).resolve(name));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Path existing(Path file) {
        List<String> endings =
                File.separatorChar == '\\' ? List.of("", ".exe", ".cmd", ".bat", ".ps1") : List.of("", ".ps1");
        for (String ending : endings) {
            Path candidate = Path.of(file + ending).normalize();
            boolean script = candidate.toString().endsWith(".ps1");
            if (Files.isRegularFile(candidate) && (script || Files.isExecutable(candidate))) {
                return candidate;
            }
        }
        return null;
    }

    private CmdletException notFound(String name, Span span) {
        String nearest = nearest(name);
        String message = "The term '" + name + "' is not recognized as a name of a cmdlet, function, script file, or"
                + " executable program. Check the spelling of the name, or if a path was included, verify that the path"
                + " is correct and try again."
                + (nearest == null ? "" : " Did you mean '" + nearest + "'?");
        ErrorRecord record = ErrorRecord.of(
                new CommandNotFoundException(message, name),
                "CommandNotFoundException",
                ErrorCategory.ObjectNotFound,
                name);
        return new CmdletException(record.at(Failures.place(name, span)).withExitCode(ExitCode.USAGE));
    }

    /** The known name most like the wrong one; null when none is like it. */
    @Nullable
    String nearest(String name) {
        TreeSet<String> known = new TreeSet<>();
        known.addAll(engine.commands().names());
        known.addAll(engine.commands().aliases().keySet());
        known.add("exit");
        for (Scope scope = engine.scope(); scope != null; scope = scope.parent()) {
            scope.functions().values().forEach(function -> known.add(function.name()));
        }
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(Scope.key(name), Scope.key(candidate), least);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** The number of letters to change, add, drop or swap; at least {@code limit} when it is more than that. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    costs[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(costs[i - 1][j - 1] + change, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                costs[i][j] = swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
            }
        }
        return costs[a.length()][b.length()];
    }
}
