package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** {@code Get-Host}: the program in which scripts run. */
@CmdletName(verb = "Get", noun = "Host", errorClass = "Microsoft.PowerShell.Commands.GetHostCommand")
@Help(
        synopsis = "Tells in what program scripts run.",
        examples = @Example(title = "Its name", code = "(Get-Host).Name"))
final class GetHost extends Cmdlet {

    @Override
    protected void process() {
        Object known = runtime().variable("Host");
        write(
                known != null
                        ? known
                        : new CustomObject("System.Management.Automation.Internal.Host.InternalHost")
                                .add("Name", "OpenBITS")
                                .add("Width", runtime().host().width())
                                .add("IsInteractive", runtime().host().isInteractive())
                                .add("CurrentCulture", "en-US")
                                .add("CurrentUICulture", "en-US"));
    }
}
