package org.openbits.internal.network;

import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Notices that the last address of this host went away, and that waiting for the network has become pointless: an address
 * appeared that was not there before, or the machine woke up. A machine that slept shows more time on the wall clock than has elapsed; a clock that is merely set forward
 * looks the same, which costs one early try.
 */
public final class NetworkWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration SLEEP = Duration.ofSeconds(30);

    private final Supplier<Set<String>> addresses;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Runnable wentAway;
    private final Runnable cameBack;
    private Set<String> known;
    /** Whether the machine slept and nobody was told yet. */
    private boolean missed;

    private Instant lastInstant;
    private long lastNanos;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread watcher = new Thread(task, "bits-network");
        watcher.setDaemon(true);
        return watcher;
    });

    /**
     * @param wentAway called on a thread of the watch, or in here when there is no network; must not block
     * @param cameBack called on a thread of the watch; must not block
     */
    public NetworkWatch(InstantSource clock, LongSupplier nanoTime, Runnable wentAway, Runnable cameBack) {
        this(NetworkWatch::addressesOfThisHost, clock, nanoTime, wentAway, cameBack);
    }

    NetworkWatch(
            Supplier<Set<String>> addresses,
            InstantSource clock,
            LongSupplier nanoTime,
            Runnable wentAway,
            Runnable cameBack) {
        this.addresses = addresses;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.wentAway = wentAway;
        this.cameBack = cameBack;
        this.known = addresses.get();
        this.lastInstant = clock.instant();
        this.lastNanos = nanoTime.getAsLong();
        if (known.isEmpty()) {
            wentAway.run();
        }
    }

    /** Begins to watch. */
    public NetworkWatch start() {
        thread.scheduleWithFixedDelay(this::lookAgain, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Looks once and survives it: without a watch whoever waits for the network would wait for ever. */
    void lookAgain() {
        try {
            look();
        } catch (RuntimeException | Error e) {
            return; // the next look still knows the addresses of the one before, and tells what this one could not
        }
    }

    /** Looks once. Confined to the thread of the watch. */
    void look() {
        Set<String> now = addresses.get();
        boolean appeared = !known.containsAll(now);
        boolean lost = now.isEmpty() && !known.isEmpty();
        missed |= slept();
        if (missed || appeared) {
            cameBack.run();
        }
        if (lost) {
            wentAway.run();
        }
        missed = false;
        known = now;
    }

    private boolean slept() {
        Instant instant = clock.instant();
        long nanos = nanoTime.getAsLong();
        Duration lost = Duration.between(lastInstant, instant).minusNanos(nanos - lastNanos);
        lastInstant = instant;
        lastNanos = nanos;
        return lost.compareTo(SLEEP) > 0;
    }

    private static Set<String> addressesOfThisHost() {
        Set<String> all = new HashSet<>();
        try {
            NetworkInterface.networkInterfaces()
                    .filter(NetworkWatch::carriesTraffic)
                    .forEach(card -> {
                        for (InterfaceAddress address : card.getInterfaceAddresses()) {
                            all.add(address.getAddress().getHostAddress());
                        }
                    });
        } catch (SocketException e) {
            return Set.of(); // no interface can be read: as good as none; the next look may tell more
        }
        return all;
    }

    private static boolean carriesTraffic(NetworkInterface card) {
        try {
            return card.isUp() && !card.isLoopback();
        } catch (SocketException e) {
            return false; // it went away between the list and the question
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
