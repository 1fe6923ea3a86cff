package org.openbits.shell.language;

import java.util.List;

/** An expression that begins a pipeline. */
public record ExpressionStage(Span span, Expression expression, List<Redirection> redirections) implements Stage {}
