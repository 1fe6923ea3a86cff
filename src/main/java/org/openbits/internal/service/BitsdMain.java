package org.openbits.internal.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.openbits.BitsException;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.PrivateDirectory;

/**
 * The background service as a program. It serves the home of its user ({@code BITS_HOME} names another) and ends by
 * itself; exit code 0 when it left in order, 1 when it could not start, with the reason on standard error.
 *
 * <p>{@code BITS_IDLE_SECONDS}: how long it stays without anything to do, 600 by default.
 */
public final class BitsdMain {

    private static final Duration SHORTEST_STOP = Duration.ofSeconds(30);

    private BitsdMain() {}

    public static void main(String[] arguments) {
        int code = run(Home.ofUser(), System.getenv());
        System.exit(code); // also ends what still waits on a thread of its own
    }

    static int run(Home home, Map<String, String> environment) {
        CountDownLatch left = new CountDownLatch(1);
        AtomicReference<Bitsd> serving = new AtomicReference<>();
        AtomicBoolean stopped = new AtomicBoolean();
        try {
            Duration idle = idleLimit(environment);
            Path temporary = TemporaryDirectory.use(home);
            configureLog(home);
            Bitsd bitsd = new Bitsd(Composition.openForService(home), idle, System::nanoTime);
            serving.set(bitsd);
            TemporaryDirectory.clearOthers(temporary);
            Thread signal = new Thread(
                    () -> {
                        stopped.set(true);
                        stop(Objects.requireNonNull(serving.get()), left);
                    },
                    "bitsd-signal");
            Runtime.getRuntime().addShutdownHook(signal);
            while (bitsd.serve(home.socket()) && !stopped.get()) {
                bitsd = new Bitsd(Composition.openForService(home), idle, System::nanoTime);
                serving.set(bitsd);
                if (stopped.get()) {
                    bitsd.stop(); // the signal may have met the one before
                }
            }
            TemporaryDirectory.delete(temporary);
            return 0;
        } catch (IOException | BitsException e) {
            System.err.println("bitsd: " + (e instanceof BitsException ? e.getMessage() : e.toString()));
            return 1;
        } catch (RuntimeException | Error e) { // else threads that are left would keep the process, and it the home
            e.printStackTrace(); // a fault of ours, with its place; standard error is kept in bitsd.out
            return 1;
        } finally {
            left.countDown();
        }
    }

    /** On SIGTERM and the like: leaves in order. Java waits for this thread, and this thread for the jobs to be safe. */
    private static void stop(Bitsd bitsd, CountDownLatch left) {
        bitsd.stop();
        try {
            left.await(SHORTEST_STOP.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration idleLimit(Map<String, String> environment) {
        String seconds = environment.getOrDefault("BITS_IDLE_SECONDS", "600");
        try {
            return Duration.ofSeconds(Long.parseLong(seconds.strip()));
        } catch (NumberFormatException e) {
            throw new BitsException(
                    org.openbits.ErrorCode.E_INVALIDARG,
                    "BITS_IDLE_SECONDS is '" + seconds + "'; it takes a number of seconds, such as 600",
                    e);
        }
    }

    /** Logging reads these properties when its first class is loaded, which nothing before this does. */
    private static void configureLog(Home home) throws IOException {
        PrivateDirectory.create(home.logs());
        // A class path may hold another provider, such as a Java program's silent one.
        System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
        System.setProperty("openbits.log", home.logs().toString());
        System.setProperty("logback.configurationFile", "org/openbits/internal/service/logback.xml");
    }
}
