package org.openbits.cmdlets;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.Parameter;

/** A command that acts on the jobs it is given, one after the other. */
abstract class JobsCmdlet extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            pipeline = true,
            aliases = "b",
            help = "The jobs: objects, identifiers or display names.")
    protected BitsJob[] bitsJob = {};
}
