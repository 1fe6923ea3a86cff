package org.openbits.cmdlets.core;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback for one conversation at a time: keeps what it is told, and refuses what it is asked to. */
final class MailServer implements Closeable {

    final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    final List<String> message = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket listening;
    private final List<String> abilities;
    private final @Nullable SSLContext tls;
    private final String refused;
    private final CountDownLatch quit = new CountDownLatch(1);

    /** @param refused the beginning of commands that are answered 550; empty: none */
    MailServer(List<String> abilities, @Nullable SSLContext tls, String refused) throws IOException {
        this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.abilities = abilities;
        this.tls = tls;
        this.refused = refused;
        Thread thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    boolean saidGoodbye() throws InterruptedException {
        return quit.await(2, TimeUnit.MINUTES);
    }

    private void serve() {
        try (Socket first = listening.accept()) {
            first.setSoTimeout(20_000);
            Socket socket = first;
            say(socket, "220 mail.test ESMTP");
            BufferedReader lines = reader(socket);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                commands.add(line);
                if (!refused.isEmpty() && line.startsWith(refused)) {
                    say(socket, "550 5.1.1 not here");
                } else if (line.equals("STARTTLS") && tls != null) {
                    say(socket, "220 go ahead");
                    SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(socket, "client", 0, false);
                    encrypted.setUseClientMode(false);
                    encrypted.startHandshake();
                    socket = encrypted;
                    lines = reader(socket);
                } else if (line.equals("DATA")) {
                    say(socket, "354 end with a dot");
                    for (String text = lines.readLine(); !".".equals(text); text = lines.readLine()) {
                        message.add(text);
                    }
                    say(socket, "250 queued");
                } else {
                    say(socket, answer(line));
                }
                if (line.equals("QUIT")) {
                    quit.countDown();
                    return;
                }
            }
        } catch (IOException clientGone) {
            quit.countDown();
        }
    }

    private String answer(String line) {
        if (line.startsWith("EHLO")) {
            StringBuilder answer = new StringBuilder("250-mail.test\r\n");
            abilities.forEach(each -> answer.append("250-").append(each).append("\r\n"));
            return answer.append("250 HELP").toString();
        }
        if (line.startsWith("AUTH PLAIN")) {
            return "235 welcome";
        }
        if (line.equals("AUTH LOGIN")) {
            return "334 VXNlcm5hbWU6";
        }
        return line.matches("[A-Za-z0-9+/]+=*") && !line.equals("QUIT") ? loginStep() : "250 ok";
    }

    private String loginStep() {
        return commands.get(commands.size() - 2).equals("AUTH LOGIN") ? "334 UGFzc3dvcmQ6" : "235 welcome";
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
