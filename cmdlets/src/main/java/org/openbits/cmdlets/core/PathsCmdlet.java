package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.Parameter;

/** A command that acts on the paths it is given: patterns, or texts in which no character means another. */
abstract class PathsCmdlet extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "Path",
            pipeline = true,
            pipelineByName = true,
            wildcards = true,
            help = "The files and directories.")
    protected List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The files and directories; no character is a wildcard.")
    protected List<String> literalPath = List.of();
}
