package org.openbits;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.ManagerProvider;

/**
 * The entry point: creates, finds and lists jobs (IBackgroundCopyManager).
 *
 * <pre>{@code
 * try (BackgroundCopyManager manager = BackgroundCopyManager.connect()) {
 *     BackgroundCopyJob job = manager.createJob(JobSpec.download("images")
 *             .withFiles(List.of(FileSpec.of("http://host/big.iso", "/srv/big.iso")))
 *             .resumed());
 * }
 * }</pre>
 *
 * Closing a manager ends the connection, never a job.
 */
public interface BackgroundCopyManager extends AutoCloseable {

    /**
     * Connects to the background service of this user; starts it when it does not run.
     *
     * @throws BitsException ERROR_SERVICE_NOT_ACTIVE when it can be neither reached nor started
     */
    static BackgroundCopyManager connect() {
        return provider("service").open(null);
    }

    /**
     * Runs the queue in this process, with its state under {@code home}. Jobs move only while the manager is open.
     *
     * @throws BitsException when another process owns the same home; the message names it
     */
    static BackgroundCopyManager embedded(Path home) {
        return provider("embedded").open(home);
    }

    /**
     * Runs the queue in this process, with the jobs of this user's own service.
     *
     * @throws BitsException when the service runs; the message names it
     */
    static BackgroundCopyManager embedded() {
        return provider("embedded").open(null);
    }

    private static ManagerProvider provider(String name) {
        ManagerProvider known = name.equals("service") ? ofThisLibrary() : null;
        if (known != null) {
            return known;
        }
        for (ManagerProvider provider :
                ServiceLoader.load(ManagerProvider.class, BackgroundCopyManager.class.getClassLoader())) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        throw new BitsException(
                ErrorCode.ERROR_SERVICE_NOT_ACTIVE,
                "No '" + name + "' manager on the class path; add all jars of lib/");
    }

    /** The provider that is nearly always meant; looking through all jars for it would take a starting program a while. */
    private static @Nullable ManagerProvider ofThisLibrary() {
        try {
            return (ManagerProvider) Class.forName("org.openbits.internal.client.ServiceManagerProvider")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }

    /** Creates a job in one step: settings, files, credentials, start. */
    BackgroundCopyJob createJob(JobSpec spec);

    /** Creates an empty suspended job (CreateJob). */
    default BackgroundCopyJob createJob(String displayName, JobType type) {
        return createJob(new JobSpec(
                type, JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, displayName), List.of(), List.of(), false));
    }

    /**
     * The job of that identity (GetJob).
     *
     * @throws BitsException BG_E_NOT_FOUND when it is not in the queue, E_ACCESSDENIED when it is another user's
     */
    BackgroundCopyJob job(JobId id);

    /** The caller's own jobs (EnumJobs), oldest first. */
    List<BackgroundCopyJob> jobs();

    /**
     * The jobs of all users.
     *
     * @throws BitsException E_ACCESSDENIED for ordinary users
     */
    List<BackgroundCopyJob> jobsOfAllUsers();

    /**
     * What became of jobs: completed, cancelled, and each time one entered ERROR. Ours.
     *
     * @param allUsers of every owner; for administrators
     * @param most how many, at most
     * @return the newest first; fewer than asked for when the entries are very long together
     * @throws BitsException E_ACCESSDENIED when an ordinary user asks for all users, ERROR_READ_FAULT when the history
     *     cannot be read
     */
    List<HistoryEntry> history(boolean allUsers, int most);

    /** Reads the whole history and tells whether every line is as it was written. Ours. */
    HistoryCheck checkHistory();

    /** Calls back when something happens to any of the caller's jobs. */
    Subscription subscribe(BackgroundCopyCallback callback);

    /** The text of a code (GetErrorDescription). */
    default String errorDescription(ErrorCode code) {
        return code.text();
    }

    @Override
    void close();
}
