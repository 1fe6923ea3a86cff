package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.testing.BitsPostServer;
import org.openbits.testing.OffsetServer;
import org.openbits.testing.OwnServer;
import org.openbits.testing.Relay;

/**
 * Every protocol that resumes, through everything that can happen on the way: the file arrives whole and once, the bytes sent
 * twice are few, and the job says how many they were. What really went twice is counted on the way.
 */
class UploadFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int BYTES = 64 << 20;
    private static final long RATE = 10L << 20;
    /** What the sockets of client and network hold: the client counts it as sent, and nobody may ever see it. */
    private static final long ON_THE_WAY = 6L << 20;
    /** Heads of requests, and the fragment that asks where to go on. */
    private static final long SMALL = 256 << 10;
    /** A saved state is a second old at most, and takes a moment to be saved: two seconds when the disk stands still. */
    private static final long UNSAVED = RATE * 3;

    @TempDir
    Path room;

    private final ServiceHome home = new ServiceHome();
    private Path source;
    private Peer peer;
    private Relay relay;

    enum Protocol {
        BITS_POST,
        BITS_POST_TO_OURS,
        TUS,
        RESUMABLE
    }

    enum Fault {
        SERVICE_KILLED,
        SERVER_KILLED,
        SESSIONS_LOST,
        NETWORK_CUT,
        BOTH_KILLED_AND_SESSIONS_LOST
    }

    /**
     * A server that can die.
     *
     * @param path where it takes uploads
     * @param loses its sessions or uploads
     * @param stored what it holds in the end
     */
    private record Peer(
            IntSupplier port,
            String path,
            Runnable kill,
            Runnable start,
            Runnable loses,
            Supplier<Path> stored,
            Runnable close) {}

    @BeforeEach
    void write() throws IOException {
        byte[] content = new byte[BYTES];
        new Random(5).nextBytes(content);
        source = Files.write(room.resolve("source.bin"), content);
    }

    @AfterEach
    void end() {
        home.close();
        relay.close();
        peer.close().run();
    }

    private Peer peer(Protocol protocol) {
        return switch (protocol) {
            case BITS_POST -> independent(new BitsPostServer());
            case BITS_POST_TO_OURS -> ours(OwnServer.in(room).start());
            case TUS -> byOffset(new OffsetServer(room, true).start());
            case RESUMABLE -> byOffset(new OffsetServer(room, false).start());
        };
    }

    private static Peer independent(BitsPostServer server) {
        server.keepsParts = true;
        server.start();
        return new Peer(
                server::port,
                "/in/a.bin",
                server::stop,
                server::start,
                server::loseSessions,
                () -> server.stored("/in/a.bin"),
                server::close);
    }

    private static Peer ours(OwnServer server) {
        return new Peer(
                server::port,
                "/a.bin",
                server::kill,
                server::start,
                server::loseSessions,
                () -> server.root().resolve("a.bin"),
                server::close);
    }

    private static Peer byOffset(OffsetServer server) {
        return new Peer(
                server::port,
                "/files/",
                server::stop,
                server::start,
                server::loseUploads,
                () -> {
                    assertThat(server.uploads()).as("uploads that are left").isEqualTo(1);
                    return server.last().data;
                },
                server::close);
    }

    static Stream<Arguments> all() {
        return Arrays.stream(Protocol.values())
                .flatMap(protocol -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(protocol, fault)));
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("all")
    void eachProtocolThroughEachFault(Protocol protocol, Fault fault) throws IOException {
        arrivesWholeAndSaysWhatWentTwice(protocol, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "BITS_POST,         BOTH_KILLED_AND_SESSIONS_LOST",
        "BITS_POST_TO_OURS, SERVICE_KILLED",
        "TUS,               SERVICE_KILLED",
        "RESUMABLE,         SERVER_KILLED"
    })
    void arrivesWholeAndSaysWhatWentTwice(Protocol protocol, Fault fault) throws IOException {
        peer = peer(protocol);
        relay = new Relay(peer.port().getAsInt());
        relay.rate = RATE;
        long before;
        long twice;
        long told;
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = manager.createJob(spec(relay.url(peer.path())));
            long moment = (40L << 20) + new Random(fault.ordinal() * 7L + protocol.ordinal()).nextInt(8 << 20);
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> job.progress().bytesTransferred() >= moment);
            before = relay.sentBytes();
            strike(fault, job);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(job.state())
                            .as(() -> String.valueOf(job.info()))
                            .isEqualTo(JobState.TRANSFERRED));
            twice = relay.sentBytes() - BYTES;
            told = told(job);
            job.complete();
        }
        assertThat(Files.mismatch(peer.stored().get(), source)).isEqualTo(-1);
        boolean isAllLost = fault == Fault.SESSIONS_LOST || fault == Fault.BOTH_KILLED_AND_SESSIONS_LOST;
        long most = (isAllLost ? before : 0) + ON_THE_WAY + SMALL;
        long unknown = fault == Fault.SERVICE_KILLED || fault == Fault.BOTH_KILLED_AND_SESSIONS_LOST ? UNSAVED : 0;
        assertThat(twice).as("bytes that went twice").isLessThanOrEqualTo(most);
        assertThat(told)
                .as("told, where %d went twice of %d sent before", twice, before)
                .isBetween(twice - SMALL - unknown, twice + ON_THE_WAY);
        if (isAllLost) {
            assertThat(told).isGreaterThan(before - UNSAVED - SMALL);
        }
    }

    private void strike(Fault fault, BackgroundCopyJob job) {
        switch (fault) {
            case SERVICE_KILLED -> home.kill();
            case SERVER_KILLED -> {
                peer.kill().run();
                peer.start().run();
            }
            case SESSIONS_LOST -> {
                peer.kill().run();
                peer.loses().run();
                peer.start().run();
            }
            case NETWORK_CUT -> {
                relay.cut();
                await().atMost(LONG).until(() -> job.state() == JobState.TRANSIENT_ERROR);
                assertThat(job.error().message()).contains("127.0.0.1");
                relay.mend();
            }
            case BOTH_KILLED_AND_SESSIONS_LOST -> {
                home.kill();
                peer.kill().run();
                peer.loses().run();
                peer.start().run();
            }
        }
    }

    private JobSpec spec(String url) {
        return new JobSpec(
                JobType.UPLOAD,
                JobSettings.EMPTY
                        .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                        .with(JobProperty.MINIMUM_RETRY_DELAY, 5L),
                List.of(FileSpec.of(url, source.toString())),
                List.of(),
                true);
    }

    /** As the job says; 0 when it says nothing of it. */
    private static long told(BackgroundCopyJob job) {
        return job.info().notes().stream()
                .filter(note -> note.contains(" bytes were sent more than once"))
                .mapToLong(note -> Long.parseLong(note.substring(0, note.indexOf(' '))))
                .sum();
    }
}
