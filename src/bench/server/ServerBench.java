import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The same client for both servers, so that what differs is the server: it reads a file and drops it, and sends a file from
 * the page cache, by PUT to nginx and by BITS_POST to ours. Prints each round and the medians of the ratios, ours by nginx's
 * throughput. Run by {@code server.sh}.
 */
final class ServerBench {

    private static final long FRAGMENT = 16 << 20;

    private final Path file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);

    private ServerBench(Path file) {
        this.file = file;
    }

    public static void main(String[] arguments) throws Exception {
        ServerBench bench = new ServerBench(Path.of(arguments[0], "root", "file"));
        int nginx = Integer.parseInt(arguments[1]);
        int ours = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        List<Double> down = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        double size = Files.size(bench.file) / 1e6;
        for (int round = 0; round <= rounds; round++) {
            double nginxDown = bench.download(nginx);
            double oursDown = bench.download(ours);
            double nginxUp = bench.put(nginx);
            double oursUp = bench.post(ours);
            System.out.printf(
                    "round %d: download nginx %.0f, ours %.0f MB/s; upload nginx %.0f, ours %.0f MB/s%n",
                    round, size / nginxDown, size / oursDown, size / nginxUp, size / oursUp);
            if (round > 0) { // the first warms up
                down.add(nginxDown / oursDown);
                up.add(nginxUp / oursUp);
            }
        }
        System.out.printf("ours / nginx, median: download %.2f, upload %.2f%n", median(down), median(up));
    }

    /** What the one before left to do, such as the blocks of a replaced file to free, is not the next one's. */
    private static void settle() {
        LockSupport.parkNanos(300_000_000);
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static SocketChannel connect(int port) throws IOException {
        return SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    }

    private static void send(SocketChannel channel, String head) throws IOException {
        channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The head of an answer; what came behind it stays in the buffer. */
    private String head(SocketChannel channel) throws IOException {
        buffer.clear();
        while (true) {
            if (channel.read(buffer) < 0) {
                throw new IOException("no answer");
            }
            byte[] so = new byte[buffer.position()];
            buffer.duplicate().flip().get(so);
            String text = new String(so, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0) {
                if (!text.startsWith("HTTP/1.1 2")) {
                    throw new IOException(text);
                }
                buffer.flip().position(end + 4);
                return text.substring(0, end);
            }
        }
    }

    private double download(int port) throws IOException {
        settle();
        long start = System.nanoTime();
        try (SocketChannel channel = connect(port)) {
            send(channel, "GET /file HTTP/1.1\r\nHost: x\r\n\r\n");
            head(channel);
            long got = buffer.remaining();
            while (got < Files.size(file)) {
                int read = channel.read(buffer.clear());
                if (read < 0) {
                    throw new IOException("cut short");
                }
                got += read;
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double put(int port) throws IOException {
        settle();
        long start = System.nanoTime();
        try (SocketChannel channel = connect(port);
                FileChannel in = FileChannel.open(file)) {
            send(channel, "PUT /put HTTP/1.1\r\nHost: x\r\nContent-Length: " + in.size() + "\r\n\r\n");
            transfer(in, 0, in.size(), channel);
            head(channel);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double post(int port) throws IOException {
        settle();
        long start = System.nanoTime();
        try (SocketChannel channel = connect(port);
                FileChannel in = FileChannel.open(file)) {
            String post = "BITS_POST /post HTTP/1.1\r\nHost: x\r\nBITS-Packet-Type: ";
            send(
                    channel,
                    post + "Create-Session\r\nBITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}\r\n"
                            + "Content-Length: 0\r\n\r\n");
            String id = head(channel).replaceAll("(?s).*BITS-Session-Id: ([^\r]+).*", "$1");
            String session = "\r\nBITS-Session-Id: " + id + "\r\n";
            for (long at = 0; at < in.size(); at += FRAGMENT) {
                long length = Math.min(FRAGMENT, in.size() - at);
                send(
                        channel,
                        post + "Fragment" + session + "Content-Range: bytes " + at + "-" + (at + length - 1) + "/"
                                + in.size() + "\r\nContent-Length: " + length + "\r\n\r\n");
                transfer(in, at, length, channel);
                head(channel);
            }
            send(channel, post + "Close-Session" + session + "Content-Length: 0\r\n\r\n");
            head(channel);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void transfer(FileChannel in, long from, long length, SocketChannel out) throws IOException {
        for (long at = from; at < from + length; ) {
            at += in.transferTo(at, from + length - at, out);
        }
    }
}
