package org.openbits.cmdlets.core;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;

/** {@code Invoke-Command}: runs a block. */
@CmdletName(
        verb = "Invoke",
        noun = "Command",
        defaultSet = "InProcess",
        aliases = "icm",
        errorClass = "Microsoft.PowerShell.Commands.InvokeCommandCommand")
@Help(
        synopsis = "Runs a script block here; other computers are out of reach.",
        description =
                "A block for this machine by one of its names runs here, too. One for another computer or a session"
                        + " is an error, which -ErrorAction rules, and the script goes on.",
        examples = {
            @Example(title = "With an argument", code = "Invoke-Command { $args[0] * 2 } -ArgumentList 21"),
            @Example(
                    title = "With variables of the caller",
                    code = "$greeting = 'Hello'; Invoke-Command -NoNewScope -InputObject 'ann'"
                            + " -ScriptBlock { \"$greeting $_\" }"),
            @Example(
                    title = "On this machine, by its name",
                    code = "Invoke-Command -ComputerName localhost -ScriptBlock { 1 + 1 }"
                            + " -Authentication Default -ConfigurationName Default -SessionOption @{"
                            + " NoCompression = $true } -Port 5986 -UseSSL -ThrottleLimit 4"
                            + " -HideComputerName"),
            @Example(
                    title = "As another user",
                    code = "$ann = [pscredential]::new('ann', (ConvertTo-SecureString 'secret'"
                            + " -AsPlainText -Force)); try { Invoke-Command -ComputerName srv01"
                            + " -Credential $ann -ScriptBlock { 1 } -ErrorAction Stop } catch { 'no"
                            + " remote sessions here'; $Error.Clear() }"),
            @Example(
                    title = "In a session or virtual machine",
                    code = "try { Invoke-Command -Session srv01 -ScriptBlock { 1 } -ErrorAction"
                            + " Stop } catch { 'no session' }; try { Invoke-Command -VmName web1"
                            + " -ScriptBlock { 1 } -ErrorAction Stop } catch { 'no virtual machine'"
                            + " }; $Error.Clear()")
        })
final class InvokeCommand extends Cmdlet {

    @Parameter(position = 0, mandatory = true, aliases = "Command", help = "The block.")
    private @Nullable ScriptBlock scriptBlock;

    @Parameter(aliases = "Args", help = "What the block finds in $args or its parameters.")
    private List<Object> argumentList = List.of();

    @Parameter(pipeline = true, help = "Objects; the block runs for each, in $_.")
    private @Nullable Object inputObject;

    @Parameter(sets = "InProcess", help = "Accepted: the block sees the variables of its caller either way.")
    private boolean noNewScope;

    @Parameter(
            mandatory = true,
            sets = "ComputerName",
            aliases = {"Cn", "HostName"},
            help = "The computers; only names of this machine can be reached.")
    private List<String> computerName = List.of();

    @Parameter(mandatory = true, sets = "Session", help = "Sessions on other computers, of which there are none.")
    private List<Object> session = List.of();

    @Parameter(mandatory = true, sets = "VMName", help = "Virtual machines, which cannot be reached.")
    private List<String> vmName = List.of();

    @Parameter(
            sets = {"ComputerName", "VMName"},
            help = "Who asks; not needed on this machine.")
    private @Nullable Object credential;

    @Parameter(sets = "ComputerName", help = "How who asks is proved; not needed on this machine.")
    private String authentication = "Default";

    @Parameter(
            sets = {"ComputerName", "VMName"},
            help = "The configuration of the session; not needed on this machine.")
    private String configurationName = "";

    @Parameter(sets = "ComputerName", help = "Options of the session; not needed on this machine.")
    private @Nullable Object sessionOption;

    @Parameter(sets = "ComputerName", help = "Accepted: nothing leaves this machine.")
    private boolean useSSL;

    @Parameter(sets = "ComputerName", help = "The port; not needed on this machine.")
    private int port;

    @Parameter(
            sets = {"ComputerName", "Session", "VMName"},
            help = "Accepted: the computers are taken one after the other.")
    private int throttleLimit = 32;

    @Parameter(
            sets = {"ComputerName", "Session", "VMName"},
            help = "Accepted: what a block gives does not name its computer.")
    private boolean hideComputerName;

    @Override
    protected void process() {
        List<String> elsewhere = new ArrayList<>(vmName);
        session.forEach(each -> elsewhere.add(Conversion.toText(each)));
        elsewhere.forEach(this::refuse);
        for (String computer : computerName) {
            if (isHere(computer)) {
                run();
            } else {
                refuse(computer);
            }
        }
        if (computerName.isEmpty() && elsewhere.isEmpty()) {
            run();
        }
    }

    private void run() {
        if (scriptBlock != null) {
            Object current = isBound("InputObject") ? inputObject : runtime().variable("_");
            scriptBlock.invoke(current, new ArrayList<>(argumentList)).forEach(this::write);
        }
    }

    private void refuse(String computer) {
        writeError(Failures.of(
                "CannotConnect",
                ErrorCategory.OpenError,
                computer,
                "[" + computer + "] Connecting to remote server " + computer
                        + " failed: this shell runs blocks on its own"
                        + " machine only. Call ssh to run a command there."));
    }

    private static boolean isHere(String computer) {
        if (Set.of(".", "localhost", "127.0.0.1", "::1").contains(computer.toLowerCase(java.util.Locale.ROOT))) {
            return true;
        }
        try {
            String own = InetAddress.getLocalHost().getHostName();
            return own.equalsIgnoreCase(computer)
                    || own.toLowerCase(java.util.Locale.ROOT)
                            .startsWith(computer.toLowerCase(java.util.Locale.ROOT) + ".");
        } catch (UnknownHostException nameless) {
            return false;
        }
    }
}
