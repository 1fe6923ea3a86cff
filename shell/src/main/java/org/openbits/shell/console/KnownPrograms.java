package org.openbits.shell.console;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Whether a word can be called: a command, or a program on PATH. Remembers what it looked up. */
final class KnownPrograms implements Predicate<String> {

    private final Predicate<String> isCommand;
    private final Map<String, Boolean> programs = new HashMap<>();

    KnownPrograms(Predicate<String> isCommand) {
        this.isCommand = isCommand;
    }

    @Override
    public boolean test(String word) {
        return isCommand.test(word) || programs.computeIfAbsent(word, KnownPrograms::isProgram);
    }

    private static boolean isProgram(String word) {
        try {
            if (word.contains("/")) {
                return Files.exists(Path.of(word));
            }
            for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                if (!directory.isEmpty() && Files.isExecutable(Path.of(directory, word))) {
                    return true;
                }
            }
        } catch (InvalidPathException notAName) {
            return false;
        }
        return false;
    }
}
