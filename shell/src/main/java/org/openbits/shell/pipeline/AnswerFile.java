package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.openbits.automation.Beside;

/** The file that the answer to a web request goes to. */
record AnswerFile(Path target) {

    /** How many bytes it holds already; 0 when it cannot be read. */
    long size() {
        try {
            return Files.isRegularFile(target) ? Files.size(target) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** Behind what the file holds; the answer must begin exactly there. */
    void append(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream content = answer.body()) {
            String range = answer.headers().firstValue("content-range").orElse("");
            if (!range.startsWith("bytes " + size() + "-")) {
                throw new IOException("the server answered with another range: " + range);
            }
            try (OutputStream out =
                    Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                content.transferTo(out);
            }
        }
    }

    /**
     * Beside the target first, so that no half of an answer ever carries its name.
     *
     * @param hasBody whether the answer has the body whose length it tells, which one to HEAD has not
     */
    void save(HttpResponse<InputStream> answer, boolean hasBody) throws IOException {
        Path beside = Beside.of(target);
        try (InputStream content = answer.body()) {
            Files.copy(content, beside, StandardCopyOption.REPLACE_EXISTING);
            long promised = answer.headers().firstValueAsLong("content-length").orElse(-1);
            if (promised >= 0 && hasBody && Files.size(beside) != promised) {
                throw new IOException("the answer broke off");
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
