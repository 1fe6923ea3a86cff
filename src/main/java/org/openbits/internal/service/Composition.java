package org.openbits.internal.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.file.LocalDisk;
import org.openbits.internal.home.Account;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.PrivateDirectory;
import org.openbits.internal.home.PrivateDirectory.Condition;
import org.openbits.internal.network.NetworkWatch;
import org.openbits.internal.notify.CommandNotifier;
import org.openbits.internal.queue.Caller;
import org.openbits.internal.queue.History;
import org.openbits.internal.queue.JobQueue;
import org.openbits.internal.queue.Policies;
import org.openbits.internal.store.FileHistory;
import org.openbits.internal.store.MapDbJobStore;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.spi.Governed;
import org.openbits.spi.TransferProtocol;

/** The composition root: makes a queue for a home out of all its parts, real clock and chance included. */
final class Composition implements Engine {

    /** How long a service waits for the one before it to let go of the home. */
    private static final Duration HANDOVER = Duration.ofSeconds(10);

    private static final int PROBE_BYTES = 1 << 20;

    private static final long TRY_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    private final JobQueue queue;
    private final NetworkWatch network;
    private final PolicyWatch policy;
    private final Caller user;
    private final Path store;
    private final @Nullable String warning;

    private Composition(
            JobQueue queue,
            Path store,
            List<TransferProtocol> protocols,
            FileHistory history,
            PolicyWatch policy,
            Caller user,
            @Nullable String warning) {
        this.queue = queue;
        this.store = store;
        this.user = user;
        this.warning = warning;
        this.policy = policy.start(policies -> {
            queue.setPolicies(policies);
            history.keep(limits(policies));
            govern(protocols, policy);
        });
        this.network = new NetworkWatch(
                        InstantSource.system(), System::nanoTime, queue::networkWentAway, queue::networkCameUp)
                .start();
    }

    /**
     * Opens the jobs of a home and begins to run them.
     *
     * @throws BitsException when another process owns the home, which the message names, or the home cannot be used
     */
    static Engine open(Home home) {
        try {
            PrivateDirectory.create(home.store());
            requireOurs(home.state());
            MapDbJobStore store = MapDbJobStore.open(home.store());
            try {
                Caller user = user(home.store());
                PolicyWatch policy = new PolicyWatch(home.configuration().resolve("policy"));
                FileHistory history = FileHistory.open(home.history(), limits(policy.policies()));
                List<TransferProtocol> protocols = protocols();
                govern(protocols, policy);
                JobQueue queue = JobQueue.open(parts(store, history, protocols, policy.policies()));
                try {
                    return new Composition(queue, home.store(), protocols, history, policy, user, store.setAside());
                } catch (RuntimeException | Error e) {
                    queue.close();
                    throw e;
                }
            } catch (IOException | RuntimeException | Error e) {
                store.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BitsException(
                    ErrorCode.E_ACCESSDENIED,
                    "The directory " + home.state() + " cannot be used: " + e
                            + ". With BITS_HOME another place can be named",
                    e);
        }
    }

    private static FileHistory.Limits limits(Policies policies) {
        return new FileHistory.Limits(policies.historyAge(), policies.historyBytes());
    }

    /** An administrator who works in a user's home would leave files there that the user can no longer change. */
    private static void requireOurs(Path directory) throws IOException {
        Condition condition = PrivateDirectory.look(directory, Account.current());
        if (condition == Condition.SOMEBODY_ELSES) {
            throw new IOException(PrivateDirectory.complaint(directory, condition));
        }
    }

    /** The same, with patience: the service before this one may still be leaving. */
    static Engine openForService(Home home) {
        long began = System.nanoTime();
        while (true) {
            try {
                return open(home);
            } catch (BitsException e) {
                if (!e.code().equals(ErrorCode.E_ACCESSDENIED) || System.nanoTime() - began > HANDOVER.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(TRY_AGAIN_NANOS);
            }
        }
    }

    private static List<TransferProtocol> protocols() {
        List<TransferProtocol> protocols = new ArrayList<>();
        ServiceLoader.load(TransferProtocol.class, Composition.class.getClassLoader())
                .forEach(protocols::add);
        return protocols;
    }

    private static void govern(List<TransferProtocol> protocols, PolicyWatch policy) {
        for (TransferProtocol protocol : protocols) {
            if (protocol instanceof Governed governed) {
                governed.allow(policy.permissions());
            }
        }
    }

    private static JobQueue.Parts parts(
            MapDbJobStore store, History history, List<TransferProtocol> protocols, Policies policies) {
        SecureRandom random = new SecureRandom();
        return new JobQueue.Parts(
                store,
                new FileTransferEngine(protocols, System::nanoTime),
                new LocalDisk(random),
                protocols,
                System::nanoTime,
                InstantSource.system(),
                random,
                policies,
                new CommandNotifier(),
                history);
    }

    /** The owner of the jobs. Every client is this user: others never reach the queue. */
    private static Caller user(Path own) throws IOException {
        return new Caller(Account.current().getName(), Account.isAdministrator(own));
    }

    @Override
    public JobChannel channel() {
        return queue.channel(user);
    }

    @Override
    public boolean isIdle() {
        return queue.isIdle();
    }

    /** The disk was full or could not be written; a file of some size tells whether it takes what is saved again. */
    @Override
    public boolean needsReopening() {
        if (!queue.isLost()) {
            return false;
        }
        Path probe = store.resolve("probe.tmp");
        try (FileChannel channel = FileChannel.open(
                probe,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return true;
        } catch (IOException e) {
            return false; // as before; whoever asks for something is told why
        }
    }

    @Override
    public int jobs() {
        return queue.jobCount();
    }

    @Override
    public @Nullable String warning() {
        return warning;
    }

    @Override
    public void close() {
        network.close();
        policy.close();
        queue.close();
    }
}
