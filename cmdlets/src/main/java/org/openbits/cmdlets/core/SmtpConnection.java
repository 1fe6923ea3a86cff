package org.openbits.cmdlets.core;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.openbits.automation.PSCredential;

/**
 * A conversation with a mail server (RFC 5321): EHLO, STARTTLS, AUTH PLAIN or LOGIN, one message, QUIT. A server that
 * is silent for a hundred seconds, as .NET waits, or whose answers have no end is given up.
 */
final class SmtpConnection implements Closeable {

    private static final int PATIENCE_MILLISECONDS = 100_000;
    private static final int IMPLICIT_TLS_PORT = 465;
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 200;

    private final String host;
    private final SSLSocketFactory secure;
    private volatile Socket socket;
    private List<String> abilities = List.of();

    /** Connects and greets. */
    SmtpConnection(String host, int port, boolean useSsl, SSLSocketFactory secure) throws IOException {
        this.host = host;
        this.secure = secure;
        this.socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLISECONDS);
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            if (useSsl && port == IMPLICIT_TLS_PORT) {
                encrypt();
            }
            expect(answer(), 220);
            hello();
            if (useSsl && !(socket instanceof SSLSocket)) {
                startTls();
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void hello() throws IOException {
        String self = "[" + InetAddress.getLoopbackAddress().getHostAddress() + "]";
        Answer answer = ask("EHLO " + self);
        if (answer.code() != 250) {
            expect(ask("HELO " + self), 250);
        }
        abilities = answer.code() == 250 ? answer.lines() : List.of();
    }

    private void startTls() throws IOException {
        if (!can("STARTTLS")) {
            throw new SmtpException("Server does not support secure connections: " + host
                    + " does not offer STARTTLS. Leave -UseSsl out only where nobody can listen.");
        }
        expect(ask("STARTTLS"), 220);
        encrypt();
        hello();
    }

    private void encrypt() throws IOException {
        SSLSocket encrypted = (SSLSocket) secure.createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        socket = encrypted;
    }

    /** Whether somebody between could read what is said. */
    boolean isOpenToOthers() {
        return !(socket instanceof SSLSocket) && !socket.getInetAddress().isLoopbackAddress();
    }

    void logIn(PSCredential credential) throws IOException {
        String name = credential.userName();
        String word = new String(credential.password().reveal());
        String offered = " "
                + abilities.stream()
                        .filter(each -> each.toUpperCase(Locale.ROOT).startsWith("AUTH"))
                        .reduce(
                                "",
                                (all, each) -> all + " "
                                        + each.toUpperCase(Locale.ROOT).substring(4))
                        .replace('=', ' ')
                + " ";
        if (offered.contains(" PLAIN ")) {
            expect(ask("AUTH PLAIN " + base64("\0" + name + "\0" + word)), 235);
        } else if (offered.contains(" LOGIN ")) {
            expect(ask("AUTH LOGIN"), 334);
            expect(ask(base64(name)), 334);
            expect(ask(base64(word)), 235);
        } else {
            throw new SmtpException("The server " + host + " takes no login of a kind known here (PLAIN, LOGIN)"
                    + (offered.isBlank() ? "" : "; it offers" + offered.stripTrailing()) + ".");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends a message to all who are accepted, and gives those who are not.
     *
     * @param notify what the server reports of the delivery, such as {@code SUCCESS,FAILURE}; empty for its own way
     */
    List<String> send(MailText mail, String notify) throws IOException {
        boolean isPlain = MailAddress.isAscii(mail.from().address())
                && mail.recipients().stream().allMatch(each -> MailAddress.isAscii(each.address()));
        if (!isPlain && !can("SMTPUTF8")) {
            throw new SmtpException("The server " + host + " takes no addresses with letters beyond ASCII.");
        }
        if (!notify.isEmpty() && !can("DSN")) {
            throw new SmtpException(
                    "The server " + host + " reports no deliveries: leave" + " -DeliveryNotificationOption out.");
        }
        expect(ask("MAIL FROM:<" + mail.from().address() + ">" + (isPlain ? "" : " SMTPUTF8")), 250);
        List<String> refused = new ArrayList<>();
        for (MailAddress each : mail.recipients()) {
            Answer answer = ask("RCPT TO:<" + each.address() + ">" + (notify.isEmpty() ? "" : " NOTIFY=" + notify));
            if (answer.code() / 10 != 25) {
                refused.add(each.address() + " (" + answer.text() + ")");
            }
        }
        if (refused.size() == mail.recipients().size()) {
            throw new SmtpException("No recipient was accepted: " + String.join("; ", refused) + ".");
        }
        expect(ask("DATA"), 354);
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        mail.write(out, ZonedDateTime.now());
        out.write(".\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(answer(), 250);
        return refused;
    }

    private boolean can(String ability) {
        return abilities.stream().anyMatch(each -> each.toUpperCase(Locale.ROOT).matches(ability + "( .*)?"));
    }

    /** What a server says: its number and its lines without it. */
    private record Answer(int code, List<String> lines) {
        String text() {
            return code + " " + String.join(" ", lines);
        }
    }

    private Answer ask(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return answer();
    }

    private Answer answer() throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = line();
            if (!line.matches("\\d{3}([ -].*)?") || lines.size() >= MOST_LINES) {
                throw new SmtpException("The server " + host + " does not answer as a mail server: '"
                        + line.substring(0, Math.min(80, line.length())) + "'.");
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
        } while (line.length() > 3 && line.charAt(3) == '-');
        return new Answer(Integer.parseInt(line.substring(0, 3)), lines);
    }

    /** Byte by byte: what follows the answer to STARTTLS belongs to the handshake. */
    private String line() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) next);
            next = in.read();
        }
        if (next < 0 && line.isEmpty()) {
            throw new SmtpException("The server " + host + " ended the conversation.");
        }
        return line.toString().stripTrailing();
    }

    private static void expect(Answer answer, int code) throws SmtpException {
        if (answer.code() != code) {
            throw new SmtpException("The server refused: " + answer.text() + ".");
        }
    }

    /** Says goodbye; what the server thinks of it does not matter. */
    void quit() {
        try {
            ask("QUIT");
        } catch (IOException gone) {
            close();
        }
    }

    /** Ends the conversation at once; from any thread. */
    @Override
    public void close() {
        Socket open = socket;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException gone) {
            // Nothing is left to close.
        }
    }
}
