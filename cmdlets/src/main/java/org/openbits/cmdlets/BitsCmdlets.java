package org.openbits.cmdlets;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletRegistry;

/** The BITS cmdlets, for whoever makes a session; in the order of a job's life, and read when they are first called. */
public final class BitsCmdlets {

    private BitsCmdlets() {}

    /** Adds them to the commands of a session. */
    public static void register(CmdletRegistry registry) {
        registry.register(StartBitsTransfer.class, "Start-BitsTransfer");
        registry.register(GetBitsTransfer.class, "Get-BitsTransfer");
        registry.register(GetBitsTransferReason.class, "Get-BitsTransferReason");
        registry.register(GetBitsTransferHistory.class, "Get-BitsTransferHistory");
        registry.register(AddBitsFile.class, "Add-BitsFile");
        registry.register(SetBitsTransfer.class, "Set-BitsTransfer");
        registry.register(SuspendBitsTransfer.class, "Suspend-BitsTransfer");
        registry.register(ResumeBitsTransfer.class, "Resume-BitsTransfer");
        registry.register(WaitBitsTransfer.class, "Wait-BitsTransfer");
        registry.register(WatchBitsTransfer.class, "Watch-BitsTransfer");
        registry.register(CompleteBitsTransfer.class, "Complete-BitsTransfer");
        registry.register(RemoveBitsTransfer.class, "Remove-BitsTransfer");
        registry.register(StartBitsServer.class, "Start-BitsServer");
        registry.register(GetBitsServer.class, "Get-BitsServer");
        registry.register(StopBitsServer.class, "Stop-BitsServer");
        registry.types(BitsCmdlets::type);
    }

    /** The enumerations of a job by their names on Windows. */
    private static @Nullable String type(String name) {
        String prefix = "microsoft.backgroundintelligenttransfer.management.";
        if (!name.startsWith(prefix)) {
            return null;
        }
        String simple = switch (name.substring(prefix.length())) {
            case "bitsjobstate", "jobstate" -> "BitsJobState";
            case "bitsjobtype", "jobtype" -> "BitsJobType";
            case "bitsjobpriority", "bitspriority" -> "BitsPriority";
            case "bitsjobproxyusage", "bitsproxyusage" -> "BitsProxyUsage";
            default -> "";
        };
        return simple.isEmpty() ? null : "org.openbits.cmdlets." + simple;
    }

    /** A registry with nothing but them. */
    public static CmdletRegistry registry() {
        CmdletRegistry registry = new CmdletRegistry();
        register(registry);
        return registry;
    }
}
