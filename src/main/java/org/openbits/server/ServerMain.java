package org.openbits.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The entry point of a server process: {@code bits serve}, and what {@code Start-BitsServer} starts. */
public final class ServerMain {

    private ServerMain() {}

    public static void main(String[] words) {
        int code = run(List.of(words));
        if (code != 0) {
            System.exit(code); // a server that could not start; one that runs ends with its threads
        }
    }

    /** Logging reads these properties when its first class is loaded, which nothing before this does. */
    private static void configureLog() {
        System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "ERROR"); // or it tells that it obeys
        System.setProperty("logback.configurationFile", "org/openbits/server/logback.xml");
    }

    private static int run(List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            System.out.println(ServerOptions.USAGE);
            return 0;
        }
        configureLog();
        try {
            serve(ServerOptions.parse(
                    words, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))));
            return 0;
        } catch (ServerOptions.Wrong wrong) {
            System.err.println("bits serve: " + wrong.getMessage() + "\nbits serve --help tells how to call it.");
            return 2;
        } catch (NoSuchFileException | NotDirectoryException e) {
            System.err.println("bits serve: there is no directory or file " + e.getMessage());
            return 3;
        } catch (IOException e) {
            System.err.println("bits serve: " + reason(e));
            return 1;
        }
    }

    private static String reason(IOException e) {
        Throwable cause = e.getCause();
        return cause == null || String.valueOf(e.getMessage()).contains(String.valueOf(cause.getMessage()))
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ": " + cause.getMessage();
    }

    private static void serve(ServerOptions options) throws IOException {
        ServerSettings settings = options.settings();
        BitsServer server = BitsServer.start(settings, options.isLogging() ? ServerMain::line : null);
        RunningServer self = RunningServer.register(
                settings.directory().toRealPath(), server.uri(), settings.get(ServerSetting.ALLOW_UPLOAD));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, self, ended), "end"));
        String warning = warning(settings);
        if (warning != null) {
            System.err.println("bits serve: " + warning);
        }
        System.out.println("Serving " + self.directory() + " at " + self.url() + ", uploads "
                + (self.allowUpload() ? "allowed" : "off") + ".");
        System.out.flush();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String warning(ServerSettings settings) throws IOException {
        if (InetAddress.getByName(settings.get(ServerSetting.ADDRESS)).isLoopbackAddress()
                || settings.find(ServerSetting.TLS) != null) {
            return null;
        }
        return settings.get(ServerSetting.ACCOUNTS).isEmpty()
                        && settings.get(ServerSetting.TOKENS).isEmpty()
                ? (settings.get(ServerSetting.ALLOW_UPLOAD)
                        ? "everybody who reaches " + settings.get(ServerSetting.ADDRESS) + " may upload"
                        : null)
                : "passwords and tokens travel in the clear; give --tls";
    }

    private static void end(BitsServer server, RunningServer self, CountDownLatch ended) {
        try {
            self.unregister();
            server.close();
        } catch (IOException e) {
            System.err.println("bits serve: " + reason(e));
        } finally {
            ended.countDown();
        }
    }

    /** The common log format, without names. */
    private static void line(Request request, Response response) {
        System.out.println(Request.getRemoteAddr(request) + " \"" + request.getMethod() + " "
                + request.getHttpURI().getPathQuery() + "\" " + response.getStatus() + " "
                + Response.getContentBytesWritten(response));
    }
}
