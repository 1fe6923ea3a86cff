package org.openbits.cmdlets;

import java.util.List;
import org.openbits.FileSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** Adds files to existing jobs. */
@CmdletName(
        verb = "Add",
        noun = "BitsFile",
        shouldProcess = true,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.AddBitsFileCommand")
@Help(
        synopsis = "Adds files to existing jobs.",
        description = "All files of one call join each of the jobs, all or none. A job in Transferred or Error needs"
                + " Resume-BitsTransfer afterwards; an upload job holds one file only. Outputs the jobs.",
        examples = {
            @Example(
                    title = "Add one file to every job",
                    code =
                            "Get-BitsTransfer | Add-BitsFile -Source 'http://host/extra.txt' -Destination './extra.txt'"),
            @Example(
                    title = "Add a file that must have this digest, from a mirror if need be",
                    code =
                            "Add-BitsFile $job http://host/extra.txt ./extra.txt -Checksum $digest -Mirror http://mirror/extra.txt"),
            @Example(
                    title = "Add a file that must agree with the list beside it",
                    code = "Add-BitsFile $job http://host/extra.txt ./extra.txt -ChecksumUri http://host/SHA256SUMS"),
            @Example(
                    title = "Add the rows of a list to one job",
                    code = "Import-Csv list.csv | Add-BitsFile -BitsJob $job")
        })
public final class AddBitsFile extends FilesCmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            pipeline = true,
            help = "The jobs: objects, identifiers or display names.")
    private BitsJob[] bitsJob = {};

    @Parameter(
            position = 1,
            mandatory = true,
            pipelineByName = true,
            help = "Remote names of a download, or local names of an upload. Wildcards work for UNC and local names.")
    private String[] source = {};

    @Parameter(
            position = 2,
            pipelineByName = true,
            help = "Target names, as many as sources, or one existing directory; without it the current directory.")
    private String[] destination = {};

    @Override
    protected void process() {
        JobStep step = new JobStep(runtime(), "Add-BitsFile", "AddBitsFileCOMException");
        TransferNames names = new TransferNames(runtime().currentDirectory());
        for (BitsJob each : bitsJob) {
            try {
                JobType type = each.known().type();
                List<FileSpec> files =
                        checks().of(type, names.pair(type, List.of(source), List.of(destination)), names);
                step.run(each, job -> {
                    job.handle().addFiles(files);
                    // As in BITS, nothing but Resume sets a job in motion that had all its files.
                    if (job.refresh().state() == JobState.TRANSFERRED && !files.isEmpty()) {
                        warn("The job " + job.label() + " was transferred before these files were added; they wait for"
                                + " Resume-BitsTransfer, and Complete-BitsTransfer would drop them.");
                    }
                    write(job);
                });
            } catch (CmdletException refusal) {
                writeError(refusal.record());
            }
        }
    }
}
