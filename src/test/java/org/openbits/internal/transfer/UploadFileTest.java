package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.ErrorCode;
import org.openbits.spi.TransferException;
import org.openbits.spi.Validator;

/** The local file of an upload, when it is no file any more. */
class UploadFileTest {

    @TempDir
    Path directory;

    /** Opening a pipe that nobody writes to never ends, and no abort reaches it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotWaitForWhoWritesToAPipe() throws Exception {
        Path path = Files.writeString(directory.resolve("source"), "content");
        Validator version = UploadFile.versionOf(path);
        Files.delete(path);
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();

        TransferException refusal = catchThrowableOfType(
                TransferException.class,
                () -> UploadFile.open(path, version, (position, count) -> {}, Runnable::run, System::nanoTime));

        assertThat(refusal.code()).isEqualTo(ErrorCode.E_INVALIDARG);
    }
}
