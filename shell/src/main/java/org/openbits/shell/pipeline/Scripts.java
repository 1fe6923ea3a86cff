package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Version;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.SyntaxError;

/** Script files: reading, {@code #Requires}, and the variables that tell a script where it lives. */
final class Scripts {

    private Scripts() {}

    /** Reads and parses a file; syntax errors are errors of the statement that calls it. */
    static ScriptBody read(Path file, @Nullable Span span) {
        ScriptBody body;
        try {
            body = Parser.parse(text(Files.readAllBytes(file)), file.toString());
        } catch (IOException e) {
            throw Failures.at(span, e, "ScriptReadError", ErrorCategory.ReadError, file);
        } catch (SyntaxError e) {
            throw Failures.at(e.span(), Failures.parse(e), e.errorId(), ErrorCategory.ParserError, null);
        }
        check(body.requirements(), file, span);
        return body;
    }

    /** The text of a file: with a byte order mark as it says, else UTF-8, else as Windows wrote it. */
    static String text(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static void check(List<String> requirements, Path file, @Nullable Span span) {
        for (String requirement : requirements) {
            String[] words = requirement.split("\\s+");
            for (int i = 0; i + 1 < words.length; i++) {
                if (words[i].toLowerCase(Locale.ROOT).equals("-version")) {
                    requireVersion(words[i + 1], file, span);
                }
            }
        }
    }

    private static void requireVersion(String text, Path file, @Nullable Span span) {
        Version wanted = Version.parse(text.contains(".") ? text : text + ".0");
        if (wanted != null && wanted.compareTo(Automatic.LANGUAGE) > 0) {
            throw Failures.at(
                    span,
                    "ScriptRequiresUnmatchedPSVersion",
                    ErrorCategory.ResourceUnavailable,
                    file,
                    "The script '" + file.getFileName()
                            + "' cannot be run because it contains a \"#requires\" statement"
                            + " for PowerShell " + text + "; this shell speaks the language of PowerShell "
                            + Automatic.LANGUAGE + ".");
        }
    }

    /** Declares {@code $PSScriptRoot} and {@code $PSCommandPath} for code that comes from a file. */
    static void place(Scope scope, ScriptBody body) {
        Path file = Path.of(body.span().source().name());
        if (file.isAbsolute()) {
            scope.set("PSScriptRoot", String.valueOf(file.getParent()));
            scope.set("PSCommandPath", file.toString());
        }
    }

    /** Declares {@code $PSScriptRoot}, {@code $PSCommandPath} and {@code $MyInvocation}. */
    static void describe(Scope scope, Path file, CustomObject invocation) {
        Path absolute = file.toAbsolutePath().normalize();
        scope.set("PSScriptRoot", String.valueOf(absolute.getParent()));
        scope.set("PSCommandPath", absolute.toString());
        scope.set("MyInvocation", invocation);
    }
}
