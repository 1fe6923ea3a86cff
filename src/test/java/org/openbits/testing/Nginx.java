package org.openbits.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A real nginx on loopback. It runs in the foreground, as one process and with the test's own rights, with a directory
 * and a port of its own; {@link #stop()} and {@link #start()} keep the port. A machine without nginx skips the test and
 * says so.
 *
 * <pre>{@code
 * try (Nginx nginx = Nginx.in(directory).limitRate("40m").start()) {
 *     Files.write(nginx.root().resolve("a.bin"), bytes);
 *     download(nginx.url("a.bin"));
 *     assertThat(nginx.requests()).anyMatch(r -> r.status() == 206);
 * }
 * }</pre>
 */
public final class Nginx implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/sbin/nginx",
            "/usr/bin/nginx",
            "/usr/local/sbin/nginx",
            "/usr/local/bin/nginx",
            "/opt/homebrew/bin/nginx");

    private final Path prefix;
    private final String program;
    private final int port;
    private String limitRate = "0";
    private final List<String> serverLines = new ArrayList<>();
    private boolean isSecure;
    private Process process;

    private Nginx(Path prefix, String program, int port) {
        this.prefix = prefix;
        this.program = program;
        this.port = port;
    }

    /** A server that serves {@code directory/www}; not started. Skips the test when there is no nginx. */
    public static Nginx in(Path directory) {
        String program = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(program != null, "nginx is not installed (Debian: apt-get install nginx-light)");
        try {
            Path prefix = Files.createDirectories(directory.resolve("nginx")).toAbsolutePath();
            Files.createDirectories(directory.resolve("www"));
            return new Nginx(prefix, program, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes a second for each connection, in nginx's notation: {@code 40m}; {@code 0} is without limit. */
    public Nginx limitRate(String rate) {
        limitRate = rate;
        return this;
    }

    /** A further line of the server block, such as {@code max_ranges 0;}. */
    public Nginx with(String line) {
        serverLines.add(line);
        return this;
    }

    /** Over TLS, with the key and the certificate in this file. */
    public Nginx secure(Path pem) {
        isSecure = true;
        return with("ssl_certificate " + pem + ";").with("ssl_certificate_key " + pem + ";");
    }

    /** Starts it and waits until it accepts connections. */
    public Nginx start() {
        try {
            Path conf = prefix.resolve("nginx.conf");
            Files.writeString(conf, configuration());
            Path console = prefix.resolve("console.log");
            process = new ProcessBuilder(
                            program, "-p", prefix + "/", "-c", conf.toString(), "-e", prefix + "/error.log")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
                    .start();
            Listening.await("nginx", port, process, console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Ends it at once, breaking its connections; {@link #start()} begins again on the same port. */
    public void stop() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
    }

    /** The directory it serves. */
    public Path root() {
        return prefix.resolveSibling("www");
    }

    /** The address of a file below {@link #root()}. */
    public String url(String file) {
        return (isSecure ? "https" : "http") + "://127.0.0.1:" + port + "/" + file;
    }

    public int port() {
        return port;
    }

    /** The requests answered so far, oldest first. nginx writes a line when the answer has ended. */
    public List<Request> requests() {
        Path log = prefix.resolve("access.log");
        try {
            return Files.exists(log)
                    ? Files.readAllLines(log).stream().map(Request::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line of the access log.
     *
     * @param range the Range header as sent, or {@code -}
     * @param bytes bytes of the body that were sent
     */
    public record Request(String method, String uri, int status, String range, String ifRange, long bytes) {

        private static Request parse(String line) {
            String[] part = line.split("\t", -1);
            return new Request(part[0], part[1], Integer.parseInt(part[2]), part[3], part[4], Long.parseLong(part[5]));
        }

        /** The first byte of the range asked for, or 0. */
        public long from() {
            return range.startsWith("bytes=") ? Long.parseLong(range.substring(6, range.indexOf('-'))) : 0;
        }
    }

    private String configuration() {
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log warn;
                events { worker_connections 512; }
                http {
                    log_format tabs escape=none '$request_method\\t$uri\\t$status\\t$http_range\\t$http_if_range\\t$body_bytes_sent';
                    access_log %1$s/access.log tabs;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    default_type application/octet-stream;
                    sendfile on;
                    keepalive_requests 100000;
                    server {
                        listen 127.0.0.1:%2$d%6$s;
                        root %3$s;
                        limit_rate %4$s;
                        %5$s
                    }
                }
                """.formatted(
                prefix, port, root(), limitRate, String.join("\n            ", serverLines), isSecure ? " ssl" : "");
    }

    /** A free loopback port. Another process could take it before its use: rare, and the start then says so. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
