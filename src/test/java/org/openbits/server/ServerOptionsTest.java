package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.server.ServerSetting.NotificationType;

/** Words of a command line, and settings of a program. */
class ServerOptionsTest {

    @TempDir
    Path room;

    private static ServerOptions parse(String input, String... words) throws Exception {
        return ServerOptions.parse(List.of(words), new BufferedReader(new StringReader(input)));
    }

    @Test
    void givesAndListensToThisMachineOnlyUnlessTold() throws Exception {
        ServerSettings settings = parse("", "/srv").settings();

        assertThat(settings.directory()).isEqualTo(Path.of("/srv"));
        assertThat(settings.get(ServerSetting.ADDRESS)).isEqualTo("127.0.0.1");
        assertThat(settings.get(ServerSetting.PORT)).isEqualTo(8080);
        assertThat(settings.get(ServerSetting.ALLOW_UPLOAD)).isFalse();
        assertThat(settings.get(ServerSetting.ALLOW_OVERWRITE)).isFalse();
        assertThat(settings.get(ServerSetting.LISTING)).isFalse();
        assertThat(settings.find(ServerSetting.TLS)).isNull();
        assertThat(ServerSettings.of(Path.of("/srv")).get(ServerSetting.PORT)).isZero();
    }

    @Test
    void takesWhatTheCmdletAndTheCommandLineSay() throws Exception {
        Path users = Files.writeString(room.resolve("users"), "amy:pass:word\n");
        ServerOptions options = parse(
                "token=t0ken\ntlsPassword=words\n\n",
                "--port",
                "0",
                "/srv",
                "-AllowUpload",
                "--log",
                "-MaxUpload",
                "7",
                "--session-timeout",
                "60",
                "--notification-type",
                "ByValue",
                "-NotificationUrl",
                "http://h/x",
                "--users",
                users.toString(),
                "--secrets-on-input");
        ServerSettings settings = options.settings();

        assertThat(options.isLogging()).isTrue();
        assertThat(settings.get(ServerSetting.PORT)).isZero();
        assertThat(settings.get(ServerSetting.ALLOW_UPLOAD)).isTrue();
        assertThat(settings.get(ServerSetting.MAXIMUM_UPLOAD_BYTES)).isEqualTo(7);
        assertThat(settings.get(ServerSetting.SESSION_TIMEOUT)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.get(ServerSetting.NOTIFICATION_TYPE)).isEqualTo(NotificationType.BY_VALUE);
        assertThat(settings.find(ServerSetting.NOTIFICATION_URL)).isEqualTo(URI.create("http://h/x"));
        assertThat(settings.get(ServerSetting.ACCOUNTS)).isEqualTo(Map.of("amy", "pass:word"));
        assertThat(settings.get(ServerSetting.TOKENS)).isEqualTo(Set.of("t0ken"));
        assertThat(settings.get(ServerSetting.TLS_PASSWORD)).isEqualTo("words");
        assertThat(settings.toString()).doesNotContain("word", "t0ken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                    | which directory?
            /a /b                                 | not also /b
            /a --prot 1                           | unknown option --prot
            /a --port                             | --port needs a value
            /a --port 70000                       | port is a number from 0 to 65535, not 70000
            /a --port x                           | port is a number from 0 to 65535, not x
            /a --max-connections 0                | max-connections is a number from 1 to 10000, not 0
            /a --session-timeout 99999999999999999999 | session-timeout is a number from 1
            /a --notification-type maybe          | notification-type is ByReference or ByValue, not maybe
            /a --notification-type ByValue        | need each other
            /a --notification-url http://h/       | need each other
            /a --notification-url ftp://h/        | http:// or https://
            /a --users FILE                       | names nobody
            """)
    void saysWhatIsWrong(String words, String why) throws IOException {
        Path empty = Files.writeString(room.resolve("empty"), "\n");
        String[] all = words.isEmpty()
                ? new String[0]
                : words.replace("FILE", empty.toString()).split(" ");

        assertThatThrownBy(() -> parse("", all))
                .isInstanceOf(ServerOptions.Wrong.class)
                .hasMessageContaining(why);
    }

    @Test
    void aProgramIsToldTheSame() {
        ServerSettings settings = ServerSettings.of(room);
        assertThatThrownBy(() -> settings.with(ServerSetting.PORT, -1)).hasMessageContaining("0 to 65535, not -1");
        assertThatThrownBy(() -> settings.with(ServerSetting.IDLE_TIMEOUT, Duration.ZERO))
                .hasMessageContaining("idle-timeout");
        assertThatThrownBy(() ->
                        BitsServer.start(settings.with(ServerSetting.NOTIFICATION_TYPE, NotificationType.BY_VALUE)))
                .hasMessageContaining("need each other");
    }
}
