package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.openbits.automation.Argument;

/** The arguments of a script as a program's caller writes them: {@code -Name value}, {@code -Name:value}, values. */
final class ProgramArguments {

    private ProgramArguments() {}

    static List<Argument> read(List<String> words) {
        List<Argument> arguments = new ArrayList<>();
        for (String word : words) {
            boolean parameter = word.length() > 1 && word.charAt(0) == '-' && Character.isLetter(word.charAt(1));
            int colon = parameter ? word.indexOf(':') : -1;
            if (colon > 0) {
                arguments.add(Argument.named(word.substring(1, colon), truth(word.substring(colon + 1)), -1));
            } else {
                arguments.add(parameter ? Argument.name(word.substring(1), -1) : Argument.value(word, -1));
            }
        }
        return arguments;
    }

    private static Object truth(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "$true" -> true;
            case "$false" -> false;
            default -> text;
        };
    }
}
