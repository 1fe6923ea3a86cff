package org.openbits.shell.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** .NET's HttpContent: what a request sends or an answer brings. Public because scripts call it by name. */
public final class HttpBody {

    private final Engine engine;
    private final HttpHeaders headers = new HttpHeaders();
    private @Nullable InputStream stream;
    private byte @Nullable [] bytes;

    private HttpBody(Engine engine, @Nullable InputStream stream, byte @Nullable [] bytes, String type) {
        this.engine = engine;
        this.stream = stream;
        this.bytes = bytes;
        if (!type.isEmpty()) {
            headers.add("Content-Type", type);
        }
    }

    static HttpBody of(Engine engine, InputStream stream) {
        return new HttpBody(engine, stream, null, "");
    }

    public HttpHeaders getHeaders() {
        return headers;
    }

    public NetTask readAsStringAsync() {
        return later(this::text);
    }

    public NetTask readAsByteArrayAsync() {
        return later(() -> TextTypes.bytes(bytes()));
    }

    public NetTask readAsStreamAsync() {
        return later(this::stream);
    }

    /** Without a task of its own. */
    public NetStream readAsStream() {
        return stream();
    }

    public NetTask copyToAsync(NetStream target) {
        return later(() -> {
            stream().copyTo(target);
            target.flush();
            return null;
        });
    }

    public NetTask loadIntoBufferAsync() {
        return later(() -> bytes().length);
    }

    public void dispose() {
        if (stream != null) {
            stream().close();
        }
    }

    private interface Work {
        @Nullable
        Object run();
    }

    private NetTask later(Work work) {
        return new NetTask(engine, CompletableFuture.supplyAsync(work::run));
    }

    String text() {
        return WebExchange.decoded(String.valueOf(headers.lines().getOrDefault("Content-Type", "")), bytes());
    }

    byte[] bytes() {
        byte[] known = bytes;
        if (known != null) {
            return known;
        }
        try (InputStream in = stream) {
            byte[] read = in == null ? new byte[0] : in.readAllBytes();
            bytes = read;
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    NetStream stream() {
        Object length = headers.getContentLength();
        byte[] known = bytes;
        return known != null
                ? new NetStream(new ByteArrayInputStream(known), null, known.length)
                : new NetStream(stream, null, length instanceof Long size ? size : -1);
    }

    /** The constructors of the kinds of content. */
    record Type(Engine engine, String kind) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.isEmpty()) {
                return MISSING;
            }
            Object first = arguments.get(0);
            return switch (kind) {
                case "stringcontent" -> {
                    Charset charset = arguments.size() > 1 && arguments.get(1) instanceof TextEncoding encoding
                            ? encoding.charset()
                            : StandardCharsets.UTF_8;
                    String type = arguments.size() > 2 ? StaticTypes.text(arguments, 2) : "text/plain";
                    yield new HttpBody(
                            engine,
                            null,
                            Conversion.toText(first).getBytes(charset),
                            type + "; charset=" + charset.name().toLowerCase(java.util.Locale.ROOT));
                }
                case "bytearraycontent" -> new HttpBody(engine, null, TextTypes.bytes(first), "");
                case "streamcontent" ->
                    first instanceof NetStream given ? new HttpBody(engine, given.input(), null, "") : MISSING;
                case "formurlencodedcontent" ->
                    first instanceof Map<?, ?> map
                            ? new HttpBody(engine, null, form(map), "application/x-www-form-urlencoded")
                            : MISSING;
                default -> MISSING;
            };
        }

        private static byte[] form(Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                    .collect(Collectors.joining("&"))
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static String encoded(@Nullable Object value) {
            return java.net.URLEncoder.encode(Conversion.toText(value), StandardCharsets.UTF_8);
        }
    }
}
