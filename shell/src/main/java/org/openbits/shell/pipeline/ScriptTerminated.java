package org.openbits.shell.pipeline;

import org.openbits.automation.CmdletException;
import org.openbits.automation.ErrorRecord;

/** An error that ends the whole script unless it is caught: {@code throw}, or any error under {@code Stop}. */
final class ScriptTerminated extends CmdletException {

    private static final long serialVersionUID = 1;

    ScriptTerminated(ErrorRecord record) {
        super(record);
    }
}
