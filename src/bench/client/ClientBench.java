import java.util.List;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;

/** What the client's part of a command costs: connect, list, close. Prints the milliseconds since the main method. */
public final class ClientBench {

    public static void main(String[] arguments) {
        long began = System.nanoTime();
        try (BackgroundCopyManager manager = BackgroundCopyManager.connect()) {
            long connected = System.nanoTime();
            List<BackgroundCopyJob> jobs = manager.jobs();
            long listed = System.nanoTime();
            System.out.printf(
                    "connect %.1f ms, list of %d jobs %.1f ms%n",
                    (connected - began) / 1e6, jobs.size(), (listed - connected) / 1e6);
        }
    }
}
