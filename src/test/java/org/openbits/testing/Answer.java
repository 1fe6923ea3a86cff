package org.openbits.testing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An answer of a {@link FaultyServer} before it is sent: correct as made, until a {@link Fault} spoils it. Confined to the
 * thread of its connection.
 */
public final class Answer {

    /** How the connection goes on after the answer. */
    public enum End {
        KEEP,
        CLOSE,
        RESET,
        STALL
    }

    /** Said instead of a status line and headers when not null. */
    byte[] raw;

    String version = "HTTP/1.1";
    int status;
    public final Map<String, String> headers = new LinkedHashMap<>();
    byte[] body;
    /** How many bytes of the body are sent. */
    int sent;
    /** How many bytes go out before each pause; 0 for no pauses. */
    int trickleBytes;

    private int pauseMillis = 20;
    private int heldAt = Integer.MAX_VALUE;
    private CountDownLatch held = new CountDownLatch(0);

    boolean chunked;
    boolean endlessChunks;
    boolean sendsLength = true;
    boolean sendsHead = true;
    End end = End.KEEP;

    public final FaultyServer.Request request;

    private Answer(FaultyServer.Request request, int status, byte[] body) {
        this.request = request;
        this.status = status;
        this.body = body;
        this.sent = body.length;
    }

    /** What a good server says. */
    static Answer correct(FaultyServer.Request request, FaultyServer.Version file) {
        byte[] content = file.content();
        boolean fresh = request.ifRange() == null
                || request.ifRange().equals(file.etag())
                || request.ifRange().equals(file.lastModified());
        long from = request.from();
        Answer answer;
        if (request.range() == null || !fresh) {
            answer = new Answer(request, 200, content);
        } else if (from >= content.length) {
            answer = new Answer(request, 416, new byte[0]);
            answer.headers.put("Content-Range", "bytes */" + content.length);
        } else {
            int to = (int) Math.min(request.to(), content.length);
            answer = new Answer(request, 206, Arrays.copyOfRange(content, (int) from, to));
            answer.headers.put("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
        }
        answer.headers.put("Date", "Sun, 22 Nov 2026 20:00:00 GMT");
        answer.headers.put("Accept-Ranges", "bytes");
        answer.headers.put("ETag", file.etag());
        answer.headers.put("Last-Modified", file.lastModified());
        return answer;
    }

    /** Another status with a short page. */
    public void status(int newStatus) {
        status = newStatus;
        page("<html>status " + newStatus + "</html>");
    }

    /** Sends that many bytes, pauses 20 ms, and so on. */
    public void trickle(int bytes) {
        trickle(bytes, 20);
    }

    /** Sends that many bytes, pauses, and so on. */
    public void trickle(int bytes, int milliseconds) {
        trickleBytes = bytes;
        pauseMillis = milliseconds;
    }

    /** Sends so many bytes, and the rest once the latch is open. */
    public void holdAt(int bytes, CountDownLatch until) {
        heldAt = bytes;
        held = until;
    }

    /** Another body, without the headers of the file. */
    void page(String text) {
        headers.remove("Content-Range");
        headers.remove("ETag");
        headers.remove("Last-Modified");
        body = text.getBytes(StandardCharsets.UTF_8);
        sent = body.length;
    }

    /**
     * Sends it and says whether the connection goes on. Head and body leave together as far as they fit, so that a pause of
     * the machine cannot come between them.
     */
    boolean send(Socket socket, CountDownLatch closed) throws IOException, InterruptedException {
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 << 10);
        if (raw != null) {
            out.write(raw);
        } else if (sendsHead) {
            out.write(head());
        }
        if (raw == null && sendsHead) {
            sendBody(out, closed);
        }
        out.flush();
        switch (end) {
            case KEEP -> {
                return true;
            }
            case STALL -> closed.await();
            case RESET -> socket.setSoLinger(true, 0);
            case CLOSE -> {
                // The caller closes.
            }
        }
        return false;
    }

    private byte[] head() {
        StringBuilder head = new StringBuilder(version + " " + status + " Status\r\n");
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (sendsLength && !headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        if (end != End.KEEP) {
            head.append("Connection: close\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void sendBody(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException {
        if (!chunked) {
            int step = trickleBytes == 0 ? Math.max(1, Math.min(sent, heldAt)) : trickleBytes;
            for (int at = 0; at < sent; at += step) {
                out.write(body, at, Math.min(step, sent - at));
                if (trickleBytes > 0 || at + step >= heldAt) {
                    out.flush();
                }
                while (at + step >= heldAt && closed.getCount() > 0 && !held.await(10, TimeUnit.MILLISECONDS)) {
                    continue;
                }
                if (trickleBytes > 0 && closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            return;
        }
        byte[] chunk = chunk();
        do {
            out.write(chunk);
            if (trickleBytes > 0) {
                out.flush();
            }
        } while (endlessChunks && !closed.await(trickleBytes > 0 ? pauseMillis : 0, TimeUnit.MILLISECONDS));
        if (end == End.KEEP) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private byte[] chunk() throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        if (sent > 0) {
            chunk.write((Integer.toHexString(sent) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            chunk.write(body, 0, sent);
            chunk.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return chunk.toByteArray();
    }
}
