package org.openbits.shell.language;

import java.util.List;

/** A part of a pipeline between two bars. */
public sealed interface Stage extends Node permits Command, ExpressionStage {

    List<Redirection> redirections();
}
