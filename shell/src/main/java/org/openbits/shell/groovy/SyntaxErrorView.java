package org.openbits.shell.groovy;

import java.io.PrintStream;
import org.openbits.automation.Host;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.SyntaxError;
import org.openbits.shell.pipeline.Excerpt;

/** Shows a text that cannot be read: its line, a mark under the wrong place, and what is wrong. */
final class SyntaxErrorView {

    private SyntaxErrorView() {}

    /** What is shown of a line where nobody looks at a display. */
    private static final int LONGEST_LINE = 120;

    static void show(SyntaxError error, Host host) {
        Span span = error.span();
        show(
                host,
                "ParserError: " + span,
                span.lineText(),
                span.line(),
                span.column(),
                span.end() - span.start(),
                error.getMessage() + " [" + error.errorId() + "]");
    }

    /** @param column where the wrong place begins, from 1; {@code length} its characters */
    static void show(Host host, String title, String source, int number, int column, int length, String message) {
        PrintStream err = host.err();
        String red = host.hasColours() ? "\u001b[31m" : "";
        String plain = host.hasColours() ? "\u001b[m" : "";
        String before = number + " | ";
        int room = host.isInteractive() ? Math.min(host.width(), LONGEST_LINE) - before.length() : LONGEST_LINE;
        Excerpt excerpt = Excerpt.of(source, column - 1, length, room);
        err.println(red + title + plain);
        err.println(before + excerpt.line());
        err.println(red + " ".repeat(before.length()) + excerpt.waves());
        err.println(message + plain);
    }
}
