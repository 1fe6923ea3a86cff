package org.openbits.automation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a script means by {@code powershell.exe} where there is none: this shell in a process of its own. Its words are
 * those of PowerShell's command line and become those of {@code bits}.
 */
public final class WindowsShell {

    private static final Set<String> NAMES = Set.of("powershell", "powershell.exe", "pwsh", "pwsh.exe");

    /** Options with a value that says nothing here. */
    private static final Set<String> WITH_VALUE = Set.of(
            "executionpolicy",
            "ep",
            "ex",
            "exec",
            "windowstyle",
            "w",
            "inputformat",
            "if",
            "outputformat",
            "of",
            "version",
            "v",
            "psconsolefile",
            "configurationname",
            "workingdirectory",
            "wd");

    private static final Set<String> WITHOUT =
            Set.of("nologo", "nol", "noexit", "noe", "sta", "mta", "login", "l", "interactive", "i");

    private WindowsShell() {}

    /** Whether a command of that name means the shell of Windows. */
    public static boolean isNamed(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The program of this shell; null when it does not run from a distribution. */
    public static @Nullable Path program() {
        String lib = System.getProperty("openbits.lib", "");
        if (lib.isEmpty()) {
            return null;
        }
        Path program = Path.of(lib).resolveSibling("bin").resolve("bits");
        return Files.isExecutable(program) ? program : null;
    }

    /** PowerShell's words as this shell's. */
    public static List<String> words(List<String> given) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            List<String> rest = given.subList(i + 1, given.size());
            String option =
                    word.matches("[-/\u2013-\u2015]\\w+") ? word.substring(1).toLowerCase(Locale.ROOT) : "";
            if (option.equals("noprofile") || option.equals("nop")) {
                words.add("-NoProfile");
            } else if (option.equals("noninteractive") || option.equals("noni")) {
                words.add("-NonInteractive");
            } else if (option.equals("file") || option.equals("f")) {
                return file(words, rest);
            } else if (option.equals("command") || option.equals("c")) {
                return command(words, String.join(" ", rest));
            } else if (Set.of("encodedcommand", "enc", "ec", "e").contains(option)) {
                return command(words, decoded(rest));
            } else if (WITH_VALUE.contains(option)) {
                i++;
            } else if (!WITHOUT.contains(option)) {
                boolean script = word.toLowerCase(Locale.ROOT).endsWith(".ps1");
                List<String> all = given.subList(i, given.size());
                return script ? file(words, all) : command(words, String.join(" ", all));
            }
        }
        return words;
    }

    private static List<String> file(List<String> words, List<String> fileAndArguments) {
        for (int i = 0; i < fileAndArguments.size(); i++) {
            String word = fileAndArguments.get(i);
            words.add(i == 0 ? word.replace('\\', '/') : word);
        }
        return words;
    }

    /** A dash alone means that the commands come in by the input, as they do without any words. */
    private static List<String> command(List<String> words, String text) {
        if (!text.equals("-")) {
            words.add("-c");
            words.add(text);
        }
        return words;
    }

    private static String decoded(List<String> rest) {
        String text = rest.isEmpty() ? "" : rest.get(0);
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_16LE);
    }
}
