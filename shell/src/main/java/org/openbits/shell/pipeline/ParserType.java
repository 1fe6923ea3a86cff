package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.SyntaxError;

/** {@code [System.Management.Automation.Language.Parser]}: whether a script is one. */
final class ParserType implements Statics {

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        String text = StaticTypes.text(arguments, 0);
        return switch (method) {
            case "parseinput" -> parsed(text, arguments);
            case "parsefile" -> parsed(read(text), arguments);
            default -> MISSING;
        };
    }

    private static String read(String file) {
        try {
            return Scripts.text(java.nio.file.Files.readAllBytes(Path.of(file)));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Object parsed(String text, List<@Nullable Object> arguments) {
        List<Object> errors = new ArrayList<>();
        try {
            Parser.parse(text, "script");
        } catch (SyntaxError error) {
            CustomObject extent = new CustomObject("System.Management.Automation.Language.ScriptExtent")
                    .add("StartLineNumber", error.span().line())
                    .add("StartColumnNumber", error.span().column())
                    .add("Text", error.span().text());
            errors.add(new CustomObject("System.Management.Automation.Language.ParseError")
                    .add("Extent", extent)
                    .add("ErrorId", error.errorId())
                    .add("Message", error.getMessage()));
        }
        if (arguments.size() > 2 && arguments.get(2) instanceof Reference place) {
            place.setProperty("Value", errors);
        }
        if (arguments.size() > 1 && arguments.get(1) instanceof Reference tokens) {
            tokens.setProperty("Value", new ArrayList<>());
        }
        return new CustomObject("System.Management.Automation.Language.ScriptBlockAst");
    }
}
