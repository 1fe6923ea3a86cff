package org.openbits.cmdlets;

import java.io.IOException;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.server.RunningServer;

/** Ours: ends BITS servers. */
@CmdletName(verb = "Stop", noun = "BitsServer", shouldProcess = true, errorClass = "OpenBits.StopBitsServerCommand")
@Help(
        synopsis = "Ends BITS servers.",
        description = "Unfinished uploads stay, and go on with the next server of the directory.",
        examples = {
            @Example(title = "End all", code = "Get-BitsServer | Stop-BitsServer"),
            @Example(title = "End one", code = "Stop-BitsServer -Id 4711")
        })
public final class StopBitsServer extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "Processes, as Get-BitsServer shows them.")
    private int[] id = {};

    @Override
    protected void process() {
        for (int each : id) {
            try {
                stop(each);
            } catch (IOException failure) {
                writeError(ErrorRecord.of(failure, "BitsServerNotStopped", ErrorCategory.ResourceUnavailable, each));
            }
        }
    }

    private void stop(int pid) throws IOException {
        for (RunningServer server : RunningServer.all()) {
            if (server.pid() == pid) {
                if (shouldProcess(server.url() + " (" + server.directory() + ")", "Stop-BitsServer")) {
                    server.stop();
                }
                return;
            }
        }
        writeError(ErrorRecord.of(
                new IllegalArgumentException(
                        "No BITS server of yours is process " + pid + "; Get-BitsServer lists them."),
                "BitsServerNotFound",
                ErrorCategory.ObjectNotFound,
                pid));
    }
}
