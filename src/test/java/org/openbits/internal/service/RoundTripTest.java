package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.openbits.testing.Apache;
import org.openbits.testing.BitsPostServer;
import org.openbits.testing.Nginx;
import org.openbits.testing.OffsetServer;
import org.openbits.testing.OwnServer;
import org.openbits.testing.TusServer;

/**
 * A file goes to each server by the protocol that the server speaks, which the job finds out, and comes back by a download.
 */
class RoundTripTest {

    private static final Duration LIMIT = Duration.ofSeconds(240);

    @TempDir
    Path room;

    private BackgroundCopyManager manager;
    private Path source;
    private AutoCloseable server;
    private String url;

    enum Peer {
        OURS("BITS_POST"),
        INDEPENDENT_BITS_POST("BITS_POST"),
        NGINX("PUT"),
        APACHE("PUT"),
        TUS_OF_ITS_AUTHORS("tus 1.0"),
        TUS("tus 1.0"),
        DRAFT("the IETF resumable upload draft");

        private final String spoken;

        Peer(String spoken) {
            this.spoken = spoken;
        }
    }

    @BeforeEach
    void open() {
        manager = BackgroundCopyManager.embedded(room.resolve("home"));
        source = room.resolve("source.bin");
    }

    @AfterEach
    void close() throws Exception {
        manager.close();
        if (server != null) {
            server.close();
        }
    }

    private void start(Peer peer) throws IOException {
        switch (peer) {
            case OURS -> {
                OwnServer own = OwnServer.in(room).start();
                at(own, own.url("/a.bin"));
            }
            case INDEPENDENT_BITS_POST -> {
                BitsPostServer other = new BitsPostServer().start();
                at(other, other.url("/in/a.bin"));
            }
            case NGINX -> {
                Nginx nginx = Nginx.in(room)
                        .with("dav_methods PUT;")
                        .with("client_max_body_size 0;")
                        .start();
                at(nginx, nginx.url("a.bin"));
            }
            case APACHE -> {
                Apache apache = Apache.start(room);
                at(apache, apache.url("a.bin"));
            }
            case TUS_OF_ITS_AUTHORS -> {
                TusServer node = TusServer.start();
                at(node, node.url());
            }
            case TUS, DRAFT -> {
                OffsetServer offsets = new OffsetServer(room, peer == Peer.TUS).start();
                at(offsets, offsets.url());
            }
        }
    }

    private void at(AutoCloseable started, String address) {
        server = started;
        url = address;
    }

    private void write(long size) throws IOException {
        Random random = new Random(size);
        byte[] block = new byte[1 << 16];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(source))) {
            for (long left = size; left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }

    private BackgroundCopyJob transfer(JobType type, String remote, Path local) {
        BackgroundCopyJob job = manager.createJob(new JobSpec(
                type,
                JobSettings.EMPTY
                        .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                        .with(JobProperty.MINIMUM_RETRY_DELAY, 5L),
                List.of(FileSpec.of(remote, local.toString())),
                List.of(),
                true));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(JobState.TRANSFERRED));
        job.complete();
        return job;
    }

    static Stream<Arguments> smallOnes() {
        return Arrays.stream(Peer.values())
                .flatMap(peer ->
                        LongStream.of(0, 1, (64 << 10) - 1, 64 << 10).mapToObj(size -> Arguments.of(peer, size)));
    }

    @ParameterizedTest
    @MethodSource("smallOnes")
    void thereAndBack(Peer peer, long size) throws IOException {
        write(size);
        start(peer);

        BackgroundCopyJob up = transfer(JobType.UPLOAD, url, source);

        assertThat(up.info().notes().get(0)).contains("Sent by " + peer.spoken);
        Path back = room.resolve("back.bin");
        transfer(JobType.DOWNLOAD, stored(up), back);
        assertThat(back).hasSize(size);
        assertThat(Files.mismatch(back, source)).isEqualTo(-1);
    }

    @Tag("full")
    @ParameterizedTest
    @EnumSource(Peer.class)
    void aGibibyteThereAndBack(Peer peer) throws IOException {
        thereAndBack(peer, 1L << 30);
    }

    /** An upload by offsets has an address of its own, which the job tells. */
    private String stored(BackgroundCopyJob up) {
        String note = up.info().notes().get(0);
        int to = note.indexOf(" to http");
        return to < 0 ? url : note.substring(to + 4, note.indexOf(';'));
    }
}
