package org.openbits.internal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,    '',                          /home/u/.local/state/openbits/run",
        "Linux,    XDG_STATE_HOME=/var/s,       /var/s/openbits/run",
        "Linux,    XDG_STATE_HOME=relative,     /home/u/.local/state/openbits/run",
        "Mac OS X, '',                          /home/u/Library/Caches/OpenBITS",
        "Linux,    BITS_HOME=/b,                /b/run",
        "Mac OS X, BITS_HOME=/b,                /b/run",
    })
    void theSocketLivesIn(String system, String environment, Path directory) {
        assertThat(Home.of(environment(environment), system, "/home/u").socket())
                .isEqualTo(directory.resolve("bitsd.sock"));
    }

    /** A login has a runtime directory that goes with it; a cron job and a boot unit have none. */
    @Test
    void everySessionOfAUserMeansTheSameService() {
        Home cron = Home.of(Map.of(), "Linux", "/home/u");

        assertThat(Home.of(Map.of("XDG_RUNTIME_DIR", "/run/user/1000"), "Linux", "/home/u"))
                .isEqualTo(cron);
    }

    @Test
    void aSocketsPathStaysBelowWhatSystemsAllow() {
        Path deep = Path.of("/" + "d".repeat(120));

        assertThat(Home.below(deep).socket().toString().length()).isLessThan(100);
        assertThat(Home.below(deep).socket()).isEqualTo(Home.below(deep).socket());
        assertThat(Home.below(deep).socket())
                .isNotEqualTo(Home.below(deep.resolve("e")).socket());
    }

    private static Map<String, String> environment(String assignment) {
        Map<String, String> variables = new HashMap<>();
        int equals = assignment.indexOf('=');
        if (equals > 0) {
            variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return variables;
    }
}
