package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.server.RawHttp.Answer;
import org.openbits.server.ServerSetting.NotificationType;

/** Uploads given to a server application, and what it answers. */
class ApplicationTest extends PacketRoom {

    private HttpServer application;

    private final List<HttpExchange> notified = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopApplication() {
        if (application != null) {
            application.stop(0);
        }
    }

    private interface Program {
        void answer(HttpExchange exchange, byte[] body) throws IOException;
    }

    private void application(NotificationType type, Program program) throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            notified.add(exchange);
            program.answer(exchange, exchange.getRequestBody().readAllBytes());
            exchange.close();
        });
        application.start();
        start(settings()
                .with(ServerSetting.NOTIFICATION_TYPE, type)
                .with(
                        ServerSetting.NOTIFICATION_URL,
                        URI.create(
                                "http://127.0.0.1:" + application.getAddress().getPort() + "/in"))
                .with(ServerSetting.NOTIFICATION_TIMEOUT, Duration.ofMinutes(2)));
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        exchange.sendResponseHeaders(status, text.isEmpty() ? -1 : text.length());
        exchange.getResponseBody().write(text.getBytes());
    }

    @Test
    void givesTheFileToAnApplicationByValueAndKeepsItsReplyUntilTheEnd() throws IOException {
        application(NotificationType.BY_VALUE, (exchange, body) -> reply(exchange, 200, "got " + new String(body)));
        String id = create("/form?x=1");
        Answer last = fragment("/form?x=1", id, "0-2/3", "abc");
        String url = last.header("BITS-Reply-URL");
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .text())
                .isEqualTo("got abc");
        assertThat(notified.get(0).getRequestURI()).hasToString("/in?x=1");
        assertThat(notified.get(0).getRequestHeaders().getFirst("BITS-Original-Request-URL"))
                .endsWith("/form?x=1");
        assertThat(fragment("/form?x=1", id, "2-2/3", "c").header("BITS-Reply-URL"))
                .isEqualTo(url);
        assertThat(notified).hasSize(1);
        assertThat(root.resolve("form")).doesNotExist();
        server.close();
        start(settings());
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .text())
                .isEqualTo("got abc");
        close("/form?x=1", id);
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givesTheFileByReferenceAndCopiesItWhenAsked() throws IOException {
        application(NotificationType.BY_REFERENCE, (exchange, body) -> {
            String data = exchange.getRequestHeaders().getFirst("BITS-Request-DataFile-Name");
            String answer = exchange.getRequestHeaders().getFirst("BITS-Response-DataFile-Name");
            Files.writeString(Path.of(answer), "read " + Files.readString(Path.of(data)));
            exchange.getResponseHeaders().set("BITS-Copy-File-To-Destination", "1");
            reply(exchange, 200, "");
        });
        String id = create("/a");
        String url = fragment("/a", id, "0-2/3", "abc").header("BITS-Reply-URL");
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .text())
                .isEqualTo("read abc");
        assertThat(root.resolve("a")).hasContent("abc");
    }

    @Test
    void passesTheApplicationsErrorsOnAndTellsItAgain() throws IOException {
        int[] status = {500};
        application(NotificationType.BY_VALUE, (exchange, body) -> {
            exchange.getResponseHeaders().set("BITS-Static-Response-URL", "http://other.example/r");
            if (status[0] == 500) {
                exchange.getResponseHeaders().set("BITS-Error-Code", "0x80040001");
            }
            reply(exchange, status[0], "");
        });
        String id = create("/a");
        Answer failed = fragment("/a", id, "0-2/3", "abc");
        refused(failed, 500, "0x80040001");
        assertThat(failed.header("BITS-Error-Context")).isEqualTo("0x7");
        status[0] = 200;
        assertThat(fragment("/a", id, "2-2/3", "c").header("BITS-Reply-URL")).isEqualTo("http://other.example/r");
        assertThat(notified).hasSize(2);

        status[0] = 403;
        String forbidden = create("/b");
        refused(fragment("/b", forbidden, "0-0/1", "x"), 403, "0x80190193");
        refused(fragment("/b", forbidden, "0-0/1", "x"), 403, "0x80190193");
        assertThat(notified).hasSize(3);
        application.stop(0);
        String alone = create("/c");
        refused(fragment("/c", alone, "0-0/1", "x"), 503, "0x801901F7");
    }
}
