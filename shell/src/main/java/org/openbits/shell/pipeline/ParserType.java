package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.NetList;
import org.openbits.shell.language.Lexeme;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.Source;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.SyntaxError;

/**
 * {@code [System.Management.Automation.Language.Parser]} and the older {@code PSParser}: the syntax tree of a text, its words
 * and what is wrong with it.
 */
record ParserType(Engine engine) implements Statics {

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        String text = StaticTypes.text(arguments, 0);
        return switch (method) {
            case "parseinput" -> parsed(text, "script", arguments);
            case "parsefile" -> parsed(read(text), text, arguments);
            case "tokenize" -> tokenized(text, arguments);
            default -> MISSING;
        };
    }

    private String read(String file) {
        try {
            return Scripts.text(
                    java.nio.file.Files.readAllBytes(engine.directory().resolve(Path.of(file))));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Object parsed(String text, String name, List<@Nullable Object> arguments) {
        List<@Nullable Object> errors = new ArrayList<>();
        Object tree;
        try {
            tree = SyntaxTree.of(engine, Parser.parse(text, name));
        } catch (SyntaxError error) {
            errors.add(new CustomObject("System.Management.Automation.Language.ParseError")
                    .add("Extent", SyntaxTree.extent(error.span(), error.span().text()))
                    .add("ErrorId", error.errorId())
                    .add("Message", error.getMessage())
                    .add("IncompleteInput", error.isIncomplete()));
            tree = SyntaxTree.of(engine, Parser.parse("", name));
        }
        put(arguments, 2, NetList.array("System.Management.Automation.Language.ParseError", errors));
        put(arguments, 1, NetList.array("System.Management.Automation.Language.Token", tokens(new Source(name, text))));
        return tree;
    }

    private static void put(List<@Nullable Object> arguments, int index, Object value) {
        if (arguments.size() > index && arguments.get(index) instanceof Reference place) {
            place.setProperty("Value", value);
        }
    }

    /** The coloured pieces, without those that lie in another, such as a variable in a text. */
    private static List<Lexeme> words(String text) {
        List<Lexeme> all = new ArrayList<>(Parser.lexemes(text));
        all.sort(Comparator.comparingInt(Lexeme::start)
                .thenComparing(Comparator.comparingInt(Lexeme::end).reversed())
                .thenComparing(each -> each.kind() == Lexeme.Kind.WORD));
        List<Lexeme> words = new ArrayList<>();
        int end = 0;
        for (Lexeme each : all) {
            if (each.start() >= end) {
                words.add(each);
                end = each.end();
            }
        }
        return words;
    }

    private static List<Object> tokens(Source source) {
        List<Object> tokens = new ArrayList<>();
        for (Lexeme lexeme : words(source.text())) {
            Span place = new Span(source, lexeme.start(), lexeme.end());
            String text = place.text();
            CustomObject token = new CustomObject("System.Management.Automation.Language." + type(lexeme.kind()))
                    .add("Kind", kind(lexeme.kind(), text))
                    .add("TokenFlags", flags(lexeme.kind()))
                    .add("Text", text)
                    .add("HasError", false)
                    .add("Extent", SyntaxTree.extent(place, text));
            if (lexeme.kind() == Lexeme.Kind.VARIABLE) {
                token.add("Name", text.replaceAll("^[$@]\\{?|}$", ""));
            } else if (lexeme.kind() == Lexeme.Kind.STRING) {
                token.add("Value", ExpressionNames.unquoted(text));
            }
            tokens.add(token);
        }
        int end = source.text().length();
        tokens.add(new CustomObject("System.Management.Automation.Language.Token")
                .add("Kind", "EndOfInput")
                .add("TokenFlags", "None")
                .add("Text", "")
                .add("HasError", false)
                .add("Extent", SyntaxTree.extent(new Span(source, end, end), "")));
        return tokens;
    }

    private static String type(Lexeme.Kind kind) {
        return switch (kind) {
            case VARIABLE -> "VariableToken";
            case STRING -> "StringToken";
            case NUMBER -> "NumberToken";
            case PARAMETER -> "ParameterToken";
            default -> "Token";
        };
    }

    private static String kind(Lexeme.Kind kind, String text) {
        return switch (kind) {
            case COMMAND, WORD -> "Generic";
            case PARAMETER -> "Parameter";
            case VARIABLE -> text.startsWith("@") ? "SplattedVariable" : "Variable";
            case STRING -> {
                String quotes = ExpressionNames.quotes(text);
                String here = quotes.startsWith("Single") ? "HereStringLiteral" : "HereStringExpandable";
                yield quotes.endsWith("HereString")
                        ? here
                        : quotes.startsWith("Single") ? "StringLiteral" : "StringExpandable";
            }
            case NUMBER -> "Number";
            case KEYWORD -> SyntaxNodes.capital(text.toLowerCase(Locale.ROOT));
            case TYPE, MEMBER -> "Identifier";
            case COMMENT -> "Comment";
            case OPERATOR -> text;
        };
    }

    private static String flags(Lexeme.Kind kind) {
        return switch (kind) {
            case COMMAND -> "CommandName";
            case KEYWORD -> "Keyword";
            case TYPE -> "TypeName";
            case MEMBER -> "MemberName";
            case OPERATOR -> "BinaryOperator";
            default -> "None";
        };
    }

    /** {@code PSParser.Tokenize}: the words under their older names. */
    private static Object tokenized(String text, List<@Nullable Object> arguments) {
        List<@Nullable Object> errors = new ArrayList<>();
        try {
            Parser.parse(text, "script");
        } catch (SyntaxError error) {
            CustomObject token = old("Unknown", error.span());
            errors.add(new CustomObject("System.Management.Automation.PSParseError")
                    .add("Token", token)
                    .add("Message", error.getMessage()));
        }
        put(arguments, 1, errors);
        Source source = new Source("script", text);
        List<Object> tokens = new ArrayList<>();
        for (Lexeme lexeme : words(text)) {
            String kind = switch (lexeme.kind()) {
                case PARAMETER -> "CommandParameter";
                case WORD -> "CommandArgument";
                default -> SyntaxNodes.capital(lexeme.kind().name().toLowerCase(Locale.ROOT));
            };
            tokens.add(old(kind, new Span(source, lexeme.start(), lexeme.end())));
        }
        return tokens;
    }

    private static CustomObject old(String kind, Span place) {
        Span end = new Span(place.source(), place.end(), place.end());
        String text = place.text();
        return new CustomObject("System.Management.Automation.PSToken")
                .add(
                        "Content",
                        switch (kind) {
                            case "String" -> ExpressionNames.unquoted(text);
                            case "Variable" -> text.replaceAll("^[$@]\\{?|}$", "");
                            default -> text;
                        })
                .add("Type", kind)
                .add("Start", place.start())
                .add("Length", text.length())
                .add("StartLine", place.line())
                .add("StartColumn", place.column())
                .add("EndLine", end.line())
                .add("EndColumn", end.column());
    }
}
