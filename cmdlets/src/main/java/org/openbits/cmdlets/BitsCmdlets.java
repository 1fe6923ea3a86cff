package org.openbits.cmdlets;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletRegistry;

/** The BITS cmdlets, for whoever makes a session. */
public final class BitsCmdlets {

    /** Their classes, in the order of a job's life. */
    public static final List<Class<? extends Cmdlet>> CLASSES = List.of(
            StartBitsTransfer.class,
            GetBitsTransfer.class,
            AddBitsFile.class,
            SetBitsTransfer.class,
            SuspendBitsTransfer.class,
            ResumeBitsTransfer.class,
            WaitBitsTransfer.class,
            CompleteBitsTransfer.class,
            RemoveBitsTransfer.class);

    private BitsCmdlets() {}

    /** Adds them to the commands of a session. */
    public static void register(CmdletRegistry registry) {
        CLASSES.forEach(registry::register);
    }

    /** A registry with nothing but them. */
    public static CmdletRegistry registry() {
        CmdletRegistry registry = new CmdletRegistry();
        register(registry);
        return registry;
    }
}
