package org.openbits.shell.groovy;

import java.io.PrintStream;
import org.openbits.automation.Host;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.SyntaxError;

/** Shows a text that cannot be read: its line, a mark under the wrong place, and what is wrong. */
final class SyntaxErrorView {

    private SyntaxErrorView() {}

    static void show(SyntaxError error, Host host) {
        PrintStream err = host.err();
        String red = host.hasColours() ? "\u001b[31m" : "";
        String plain = host.hasColours() ? "\u001b[m" : "";
        Span span = error.span();
        String line = span.lineText();
        int column = Math.min(span.column() - 1, line.length());
        int length = Math.max(1, Math.min(span.end() - span.start(), line.length() - column));
        String number = span.line() + " | ";
        err.println(red + "ParserError: " + plain + span);
        err.println(number + line);
        err.println(red + " ".repeat(number.length() + column) + "~".repeat(length));
        err.println(error.getMessage() + plain + " [" + error.errorId() + "]");
    }
}
