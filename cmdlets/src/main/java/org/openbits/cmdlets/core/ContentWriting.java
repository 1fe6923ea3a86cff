package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.Parameter;

/** A command that writes values into files, each as a line. */
abstract class ContentWriting extends Cmdlet {

    private final boolean append;

    ContentWriting(boolean append) {
        this.append = append;
    }

    @Parameter(position = 0, mandatory = true, sets = "Path", pipelineByName = true, help = "The files.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The files; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Parameter(position = 1, mandatory = true, pipeline = true, pipelineByName = true, help = "What to write.")
    private List<Object> value = List.of();

    @Parameter(help = "The encoding of the text.")
    private TextEncoding encoding = TextEncoding.usual();

    @Parameter(help = "Leaves out the line ends.")
    private boolean noNewline;

    @Parameter(help = "Takes bytes, as numbers.")
    private boolean asByteStream;

    @Parameter(help = "Writes into a read-only file too.")
    private boolean force;

    @Parameter(help = "Passes on what it writes.")
    private boolean passThru;

    private @Nullable ContentOutput output;

    @Override
    protected void process() {
        if (output == null) {
            output = new ContentOutput(runtime(), encoding, noNewline, asByteStream);
            output.open(path, literalPath, append, force);
        }
        output.write(value);
        if (passThru) {
            runtime().writeAll(value);
        }
    }

    @Override
    protected void end() {
        if (output != null) {
            output.close();
        }
    }
}
