package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;

/** The commands on services. One service is known: BITS. Those of the system belong to the system's own tools. */
final class ServiceCommands {

    private static final String NAME = "BITS";
    private static final String DISPLAY_NAME = "Background Intelligent Transfer Service";

    private ServiceCommands() {}

    /** What they share: how the service is named. */
    abstract static class Command extends Cmdlet {

        @Parameter(
                position = 0,
                sets = "Default",
                pipeline = true,
                pipelineByName = true,
                aliases = {"ServiceName", "SN"},
                wildcards = true,
                help = "Names of services.")
        private List<Object> name = List.of();

        @Parameter(sets = "DisplayName", mandatory = true, wildcards = true, help = "Names as people see them.")
        private List<String> displayName = List.of();

        /** Whether the service of transfers is meant. */
        final boolean isMeant() {
            boolean meant = name.isEmpty() && displayName.isEmpty();
            for (Object each : name) {
                String text = Conversion.toText(
                        Members.has(each, "ServiceName") ? Members.getOrNull(each, "ServiceName") : each);
                meant |= matches(text, NAME);
            }
            for (String each : displayName) {
                meant |= matches(each, DISPLAY_NAME);
            }
            return meant;
        }

        private boolean matches(String pattern, String wanted) {
            boolean matches = Conversion.wildcard(pattern, false).test(wanted);
            if (!matches && !Conversion.hasWildcard(pattern)) {
                writeError(Failures.of(
                        "NoServiceFoundForGivenName",
                        ErrorCategory.ObjectNotFound,
                        pattern,
                        "Cannot find any service with service name '" + pattern
                                + "': this shell knows BITS only. Other services belong to the system's own tools."));
            }
            return matches;
        }

        final TransferService service() {
            return runtime().service(TransferService.class);
        }

        final void show() {
            boolean runs = service().isRunning();
            write(new CustomObject("System.ServiceProcess.ServiceController")
                    .add("Status", runs ? "Running" : "Stopped")
                    .add("Name", NAME)
                    .add("DisplayName", DISPLAY_NAME)
                    .add("ServiceName", NAME)
                    .add("StartType", "Manual")
                    .add("CanStop", runs));
        }
    }

    /** {@code Get-Service}. */
    @CmdletName(
            verb = "Get",
            noun = "Service",
            defaultSet = "Default",
            aliases = "gsv",
            errorClass = "Microsoft.PowerShell.Commands.GetServiceCommand")
    @Help(
            synopsis = "Tells whether the transfer service runs. It starts by itself when a command needs it.",
            examples = {
                @Example(title = "As scripts ask", code = "Get-Service -Name other* | Select-Object Status"),
                @Example(
                        title = "By the displayed name",
                        code = "Get-Service -DisplayName Other* | Select-Object Name, Status")
            })
    static final class Get extends Command {
        @Override
        protected void process() {
            if (isMeant()) {
                show();
            }
        }
    }

    /** What changes the service. */
    abstract static class Change extends Command {

        @Parameter(help = "Gives the service.")
        private boolean passThru;

        abstract void change(TransferService service);

        @Override
        protected void process() {
            if (isMeant() && shouldProcess(DISPLAY_NAME + " (" + NAME + ")", operation())) {
                change(service());
                if (passThru) {
                    show();
                }
            }
        }

        private String operation() {
            CmdletName name = getClass().getAnnotation(CmdletName.class);
            return name == null ? "" : name.verb() + "-" + name.noun();
        }
    }

    /** {@code Start-Service}. */
    @CmdletName(
            verb = "Start",
            noun = "Service",
            defaultSet = "Default",
            aliases = "sasv",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.StartServiceCommand")
    @Help(
            synopsis = "Starts the transfer service.",
            examples = {
                @Example(title = "Would start", code = "Start-Service BITS -WhatIf"),
                @Example(title = "Would start and show it", code = "Start-Service -Name BITS -PassThru -WhatIf"),
                @Example(title = "By the name it shows", code = "Start-Service -DisplayName 'Background*' -WhatIf")
            })
    static final class Start extends Change {
        @Override
        void change(TransferService service) {
            service.start();
        }
    }

    /** {@code Stop-Service}. */
    @CmdletName(
            verb = "Stop",
            noun = "Service",
            defaultSet = "Default",
            aliases = "spsv",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.StopServiceCommand")
    @Help(
            synopsis = "Stops the transfer service; its jobs are kept and go on at its next start.",
            examples = {
                @Example(title = "Would stop", code = "Stop-Service BITS -WhatIf"),
                @Example(title = "Even when others need it", code = "Stop-Service -Name BITS -Force -PassThru -WhatIf"),
                @Example(title = "By its long name", code = "Stop-Service -DisplayName 'Background*' -WhatIf")
            })
    static final class Stop extends Change {

        @Parameter(help = "Accepted: nothing depends on the service.")
        private boolean force;

        @Override
        void change(TransferService service) {
            service.stop();
        }
    }

    /** {@code Restart-Service}. */
    @CmdletName(
            verb = "Restart",
            noun = "Service",
            defaultSet = "Default",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.RestartServiceCommand")
    @Help(
            synopsis = "Stops the transfer service and starts it again.",
            examples = {
                @Example(title = "Would restart", code = "Restart-Service BITS -WhatIf"),
                @Example(
                        title = "Would restart and show it",
                        code = "Restart-Service -Name BITS -PassThru -Force -WhatIf"),
                @Example(
                        title = "By its display name",
                        code = "Restart-Service -DisplayName 'Background Intelligent*' -WhatIf")
            })
    static final class Restart extends Change {

        @Parameter(help = "Accepted: nothing depends on the service.")
        private boolean force;

        @Override
        void change(TransferService service) {
            service.stop();
            service.start();
        }
    }

    /** {@code Set-Service}. */
    @CmdletName(
            verb = "Set",
            noun = "Service",
            defaultSet = "Default",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.SetServiceCommand")
    @Help(
            synopsis = "Brings the transfer service into a status. How it starts is not changed: it starts on demand.",
            examples = {
                @Example(title = "Would start", code = "Set-Service BITS -Status Running -WhatIf"),
                @Example(
                        title = "Would start by itself",
                        code = "Set-Service -Name BITS -StartupType Automatic -PassThru -WhatIf"),
                @Example(
                        title = "By the name that is shown",
                        code = "Set-Service -DisplayName 'Background*' -Status Running -WhatIf")
            })
    static final class Set extends Change {

        @Parameter(
                values = {"Running", "Stopped"},
                help = "The status to bring about.")
        private @Nullable String status;

        @Parameter(
                values = {"Automatic", "AutomaticDelayedStart", "Manual", "Disabled"},
                help = "How it starts; Disabled is refused with a warning, the others mean the same.")
        private @Nullable String startupType;

        @Override
        void change(TransferService service) {
            if ("Disabled".equalsIgnoreCase(startupType)) {
                warn("The service goes on starting on demand.");
            }
            if ("Running".equalsIgnoreCase(status)) {
                service.start();
            } else if ("Stopped".equalsIgnoreCase(status)) {
                service.stop();
            }
        }
    }
}
