package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobProgress;
import org.openbits.JobSettings;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.Demand;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/**
 * The file on the server becomes another one of the same length while it is fetched, and the server does its best to hide
 * it. What has been fetched in the end is one of the two, never some of each.
 */
class MixedVersionsTest {

    private static final int HALF = 300_000;
    private static final byte[] OLD = content(1);
    private static final byte[] NEW = content(2);

    private static final Fault HALF_OF_IT = Fault.SHORT_PART;
    private static final Fault BROKEN = Fault.cutShort(HALF);
    private static final Fault NO_ETAG = Fault.without("ETag");
    private static final Fault SAME_TIME = Fault.header("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT");
    private static final Fault SAME_TAG = Fault.header("ETag", "\"1\"");

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(QuickHttp.patient()), System::nanoTime);
    private final FaultyServer server = FaultyServer.serving(OLD);
    private final Recorder observer = new Recorder();

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    /** How the first answer ends, and what the server does to all of them. */
    static Stream<Arguments> disguises() {
        return Stream.of(
                arguments(HALF_OF_IT, Fault.NONE),
                arguments(HALF_OF_IT, Fault.NO_VALIDATOR),
                arguments(HALF_OF_IT, Fault.NO_VALIDATOR.and(Fault.IF_RANGE_IGNORED)),
                arguments(HALF_OF_IT, Fault.WEAK_ETAG.and(Fault.IF_RANGE_IGNORED)),
                arguments(HALF_OF_IT, Fault.IF_RANGE_IGNORED),
                arguments(HALF_OF_IT, NO_ETAG.and(Fault.IF_RANGE_IGNORED)),
                arguments(HALF_OF_IT, Fault.without("Last-Modified").and(Fault.IF_RANGE_IGNORED)),
                arguments(
                        HALF_OF_IT,
                        SAME_TIME.and(NO_ETAG).and(Fault.without("Date")).and(Fault.IF_RANGE_IGNORED)),
                arguments(
                        HALF_OF_IT,
                        SAME_TIME
                                .and(NO_ETAG)
                                .and(Fault.header("Date", "Sun, 22 Nov 2026 10:00:00 GMT"))
                                .and(Fault.IF_RANGE_IGNORED)),
                arguments(BROKEN, Fault.NONE),
                arguments(BROKEN, Fault.NO_VALIDATOR.and(Fault.IF_RANGE_IGNORED)),
                arguments(BROKEN, Fault.IF_RANGE_IGNORED),
                arguments(BROKEN, Fault.IF_RANGE_IGNORED.and(Fault.TOTAL_UNKNOWN)));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void neverJoinsTwoVersions(Fault first, Fault always) throws IOException {
        server.faults(always.and(first).thenServing(server, NEW)).always(always);

        assertThat(move(List.of())).isEqualTo("finished");

        assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(NEW);
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void neverJoinsRangesOfTwoVersions(Fault first, Fault always) throws IOException {
        server.faults(always.thenServing(server, NEW)).always(always);

        String end = move(List.of(new FileRange(HALF, 1000), new FileRange(0, 1000)));

        if (end.equals("finished")) {
            byte[] both = new byte[2000];
            System.arraycopy(NEW, HALF, both, 0, 1000);
            System.arraycopy(NEW, 0, both, 1000, 1000);
            assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(both);
        } else {
            assertThat(end).isEqualTo("failed BG_E_INSUFFICIENT_RANGE_SUPPORT");
        }
    }

    /** As far as a number goes, and beyond. */
    @Test
    void asksForNoRangeBeyondAllNumbers() {
        assertThat(move(List.of(new FileRange(1, Long.MAX_VALUE)))).isEqualTo("failed BG_E_INVALID_RANGE");
        assertThat(Demand.left(
                        List.of(new FileRange(10, Long.MAX_VALUE)),
                        List.of(new Checkpoint.Range(0, 100)),
                        JobProgress.SIZE_UNKNOWN))
                .hasSize(1);
    }

    /** No byte came of the first version, so nothing has to be thrown away; its length must not stay all the same. */
    @ParameterizedTest
    @ValueSource(ints = {HALF, 3 * HALF})
    void aFileThatChangesItsLengthBeforeItsFirstByteIsWhole(int length) throws IOException {
        byte[] other = Arrays.copyOf(NEW, length);
        server.faults(Fault.cutShort(0).thenServing(server, other));

        assertThat(move(List.of())).isEqualTo("finished");

        assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(other);
    }

    /** The times are equal, but a server that sends all to who asked for a part of that version says that it is gone. */
    @Test
    void believesAServerThatDoesNotContinueTheVersion() throws IOException {
        Fault always = Fault.WEAK_ETAG.and(SAME_TIME);
        server.faults(always.and(BROKEN).thenServing(server, NEW)).always(always);

        assertThat(move(List.of())).isEqualTo("finished");

        assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(NEW);
    }

    @Test
    void believesNoPartThatLeavesOutTheTagItHad() throws IOException {
        server.faults(BROKEN.thenServing(server, NEW)).always(Fault.IF_RANGE_IGNORED.and(NO_ETAG));

        assertThat(move(List.of())).isEqualTo("finished");

        assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(NEW);
    }

    /** An entity tag means something at its own address only (RFC 9110 section 8.8.3). */
    @Test
    void believesNoTagOfAnotherAddress() throws IOException {
        try (FaultyServer other = FaultyServer.serving(NEW)) {
            other.content(NEW);
            other.always(SAME_TAG.and(Fault.IF_RANGE_IGNORED));
            try (FaultyServer former = FaultyServer.serving(OLD)) {
                former.always(SAME_TAG.and(BROKEN));
                server.faults(Fault.redirect(302, former.url())).always(Fault.redirect(302, other.url()));

                assertThat(move(List.of())).isEqualTo("finished");

                assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(NEW);
            }
        }
    }

    @Test
    void takesNoMoreThanContentRangeSays() throws IOException {
        server.faults(Fault.PART_LONGER_THAN_SAID);

        move(List.of());

        if (observer.end().equals("finished")) {
            assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(OLD);
        } else {
            assertThat(observer.end()).isEqualTo("failed ERROR_WINHTTP_INVALID_SERVER_RESPONSE");
        }
    }

    private String move(List<FileRange> ranges) {
        FileSpec file = FileSpec.of(server.url(), directory.resolve("file").toString());
        engine.start(
                new TransferOrder(
                        file.withRanges(ranges),
                        directory.resolve("BIT0.tmp"),
                        false,
                        null,
                        JobSettings.EMPTY,
                        List.of()),
                observer);
        return observer.awaitEnd();
    }

    private static byte[] content(int seed) {
        byte[] bytes = new byte[2 * HALF];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
