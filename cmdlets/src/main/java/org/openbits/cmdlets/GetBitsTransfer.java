package org.openbits.cmdlets;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** Lists jobs: all of the caller, by name pattern, by identity, or of all users. */
@CmdletName(
        verb = "Get",
        noun = "BitsTransfer",
        defaultSet = GetBitsTransfer.BY_NAME,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.GetBitsTransferCommand")
@Help(
        synopsis = "Lists jobs.",
        description =
                "Without parameters: all jobs of the current user. The objects are live: their properties show the"
                        + " job as it is when they are read.",
        examples = {
            @Example(title = "All jobs", code = "Get-BitsTransfer"),
            @Example(title = "Jobs by name", code = "Get-BitsTransfer -Name 'nightly*'"),
            @Example(title = "One job by its identifier", code = "Get-BitsTransfer -JobId $job.JobId"),
            @Example(title = "The jobs of all users, for administrators", code = "Get-BitsTransfer -AllUsers")
        })
public final class GetBitsTransfer extends Cmdlet {

    static final String BY_NAME = "ListJobsByName";
    static final String BY_ID = "ListJobsById";

    @Parameter(
            position = 0,
            sets = BY_NAME,
            aliases = "n",
            wildcards = true,
            help = "Display names or patterns; a job is listed when any of them fits.")
    private String[] name = {};

    @Parameter(
            position = 1,
            sets = BY_NAME,
            aliases = "all",
            help = "Lists the jobs of every owner; for administrators.")
    private boolean allUsers;

    @Parameter(
            position = 0,
            mandatory = true,
            pipelineByName = true,
            sets = BY_ID,
            aliases = "id",
            help = "Identifiers of jobs, in any letter case, with or without braces.")
    private UUID[] jobId = {};

    @Override
    protected void process() {
        if (isBound("JobId")) {
            for (UUID id : jobId) {
                byId(new JobId(id));
            }
        } else {
            byName();
        }
    }

    private void byId(JobId id) {
        try {
            write(BitsJob.of(manager().job(id)));
        } catch (BitsException failure) {
            boolean isUnknown = failure.code().equals(ErrorCode.BG_E_NOT_FOUND);
            writeError(JobErrors.of(failure, isUnknown ? "GetBitsTransferInvalidIdError" : idOf(failure), id.value()));
        }
    }

    private void byName() {
        List<BackgroundCopyJob> jobs;
        try {
            jobs = allUsers ? manager().jobsOfAllUsers() : manager().jobs();
        } catch (BitsException failure) {
            writeError(JobErrors.of(failure, idOf(failure), null));
            return;
        }
        boolean[] hits = new boolean[name.length];
        for (BackgroundCopyJob handle : jobs) {
            BitsJob job = BitsJob.of(handle);
            if (name.length == 0 || fits(job.known().displayName(), hits)) {
                write(job);
            }
        }
        for (int index = 0; index < name.length; index++) {
            if (!hits[index] && !Conversion.hasWildcard(name[index])) {
                writeError(unknownName(name[index]));
            }
        }
    }

    private boolean fits(String displayName, boolean[] hits) {
        boolean any = false;
        for (int index = 0; index < name.length; index++) {
            Predicate<String> pattern = Conversion.wildcard(name[index], false);
            boolean isHit = pattern.test(displayName) || name[index].equalsIgnoreCase(displayName);
            hits[index] |= isHit;
            any |= isHit;
        }
        return any;
    }

    private static String idOf(BitsException failure) {
        return failure.code().equals(ErrorCode.E_ACCESSDENIED)
                ? "GetBitsTransferAuthException"
                : "GetBitsTransferCOMException";
    }

    private static ErrorRecord unknownName(String name) {
        return JobErrors.of(
                ErrorCode.BG_E_NOT_FOUND,
                "There is no job named '" + name + "'. Get-BitsTransfer without parameters lists all of yours.",
                "GetBitsTransferInvalidNameError",
                ErrorCategory.ObjectNotFound,
                ExitCode.NOT_FOUND);
    }

    private BackgroundCopyManager manager() {
        return runtime().service(JobAccess.class).manager();
    }
}
