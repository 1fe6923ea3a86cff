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

            List<String> withTicket = read(
                    kerberos, kerberos.cache(), file, samba.name("plain", "a.txt"), samba.name("private", "a.txt"));
            assertThat(withTicket).hasSize(3);
            assertThat(withTicket.get(0)).isEqualTo("read hello");
            // By its number no ticket names the server: then anonymously, which is enough for guests only.
            assertThat(withTicket.get(1)).isEqualTo("read hello");
            assertThat(withTicket.get(2))
                    .startsWith("failed Access is denied")
                    .contains("the Kerberos ticket was not taken");
            assertThat(read(kerberos, place.resolve("none"), file).get(0))
                    .startsWith("failed Access is denied")
                    .contains("there is no Kerberos ticket", "kinit", "-Credential");
        } finally {
            samba.close();
        }
    }

    private static List<String> read(Kerberos kerberos, Path cache, String... files) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.security.krb5.conf=" + kerberos.configuration(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadingMain.class.getName()));
        words.addAll(List.of(files));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("KRB5CCNAME", "FILE:" + cache);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines()
                .filter(each -> each.startsWith("read ") || each.startsWith("failed "))
                .toList();
    }
}
