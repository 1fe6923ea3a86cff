package org.openbits.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxTest {

    @TempDir
    Path directory;

    @Test
    void servesRangesLogsThemAndKeepsItsPortAcrossAStop() throws Exception {
        try (Nginx nginx = Nginx.in(directory).start()) {
            Files.writeString(nginx.root().resolve("a.txt"), "0123456789");

            assertThat(get(nginx.url("a.txt"), "bytes=4-")).isEqualTo("456789");
            Awaitility.await().until(() -> nginx.requests().stream().anyMatch(r -> r.status() == 206 && r.from() == 4));

            nginx.stop();
            assertThatThrownBy(() -> get(nginx.url("a.txt"), "bytes=0-")).isInstanceOf(ConnectException.class);

            nginx.start();
            assertThat(get(nginx.url("a.txt"), "bytes=0-")).isEqualTo("0123456789");
        }
    }

    private static String get(String url, String range) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Range", range);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes());
        }
    }
}
