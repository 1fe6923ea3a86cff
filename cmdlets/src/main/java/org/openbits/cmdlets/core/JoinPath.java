package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Join-Path}: puts the parts of a path together. */
@CmdletName(verb = "Join", noun = "Path", errorClass = "Microsoft.PowerShell.Commands.JoinPathCommand")
@Help(
        synopsis = "Puts the parts of a path together, with one separator between two.",
        examples = {
            @Example(title = "A file in a directory", code = "Join-Path /tmp big.iso"),
            @Example(
                    title = "Several levels at once",
                    code = "Join-Path -Path /srv -ChildPath mirror -AdditionalChildPath 2024, big.iso"),
            @Example(
                    title = "Only what exists",
                    code = "Set-Content jp1.txt 'x'; Join-Path -Path . -ChildPath jp*.txt -Resolve")
        })
final class JoinPath extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            pipeline = true,
            pipelineByName = true,
            aliases = "PSPath",
            help = "The beginnings.")
    private List<String> path = List.of();

    @Parameter(position = 1, mandatory = true, pipelineByName = true, help = "What comes after.")
    @AllowEmpty
    private @org.jspecify.annotations.Nullable List<String> childPath = List.of();

    @Parameter(remaining = true, pipelineByName = true, help = "What comes after that.")
    private List<String> additionalChildPath = List.of();

    @Parameter(help = "Gives only paths that exist, with wildcards replaced.")
    private boolean resolve;

    @Override
    protected void process() {
        for (String beginning : path) {
            String joined = beginning;
            for (String child : childPath == null ? List.of("") : childPath) {
                joined = PathText.join(joined, child);
            }
            for (String child : additionalChildPath) {
                joined = PathText.join(joined, child);
            }
            if (resolve) {
                new PathArguments(runtime(), "PathNotFound")
                        .each(List.of(joined), List.of(), found -> write(found.toString()));
            } else {
                write(joined);
            }
        }
    }
}
