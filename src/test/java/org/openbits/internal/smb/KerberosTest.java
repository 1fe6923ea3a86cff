package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.Kerberos;
import org.openbits.testing.Samba;

/** Tickets from the platform's cache, with a real ticket server. */
class KerberosTest {

    @TempDir
    static Path place;

    @Test
    void isWhoTheTicketSays() throws Exception {
        Samba samba = Samba.in(place);
        try (Kerberos kerberos = Kerberos.in(place, Samba.USER, "ticket-pass")) {
            samba.with("realm = " + Kerberos.REALM)
                    .with("kerberos method = dedicated keytab")
                    .with("dedicated keytab file = " + kerberos.keytab())
                    .start();
            Files.writeString(samba.root().resolve("a.txt"), "hello");
            String file = "smb://localhost:" + samba.port() + "/private/a.txt";

            assertThat(read(kerberos, kerberos.cache(), file)).isEqualTo("read hello");
            // By its number no ticket names the server: then anonymously, which is enough for guests only.
            assertThat(read(kerberos, kerberos.cache(), samba.name("plain", "a.txt")))
                    .isEqualTo("read hello");
            assertThat(read(kerberos, kerberos.cache(), samba.name("private", "a.txt")))
                    .startsWith("failed Access is denied")
                    .contains("the Kerberos ticket was not taken");
            assertThat(read(kerberos, place.resolve("none"), file))
                    .startsWith("failed Access is denied")
                    .contains("there is no Kerberos ticket", "kinit", "-Credential");
        } finally {
            samba.close();
        }
    }

    private static String read(Kerberos kerberos, Path cache, String file) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.security.krb5.conf=" + kerberos.configuration(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadingMain.class.getName(),
                file));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("KRB5CCNAME", "FILE:" + cache);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines()
                .filter(each -> each.startsWith("read ") || each.startsWith("failed "))
                .findFirst()
                .orElse(said);
    }
}
