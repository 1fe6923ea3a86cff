package org.openbits.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes written past the page cache and through it make one file, wherever they begin and end. */
class TemporaryFileTest {

    private static final int FILE_BYTES = 3 << 20;
    private static final int BUFFER_BYTES = 1 << 20;

    @TempDir
    Path directory;

    private final ByteBuffer aligned = TemporaryFile.alignedBuffer(BUFFER_BYTES);

    /** The fault of an alignment that does not fit is among them: then the page cache takes the bytes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bothWaysOfWritingMakeOneFile(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] expected = new byte[FILE_BYTES];
        Path path = directory.resolve("BIT00000000.tmp");
        try (TemporaryFile file = TemporaryFile.create(path)) {
            file.setLength(FILE_BYTES);
            for (int i = 0; i < 200; i++) {
                int start = place(random, FILE_BYTES - 1);
                int offset = random.nextInt(8) == 0 ? random.nextInt(4096) : start % TemporaryFile.BLOCK_BYTES;
                int most = Math.min(BUFFER_BYTES - offset, FILE_BYTES - start);
                byte[] bytes = new byte[1 + place(random, most - 1)];
                random.nextBytes(bytes);
                System.arraycopy(bytes, 0, expected, start, bytes.length);
                aligned.clear().position(offset);
                aligned.put(bytes).flip().position(offset);
                if (random.nextInt(3) == 0) {
                    file.writeAt(aligned, start);
                } else {
                    file.writePastCache(aligned, start);
                }
                assertThat(aligned.hasRemaining()).isFalse();
            }
            file.force();
            ByteBuffer read = ByteBuffer.allocate(FILE_BYTES);
            assertThat(file.readAt(read, 0)).isEqualTo(FILE_BYTES);
            assertThat(read.array()).isEqualTo(expected);
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(expected);
    }

    /** Often the beginning of a block or one byte beside it. */
    private static int place(Random random, int most) {
        int any = random.nextInt(most + 1);
        return switch (random.nextInt(4)) {
            case 0 -> any;
            case 1 -> any & -TemporaryFile.BLOCK_BYTES;
            case 2 -> Math.min(most, (any & -TemporaryFile.BLOCK_BYTES) + 1);
            default -> Math.max(0, (any & -TemporaryFile.BLOCK_BYTES) - 1);
        };
    }
}
