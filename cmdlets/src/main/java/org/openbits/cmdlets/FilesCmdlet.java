package org.openbits.cmdlets;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.Parameter;

/** A command that gives a job files: what holds for the content of each and where else it can be had. */
abstract class FilesCmdlet extends Cmdlet {

    @Parameter(
            own = true,
            pipelineByName = true,
            help = "The digest that a download must have, such as sha256:9f86...: one for each source. A file that has"
                    + " another never gets its name.")
    private String[] checksum = {};

    @Parameter(
            own = true,
            pipelineByName = true,
            help = "The address or path of a list of digests, such as SHA256SUMS, that names each source.")
    private String checksumUri = "";

    @Parameter(
            own = true,
            pipelineByName = true,
            help = "Further addresses of the same file, tried in this order when one fails, stalls or sends a wrong"
                    + " digest.")
    private String[] mirror = {};

    /** What was said of the files. */
    final FileChecks checks() {
        return new FileChecks(List.of(checksum), checksumUri, List.of(mirror));
    }
}
