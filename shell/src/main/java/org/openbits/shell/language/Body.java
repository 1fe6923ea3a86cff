package org.openbits.shell.language;

import java.util.List;

/** Statements between braces. */
public record Body(Span span, List<Statement> statements) implements Node {}
