package org.openbits.cmdlets;

import java.util.function.Consumer;
import org.openbits.BitsException;
import org.openbits.automation.CommandRuntime;

/** One operation on one job: confirmed, done, and its refusal made a non-terminating error about that job. */
final class JobStep {

    private final CommandRuntime runtime;
    private final String operation;
    private final String errorId;

    /**
     * @param operation the name of the cmdlet, as -WhatIf shows it
     * @param errorId the id of a refusal
     */
    JobStep(CommandRuntime runtime, String operation, String errorId) {
        this.runtime = runtime;
        this.operation = operation;
        this.errorId = errorId;
    }

    /** Does it when nobody objects. */
    void run(BitsJob job, Consumer<BitsJob> action) {
        if (!runtime.shouldProcess(job.label(), operation)) {
            return;
        }
        try {
            action.accept(job);
        } catch (BitsException failure) {
            runtime.writeError(JobErrors.of(failure, errorId, job));
        }
    }
}
