package org.openbits.cmdlets;

import java.io.IOException;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.server.RunningServer;

/** Ours: the BITS servers of this user that run. */
@CmdletName(verb = "Get", noun = "BitsServer", errorClass = "OpenBits.GetBitsServerCommand")
@Help(
        synopsis = "Lists the BITS servers that run.",
        description = "Those of Start-BitsServer and of 'bits serve', with process, address and directory.",
        examples = @Example(title = "Which servers run?", code = "Get-BitsServer"))
public final class GetBitsServer extends Cmdlet {

    @Override
    protected void process() {
        try {
            RunningServer.all().forEach(server -> write(shown(server)));
        } catch (IOException failure) {
            writeError(ErrorRecord.of(failure, "BitsServersNotListed", ErrorCategory.ReadError, null));
        }
    }

    static CustomObject shown(RunningServer server) {
        return new CustomObject("OpenBits.BitsServer")
                .add("Id", (int) server.pid())
                .add("Url", server.url().toString())
                .add("Directory", server.directory().toString())
                .add("AllowUpload", server.allowUpload());
    }
}
