package org.openbits.cmdlets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbits.BackgroundCopyManager;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.Suggestion;

/**
 * The commands for Java programs and JShell: {@code import static org.openbits.cmdlets.Bits.*;}.
 *
 * <pre>{@code
 * startBitsTransfer("http://host/big.iso", "big.iso");                       // waits
 * BitsJob job = startBitsTransferAsync("http://host/big.iso", "big.iso");    // does not
 * waitBitsTransfer(job);
 * completeBitsTransfer(job);
 * cmdlet("Get-BitsTransfer").with("Name", "night*").run();                   // any command, any parameter
 * }</pre>
 *
 * They connect to the background service on first use; {@link #use} chooses another manager. A failure is a
 * {@link org.openbits.BitsException}.
 */
public final class Bits {

    private static final CmdletRegistry COMMANDS = BitsCmdlets.registry();
    private static JobAccess jobs = new JobAccess(BackgroundCopyManager::connect);

    private Bits() {}

    /** Makes all calls from now on go to this manager, which stays the caller's to close. */
    public static synchronized void use(BackgroundCopyManager manager) {
        jobs = new JobAccess(() -> manager);
    }

    private static synchronized JobAccess jobs() {
        return jobs;
    }

    /**
     * A call of a command.
     *
     * @throws IllegalArgumentException when there is no command of that name
     */
    public static BitsCall cmdlet(String name) {
        CmdletInfo info = COMMANDS.find(name);
        if (info == null) {
            List<String> names = new ArrayList<>();
            COMMANDS.all().forEach(each -> names.add(each.name()));
            String near = Suggestion.nearest(name, names);
            throw new IllegalArgumentException("There is no command '" + name + "'."
                    + (near == null ? " There are " + String.join(", ", names) + "." : " Did you mean " + near + "?"));
        }
        return new BitsCall(info, new ProgramRuntime(jobs(), COMMANDS));
    }

    /** Downloads a file and returns when it is in place. */
    public static void startBitsTransfer(String source, String destination) {
        cmdlet("Start-BitsTransfer")
                .with("Source", source)
                .with("Destination", destination)
                .run();
    }

    /** Start-BitsTransfer with any parameters; the jobs when it does not wait, else nothing. */
    public static List<BitsJob> startBitsTransfer(Map<String, ?> parameters) {
        return jobs(cmdlet("Start-BitsTransfer").with(parameters));
    }

    /** Downloads a file in the background. */
    public static BitsJob startBitsTransferAsync(String source, String destination) {
        return jobs(cmdlet("Start-BitsTransfer")
                        .with("Source", source)
                        .with("Destination", destination)
                        .with("Asynchronous"))
                .get(0);
    }

    /** All jobs of this user. */
    public static List<BitsJob> getBitsTransfer() {
        return jobs(cmdlet("Get-BitsTransfer"));
    }

    /** The jobs whose name fits a pattern. */
    public static List<BitsJob> getBitsTransfer(String name) {
        return jobs(cmdlet("Get-BitsTransfer").with("Name", name));
    }

    /** The job of that identity. */
    public static BitsJob getBitsTransfer(UUID jobId) {
        return jobs(cmdlet("Get-BitsTransfer").with("JobId", jobId)).get(0);
    }

    /** Adds a file to a job. */
    public static BitsJob addBitsFile(BitsJob job, String source, String destination) {
        return jobs(cmdlet("Add-BitsFile")
                        .with("BitsJob", job)
                        .with("Source", source)
                        .with("Destination", destination))
                .get(0);
    }

    /** Changes properties of a job. */
    public static BitsJob setBitsTransfer(BitsJob job, Map<String, ?> parameters) {
        return jobs(cmdlet("Set-BitsTransfer").with("BitsJob", job).with(parameters))
                .get(0);
    }

    /** Pauses jobs. */
    public static void suspendBitsTransfer(BitsJob... bitsJobs) {
        on("Suspend-BitsTransfer", bitsJobs).run();
    }

    /** Starts jobs again, waits for them and completes them. */
    public static void resumeBitsTransfer(BitsJob... bitsJobs) {
        on("Resume-BitsTransfer", bitsJobs).run();
    }

    /** Starts jobs again, in the background. */
    public static void resumeBitsTransferAsync(BitsJob... bitsJobs) {
        on("Resume-BitsTransfer", bitsJobs).with("Asynchronous").run();
    }

    /** Waits until jobs are transferred, completed or in error. */
    public static void waitBitsTransfer(BitsJob... bitsJobs) {
        on("Wait-BitsTransfer", bitsJobs).run();
    }

    /** Gives the files of jobs their names and takes the jobs off the queue. */
    public static void completeBitsTransfer(BitsJob... bitsJobs) {
        on("Complete-BitsTransfer", bitsJobs).run();
    }

    /** Cancels jobs and deletes what they fetched. */
    public static void removeBitsTransfer(BitsJob... bitsJobs) {
        on("Remove-BitsTransfer", bitsJobs).run();
    }

    private static BitsCall on(String command, BitsJob... bitsJobs) {
        return cmdlet(command).with("BitsJob", List.of(bitsJobs));
    }

    private static List<BitsJob> jobs(BitsCall call) {
        List<BitsJob> found = new ArrayList<>();
        for (Object each : call.run()) {
            if (each instanceof BitsJob job) {
                found.add(job);
            }
        }
        return found;
    }
}
