package org.openbits.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A client that sends exactly what it is told, as no honest client would. Not thread-safe. */
final class RawHttp implements AutoCloseable {

    /** An answer; header names are in lower case. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;
    private final InputStream in;

    RawHttp(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(120_000);
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer once(int port, String request, String... headers) {
        try (RawHttp http = new RawHttp(port)) {
            return http.ask(request, new byte[0], headers);
        }
    }

    /** A request with its length. */
    Answer ask(String request, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(request).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        send(head.toString().getBytes(StandardCharsets.UTF_8));
        send(body);
        return read(request.startsWith("HEAD"));
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer; status 0 when the connection has ended. */
    Answer read(boolean isHead) {
        try {
            String status = line();
            if (status.isEmpty()) {
                return new Answer(0, Map.of(), new byte[0]);
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                headers.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 1).strip());
            }
            int length = isHead ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new Answer(Integer.parseInt(status.split(" ")[1]), headers, in.readNBytes(length));
        } catch (IOException e) {
            return new Answer(0, Map.of(), new byte[0]);
        }
    }

    /** How many bytes come until the connection ends. */
    long rest() {
        return rest(Long.MAX_VALUE);
    }

    /** The same of so many at most. */
    long rest(long most) {
        long count = 0;
        byte[] buffer = new byte[64 << 10];
        try {
            while (count < most) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - count));
                if (read < 0) {
                    break;
                }
                count += read;
            }
        } catch (IOException e) {
            return count;
        }
        return count;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
