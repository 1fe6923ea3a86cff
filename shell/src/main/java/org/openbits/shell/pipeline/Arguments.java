package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openbits.automation.Argument;
import org.openbits.automation.Conversion;
import org.openbits.shell.language.Command;
import org.openbits.shell.language.Expression;

/** Evaluates the words of a command line: for commands of the shell as values, for programs as texts. */
final class Arguments {

    private final Engine engine;

    Arguments(Engine engine) {
        this.engine = engine;
    }

    /** The arguments of a cmdlet or function, splats spread. */
    List<Argument> evaluate(Command command) {
        List<Argument> arguments = new ArrayList<>();
        List<Command.Argument> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            Command.Argument word = words.get(i);
            if (word instanceof Command.Parameter parameter) {
                boolean named = parameter.colon() && i + 1 < words.size() && words.get(i + 1) instanceof Command.Value;
                if (named) {
                    Object value = engine.expressions().value(((Command.Value) words.get(++i)).expression());
                    arguments.add(Argument.named(
                            parameter.name(), value, parameter.span().start()));
                } else if (!parameter.name().equals("-")) {
                    arguments.add(
                            Argument.name(parameter.name(), parameter.span().start()));
                }
            } else if (word instanceof Command.Value value) {
                add(arguments, value, command);
            } else {
                arguments.add(Argument.value(
                        ((Command.Verbatim) word).text(), word.span().start()));
            }
        }
        return arguments;
    }

    /** A name that is written on the line beats the same name in a splatted table. */
    private static boolean isWritten(Command command, String name) {
        return command.arguments().stream()
                .anyMatch(word -> word instanceof Command.Parameter parameter
                        && parameter.name().equalsIgnoreCase(name));
    }

    private void add(List<Argument> arguments, Command.Value word, Command command) {
        int offset = word.span().start();
        Object value = engine.expressions().value(word.expression());
        if (!(word.expression() instanceof Expression.Variable variable) || !variable.splatted()) {
            arguments.add(Argument.value(value, offset));
        } else if (value instanceof Map<?, ?> table) {
            table.forEach((key, each) -> {
                String name = Conversion.toText(key);
                if (!isWritten(command, name)) {
                    arguments.add(Argument.named(name, each, offset));
                }
            });
        } else if (value != null) {
            for (Object each : Conversion.enumerate(value)) {
                arguments.add(
                        each instanceof SimpleBinding.ParameterText name
                                ? Argument.name(name.name(), offset)
                                : Argument.value(each, offset));
            }
        }
    }

    /** The arguments of a program. */
    List<String> words(Command command) {
        List<String> words = new ArrayList<>();
        for (Command.Argument word : command.arguments()) {
            if (word instanceof Command.Parameter parameter) {
                words.add(parameter.span().text());
            } else if (word instanceof Command.Value value) {
                addWords(words, value);
            } else {
                words.addAll(verbatim(((Command.Verbatim) word).text()));
            }
        }
        return words;
    }

    private void addWords(List<String> words, Command.Value word) {
        List<String> texts = texts(word.expression());
        if (word.glued() && !words.isEmpty() && !texts.isEmpty()) {
            words.set(words.size() - 1, words.get(words.size() - 1) + texts.remove(0));
        }
        words.addAll(texts);
    }

    private List<String> texts(Expression expression) {
        List<String> texts = new ArrayList<>();
        if (expression instanceof Expression.ArrayLiteral list) {
            List<String> parts = new ArrayList<>();
            list.elements().forEach(each -> parts.addAll(texts(each)));
            texts.add(String.join(",", parts));
            return texts;
        }
        if (expression instanceof Expression.Literal literal && literal.bare()) {
            return literal.value() instanceof String text
                    ? files(text)
                    : new ArrayList<>(List.of(literal.span().text()));
        }
        Object value = engine.expressions().value(expression);
        if (value instanceof Map<?, ?> table) {
            table.forEach((name, each) -> texts.add("-" + Conversion.toText(name) + ":" + Conversion.toText(each)));
        } else if (value != null) {
            Conversion.enumerate(value).forEach(each -> texts.add(Conversion.toText(each)));
        }
        return texts;
    }

    /** An unquoted pattern stands for the files it fits, as in every shell of this platform; else for itself. */
    private List<String> files(String word) {
        String text =
                word.equals("~") || word.startsWith("~/") ? System.getProperty("user.home") + word.substring(1) : word;
        List<String> self = new ArrayList<>(List.of(text));
        int slash = text.lastIndexOf('/');
        String last = text.substring(slash + 1);
        if (!Conversion.hasWildcard(last) || text.contains("://")) {
            return self;
        }
        String directory = text.substring(0, slash + 1);
        TreeSet<String> found = new TreeSet<>();
        var test = Conversion.wildcard(last, true);
        Path place = engine.directory().resolve(directory);
        if (!Files.isDirectory(place)) {
            return self;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (test.test(name) && (name.charAt(0) != '.' || last.charAt(0) == '.')) {
                    found.add(directory + name);
                }
            }
        } catch (IOException unreadable) {
            return self;
        }
        return found.isEmpty() ? self : new ArrayList<>(found);
    }

    /** Splits what follows {@code --%} at blanks outside double quotes. */
    private static List<String> verbatim(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (c == ' ' && !quoted) {
                if (any || word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
            }
        }
        if (any || word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
