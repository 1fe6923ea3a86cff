package org.openbits.cmdlets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.automation.PSCredential;
import org.openbits.automation.SecureText;
import org.openbits.testing.Certificates;

class SendMailMessageTest {

    @TempDir
    Path directory;

    private CoreShell shell;

    @BeforeEach
    void open() {
        shell = new CoreShell(directory);
    }

    @Test
    void handsTheMessageOverAndNamesNoBlindRecipient() throws Exception {
        try (MailServer server = new MailServer(List.of("8BITMIME"), null, "")) {
            send(server, "-Cc", "c@example.com", "-Bcc", "unnamed@example.com", "-Priority", "High");

            assertThat(shell.runtime.errors).isEmpty();
            assertThat(server.saidGoodbye()).isTrue();
            assertThat(server.commands)
                    .contains(
                            "MAIL FROM:<a@example.com>",
                            "RCPT TO:<t@example.com>",
                            "RCPT TO:<c@example.com>",
                            "RCPT TO:<unnamed@example.com>",
                            "DATA",
                            "QUIT");
            assertThat(server.message)
                    .contains("From: a@example.com", "To: t@example.com", "Cc: c@example.com", "X-Priority: 1")
                    .noneMatch(line -> line.contains("unnamed@example.com"));
            assertThat(body(server.message)).isEqualTo("Line one\n.\nünd mehr");
        }
    }

    @Test
    void encodesASubjectAndANameBeyondAscii() throws Exception {
        try (MailServer server = new MailServer(List.of(), null, "")) {
            shell.run(
                    "Send-MailMessage",
                    "-From",
                    "Jörg <a@example.com>",
                    "-To",
                    "t@example.com",
                    "-Subject",
                    "Größe",
                    "-SmtpServer",
                    "127.0.0.1",
                    "-Port",
                    server.port());

            assertThat(server.saidGoodbye()).isTrue();
            assertThat(server.message)
                    .contains("From: " + word("Jörg") + " <a@example.com>", "Subject: " + word("Größe"));
        }
    }

    private static String word(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    @Test
    void attachesFilesByteForByte() throws Exception {
        byte[] bytes = new byte[100_000];
        new java.util.Random(3).nextBytes(bytes);
        Files.write(directory.resolve("data.bin"), bytes);
        Files.writeString(directory.resolve("weiß.txt"), "hello");
        try (MailServer server = new MailServer(List.of(), null, "")) {
            send(server, "-Attachments", List.of("data.bin", "weiß.txt"));

            assertThat(server.saidGoodbye()).isTrue();
            assertThat(shell.runtime.errors).isEmpty();
            assertThat(server.message)
                    .contains(
                            "Content-Disposition: attachment; filename=\"data.bin\"",
                            "Content-Disposition: attachment; filename*=utf-8''wei%C3%9F.txt");
            assertThat(part(server.message, "filename=\"data.bin\"")).isEqualTo(bytes);
            assertThat(new String(part(server.message, "wei%C3%9F"), StandardCharsets.UTF_8))
                    .isEqualTo("hello");
        }
    }

    @Test
    void sendsNothingWhenAnAttachmentIsMissing() throws IOException {
        try (MailServer server = new MailServer(List.of(), null, "")) {
            send(server, "-Attachments", "none.txt");

            assertThat(shell.errorId()).isEqualTo("SmtpException,Microsoft.PowerShell.Commands.SendMailMessage");
            assertThat(server.commands).isEmpty();
        }
    }

    @Test
    void aRefusedRecipientIsAnErrorAndTheOthersGetTheMessage() throws Exception {
        try (MailServer server = new MailServer(List.of(), null, "RCPT TO:<c@")) {
            send(server, "-Cc", "c@example.com");

            assertThat(server.saidGoodbye()).isTrue();
            assertThat(shell.runtime.errors.get(0).message())
                    .contains("c@example.com")
                    .contains("550");
            assertThat(server.message).isNotEmpty();
        }
    }

    @Test
    void aServerThatTakesNobodyGetsNoMessage() throws IOException {
        try (MailServer server = new MailServer(List.of(), null, "RCPT")) {
            send(server);

            assertThat(shell.runtime.errors.get(0).message()).contains("No recipient was accepted");
            assertThat(server.message).isEmpty();
        }
    }

    @Test
    void logsInTheWayTheServerOffers() throws Exception {
        PSCredential credential = new PSCredential("joe", new SecureText("secret".toCharArray()));
        try (MailServer plain = new MailServer(List.of("AUTH LOGIN PLAIN"), null, "");
                MailServer login = new MailServer(List.of("AUTH LOGIN"), null, "");
                MailServer other = new MailServer(List.of("AUTH GSSAPI"), null, "")) {
            send(plain, "-Credential", credential);
            send(login, "-Credential", credential);

            assertThat(shell.runtime.errors).isEmpty();
            assertThat(plain.commands).contains("AUTH PLAIN AGpvZQBzZWNyZXQ=");
            assertThat(login.commands).containsSubsequence("AUTH LOGIN", "am9l", "c2VjcmV0");
            send(other, "-Credential", credential);
            assertThat(shell.runtime.errors.get(0).message()).contains("GSSAPI").doesNotContain("secret");
        }
    }

    @Test
    void refusesAServerThatCannotEncryptBeforeAnythingIsSaid() throws IOException {
        try (MailServer server = new MailServer(List.of("AUTH PLAIN"), null, "")) {
            send(server, "-UseSsl");

            assertThat(shell.runtime.errors.get(0).message()).contains("does not support secure connections");
            assertThat(server.commands).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void encryptsAndChecksTheCertificate() throws Exception {
        Certificates certificates = new Certificates(directory).issue("server", "-ext", "san=ip:127.0.0.1");
        SSLContext identity = certificates.server("server");
        try (MailServer server = new MailServer(List.of("STARTTLS"), identity, "");
                MailServer unknown = new MailServer(List.of("STARTTLS"), identity, "")) {
            try (SmtpConnection connection =
                    new SmtpConnection("127.0.0.1", server.port(), true, trusting(certificates))) {
                connection.send(message(), "");
                connection.quit();
            }

            assertThat(server.commands).containsSubsequence("STARTTLS", "EHLO [127.0.0.1]", "DATA");
            assertThat(server.message).isNotEmpty();
            assertThatThrownBy(() -> new SmtpConnection(
                                    "127.0.0.1", unknown.port(), true, (SSLSocketFactory) SSLSocketFactory.getDefault())
                            .close())
                    .isInstanceOf(javax.net.ssl.SSLException.class);
        }
    }

    private static SSLSocketFactory trusting(Certificates certificates) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates.trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static MailText message() {
        return new MailText(
                MailAddress.of("a@example.com"),
                List.of(MailAddress.of("t@example.com")),
                List.of(),
                List.of(),
                List.of(),
                "s",
                "b",
                false,
                StandardCharsets.UTF_8,
                "Normal",
                List.of());
    }

    @Test
    void neitherSubjectNorAddressBringsAHeaderOfItsOwn() throws IOException {
        try (MailServer server = new MailServer(List.of(), null, "")) {
            send(server, "-Cc", "c@example.com\r\nBcc: x@example.com");
            assertThat(shell.errorId()).startsWith("FormatException");
            shell.runtime.errors.clear();
            send(server, "-Subject", "a\r\nBcc: x@example.com");
            assertThat(shell.errorId()).startsWith("FormatException");
            assertThat(server.commands).isEmpty();
        }
    }

    private void send(MailServer server, Object... more) {
        List<Object> words = new java.util.ArrayList<>(List.of(
                "-From",
                "a@example.com",
                "-To",
                "t@example.com",
                "-Body",
                "Line one\n.\nünd mehr",
                "-SmtpServer",
                "127.0.0.1",
                "-Port",
                server.port()));
        if (!List.of(more).contains("-Subject")) {
            words.addAll(List.of("-Subject", "Report"));
        }
        words.addAll(List.of(more));
        shell.run("Send-MailMessage", words.toArray());
    }

    private static String body(List<String> message) {
        return new String(part(message, "Content-Type: text/plain"), StandardCharsets.UTF_8);
    }

    /** What stands in base64 below the headers among which that text is. */
    private static byte[] part(List<String> message, String header) {
        int at = 0;
        while (!message.get(at).contains(header)) {
            at++;
        }
        while (!message.get(at).isEmpty()) {
            at++;
        }
        StringBuilder letters = new StringBuilder();
        for (at++; at < message.size() && !message.get(at).startsWith("--"); at++) {
            letters.append(message.get(at));
        }
        return Base64.getDecoder().decode(letters.toString());
    }
}
