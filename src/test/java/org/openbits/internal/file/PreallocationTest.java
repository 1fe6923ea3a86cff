package org.openbits.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks that are set aside change nothing that can be read of a file, and what cannot be had is done without. */
class PreallocationTest {

    private static final int BYTES = 8 << 20;

    @TempDir
    Path directory;

    @Test
    void setsBlocksAsideAndChangesNothingElse() throws Exception {
        Path path = directory.resolve("BIT00000000.tmp");
        try (TemporaryFile file = TemporaryFile.create(path)) {
            file.writeAt(ByteBuffer.wrap(new byte[] {1, 2, 3}), 5000);
            assumeTrue(Preallocation.DEFAULT.of(path, BYTES), "no fallocate here, or neither ext4 nor xfs");
            assertThat(file.length()).isEqualTo(5003);
            file.reserve(BYTES);
            assertThat(file.length()).isEqualTo(BYTES);
            assertThat(allocatedBytes(path)).isGreaterThanOrEqualTo(BYTES);
            byte[] expected = new byte[BYTES];
            expected[5000] = 1;
            expected[5001] = 2;
            expected[5002] = 3;
            assertThat(Files.readAllBytes(path)).isEqualTo(expected);
            file.setLength(0);
            assertThat(allocatedBytes(path)).isZero();
        }
    }

    /** What a program that is no help may do. */
    enum NoHelp {
        MISSING(""),
        NO_PROGRAM("\u007fELF"),
        UNKNOWN_OPTION("#!/bin/sh\necho \"fallocate: invalid option -- 'n'\" >&2; exit 1"),
        NOT_SUPPORTED("#!/bin/sh\necho 'fallocate: fallocate failed: Operation not supported' >&2; exit 1"),
        KILLED("#!/bin/sh\nkill -9 $$"),
        HANGS("#!/bin/sh\nexec sleep 1000"),
        FULL_PIPE("#!/bin/sh\nhead -c 1000000 /dev/zero >&2; exit 1");

        private final String text;

        NoHelp(String text) {
            this.text = text;
        }
    }

    @ParameterizedTest
    @EnumSource(NoHelp.class)
    void leavesTheFileAsItIsWithoutHelp(NoHelp help) throws IOException {
        Path path = directory.resolve("BIT00000000.tmp");
        try (TemporaryFile file = TemporaryFile.create(path)) {
            file.reserve(BYTES, with(path, help.text));
            assertThat(file.length()).isEqualTo(BYTES);
        }
        assertThat(with(path, help.text).of(path, BYTES)).isFalse();
    }

    @Test
    void tellsOfAFullDiskAndGivesBackWhatItGot() throws IOException {
        Path path = directory.resolve("BIT00000000.tmp");
        try (TemporaryFile file = TemporaryFile.create(path)) {
            Preallocation full = with(
                    path,
                    "#!/bin/sh\n[ \"$LC_ALL\" = C ] && echo 'fallocate: fallocate failed: No space left on device' >&2; exit 1");
            IOException failure = catchThrowableOfType(IOException.class, () -> file.reserve(BYTES, full));
            assertThat(DiskSpace.isExhausted(failure)).isTrue();
            assertThat(failure).hasMessageContaining(path.toString());
            assertThat(file.length()).isZero();
        }
    }

    @Test
    void asksNothingOnOtherFileSystems() throws IOException {
        Path path = Files.createFile(directory.resolve("BIT00000000.tmp"));
        Path called = directory.resolve("called");
        Path program = program("#!/bin/sh\n: >'" + called + "'");
        assertThat(new Preallocation(List.of(program), Set.of("none such")).of(path, BYTES))
                .isFalse();
        assertThat(called).doesNotExist();
    }

    private Preallocation with(Path file, String text) throws IOException {
        return new Preallocation(
                List.of(directory.resolve("missing"), program(text)),
                Set.of(Files.getFileStore(file).type()));
    }

    private Path program(String text) throws IOException {
        Path program = directory.resolve("fallocate");
        if (!text.isEmpty()) {
            Files.writeString(program, text + "\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        return program;
    }

    private static long allocatedBytes(Path file) throws IOException, InterruptedException {
        Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
        String blocks = new String(stat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(stat.waitFor()).isZero();
        return Long.parseLong(blocks.strip()) * 512;
    }
}
