import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file server on loopback, with byte ranges and entity tags, in one file: {@code java FileServer.java DIRECTORY}. Prints its
 * address and serves until it is ended.
 */
final class FileServer {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]).toRealPath();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                serve(directory, exchange);
            }
        });
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void serve(Path directory, HttpExchange exchange) throws IOException {
        Path file = directory.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
        if (!file.startsWith(directory) || !Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        long size = Files.size(file);
        String tag = "\"" + size + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        long from = 0;
        long to = size - 1;
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        String range = exchange.getRequestHeaders().getFirst("Range");
        Matcher asked = RANGE.matcher(range == null ? "" : range);
        boolean part = asked.matches() && (condition == null || condition.equals(tag));
        if (part) {
            from = Long.parseLong(asked.group(1));
            to = asked.group(2).isEmpty() ? to : Math.min(to, Long.parseLong(asked.group(2)));
        }
        if (from > to) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (part) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + to + "/" + size);
        }
        exchange.sendResponseHeaders(part ? 206 : 200, to - from + 1);
        send(file, from, to, exchange.getResponseBody());
    }

    private static void send(Path file, long from, long to, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 << 10];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            for (long left = to - from + 1; left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }
}
