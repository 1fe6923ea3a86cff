package org.openbits.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.openbits.testing.Answer.End;

/**
 * A named way in which a server misbehaves: given this server with this fault, when, then.
 *
 * @param name what it does, for messages
 * @param effect what it does to a correct answer
 */
public record Fault(String name, Consumer<Answer> effect) {

    public static final Fault NONE = new Fault("none", answer -> {});

    // The connection.

    public static final Fault RESET_AT_ONCE = new Fault("reset at once", answer -> {
        answer.sendsHead = false;
        answer.end = End.RESET;
    });
    public static final Fault CLOSE_AT_ONCE = new Fault("close at once", answer -> {
        answer.sendsHead = false;
        answer.end = End.CLOSE;
    });
    public static final Fault STALL_AT_ONCE = new Fault("stall at once", answer -> {
        answer.sendsHead = false;
        answer.end = End.STALL;
    });
    public static final Fault TRICKLE = new Fault("slow to a trickle", answer -> answer.trickleBytes = 2048);

    /** Sends so many bytes of the body, then nothing. */
    public static Fault stallAfter(int bytes) {
        return ends("stall after " + bytes, bytes, End.STALL);
    }

    /** Sends so many bytes of the body, then resets the connection. */
    public static Fault resetAfter(int bytes) {
        return ends("reset after " + bytes, bytes, End.RESET);
    }

    /** Sends so many bytes of the body, then closes as if that were all. */
    public static Fault cutShort(int bytes) {
        return ends("cut short after " + bytes, bytes, End.CLOSE);
    }

    // Lengths and ranges.

    public static final Fault LENGTH_TOO_LARGE = new Fault("lie about length up", answer -> {
        answer.headers.put("Content-Length", String.valueOf(answer.body.length + 1000));
        answer.end = End.CLOSE;
    });
    public static final Fault LENGTH_TOO_SMALL = new Fault("lie about length down", answer -> {
        answer.headers.put("Content-Length", String.valueOf(answer.body.length / 2));
        answer.end = End.CLOSE;
    });
    public static final Fault LARGER_THAN_ANY_DISK = new Fault("larger than any disk", answer -> {
        answer.headers.put("Content-Range", "bytes 0-" + ((1L << 60) - 1) + "/" + (1L << 60));
        answer.headers.put("Content-Length", String.valueOf(1L << 60));
        answer.end = End.CLOSE;
    });
    public static final Fault NO_LENGTH =
            new Fault("no length, ended by closing", answer -> whole(answer, false, "HTTP/1.1"));
    public static final Fault NO_END = new Fault("no length, and all bytes, but no end", answer -> {
        whole(answer, false, "HTTP/1.1");
        answer.end = End.STALL;
    });
    public static final Fault HTTP_1_0 = new Fault("HTTP/1.0", answer -> whole(answer, true, "HTTP/1.0"));
    public static final Fault CHUNKED_WHOLE = new Fault("200 in chunks", answer -> {
        whole(answer, false, "HTTP/1.1");
        answer.chunked = true;
        answer.end = End.KEEP;
    });
    public static final Fault IGNORE_RANGE = new Fault("ignore the range", answer -> {
        whole(answer, true, "HTTP/1.1");
        answer.headers.remove("Accept-Ranges");
    });
    public static final Fault TWO_HUNDRED_FOR_A_PART =
            new Fault("200 for 206", answer -> whole(answer, true, "HTTP/1.1"));
    public static final Fault SHIFTED_RANGE = new Fault("Content-Range shifted", answer -> shift(answer, 7));
    public static final Fault RANGE_BEYOND_TOTAL = new Fault(
            "Content-Range beyond its own total", answer -> answer.headers.put("Content-Range", "bytes 0-999/100"));
    public static final Fault NO_CONTENT_RANGE =
            new Fault("206 without Content-Range", answer -> answer.headers.remove("Content-Range"));
    public static final Fault MULTIPART = new Fault("multipart answer", answer -> {
        answer.headers.remove("Content-Range");
        answer.headers.put("Content-Type", "multipart/byteranges; boundary=x");
    });
    public static final Fault SHORT_PART = new Fault("a shorter part than asked for", answer -> {
        int half = Math.max(1, answer.body.length / 2);
        if (answer.status == 206) {
            String range = answer.headers.get("Content-Range");
            long from = answer.request.from();
            answer.body = Arrays.copyOf(answer.body, half);
            answer.sent = half;
            answer.headers.put(
                    "Content-Range", "bytes " + from + "-" + (from + half - 1) + range.substring(range.indexOf('/')));
        }
    });
    public static final Fault RANGE_REFUSED = new Fault("416 for a good range", answer -> {
        if (answer.request.range() != null) {
            answer.status(416);
        }
    });
    public static final Fault TWO_LENGTHS = new Fault("two different lengths", answer -> {
        answer.headers.put("Content-Length", String.valueOf(answer.body.length));
        answer.headers.put("content-length", String.valueOf(answer.body.length - 1));
        answer.end = End.CLOSE;
    });
    public static final Fault NEGATIVE_LENGTH = new Fault("negative length", answer -> {
        answer.headers.put("Content-Length", "-5");
        answer.end = End.CLOSE;
    });

    // Versions.

    public static final Fault WEAK_ETAG = new Fault("weak ETag", answer -> {
        answer.headers.computeIfPresent("ETag", (name, value) -> "W/" + value);
        answer.headers.remove("Last-Modified");
    });
    public static final Fault NO_VALIDATOR = new Fault("no validator", answer -> {
        answer.headers.remove("ETag");
        answer.headers.remove("Last-Modified");
    });
    public static final Fault CHANGED_ETAG =
            new Fault("206 of another version", answer -> answer.headers.put("ETag", "\"another\""));
    public static final Fault CHANGED_TOTAL = new Fault(
            "206 with another total",
            answer -> answer.headers.computeIfPresent(
                    "Content-Range", (name, value) -> value.replaceFirst("/.*", "/999999999")));
    public static final Fault TOTAL_UNKNOWN = new Fault(
            "206 that does not say of how many",
            answer ->
                    answer.headers.computeIfPresent("Content-Range", (name, value) -> value.replaceFirst("/.*", "/*")));
    /** Sends the part that was asked for of what it holds, be that the version of If-Range or not. */
    public static final Fault IF_RANGE_IGNORED = new Fault("If-Range ignored", answer -> {
        byte[] content = answer.request.content();
        int from = (int) answer.request.from();
        int to = (int) Math.min(answer.request.to(), content.length);
        if (answer.status == 200 && answer.request.range() != null && from < to) {
            answer.status = 206;
            answer.body = Arrays.copyOfRange(content, from, to);
            answer.sent = answer.body.length;
            answer.headers.put("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
        }
    });

    // Content.

    public static final Fault GZIP_UNASKED =
            new Fault("gzip unasked", answer -> answer.headers.put("Content-Encoding", "gzip"));
    public static final Fault ENDLESS_CHUNKS = new Fault("endless chunks", answer -> {
        whole(answer, false, "HTTP/1.1");
        answer.chunked = true;
        answer.endlessChunks = true;
        answer.end = End.CLOSE;
    });

    /** A chunk of one byte every 20 milliseconds, for ever: no read of it waits long. */
    public static final Fault ENDLESS_TRICKLE = new Fault("an endless trickle", answer -> {
        answer.page("x");
        answer.trickle(1);
        answer.chunked = true;
        answer.endlessChunks = true;
    });

    public static final Fault CHUNKS_CUT_SHORT = new Fault("chunks without an end", answer -> {
        whole(answer, false, "HTTP/1.1");
        answer.chunked = true;
        answer.end = End.CLOSE;
    });
    public static final Fault PART_LONGER_THAN_SAID = new Fault("more bytes than Content-Range says", answer -> {
        if (answer.status == 206) {
            long from = answer.request.from();
            String range = answer.headers.get("Content-Range");
            long to = from + Math.max(1, answer.body.length / 2);
            answer.headers.put("Content-Range", "bytes " + from + "-" + (to - 1) + range.substring(range.indexOf('/')));
            Arrays.fill(answer.body, (int) (to - from), answer.body.length, (byte) '!');
            answer.chunked = true;
        }
    });
    public static final Fault ENDLESS_EARLY_HINTS =
            raw("endless 103", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(20_000));
    public static final Fault BAD_CHUNK_SIZE =
            raw("bad chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nabc\r\n");
    public static final Fault HUGE_CHUNK_EXTENSION = raw(
            "huge chunk extension",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=" + "y".repeat(200_000) + "\r\nabc\r\n0\r\n\r\n");
    public static final Fault GARBAGE = raw("garbage", "\u0000\u0001this is not HTTP at all\r\n\r\n\r\n");
    public static final Fault HUGE_HEADER =
            new Fault("huge header", answer -> answer.headers.put("X-Huge", "x".repeat(200_000)));
    public static final Fault MANY_HEADERS = new Fault("many headers", answer -> {
        for (int i = 0; i < 5000; i++) {
            answer.headers.put("X-" + i, "x");
        }
    });
    public static final Fault NO_CONTENT = new Fault("204", answer -> {
        answer.status(204);
        answer.body = new byte[0];
        answer.sent = 0;
        answer.sendsLength = false;
    });

    /** Answers with a status and a page. */
    public static Fault status(int status) {
        return new Fault("status " + status, answer -> answer.status(status));
    }

    /** Answers with a status and a Retry-After header. */
    public static Fault retryAfter(int status, String value) {
        return new Fault(status + " with Retry-After " + value, answer -> {
            answer.status(status);
            answer.headers.put("Retry-After", value);
        });
    }

    /** Sends the client on. */
    public static Fault redirect(int status, String location) {
        return new Fault("redirect to " + location, answer -> {
            answer.status(status);
            answer.headers.put("Location", location);
        });
    }

    /** Leaves a header out. */
    public static Fault without(String name) {
        return new Fault("no " + name, answer -> answer.headers.remove(name));
    }

    /** Does this and then that to the same answer. */
    public Fault and(Fault other) {
        return new Fault(name + ", " + other.name, effect.andThen(other.effect));
    }

    /** The same, and the file is another one for the requests that follow. */
    public Fault thenServing(FaultyServer server, byte[] content) {
        return new Fault(name + ", then another file", effect.andThen(answer -> server.content(content)));
    }

    /** Adds or replaces a header. */
    public static Fault header(String name, String value) {
        return new Fault(name + ": " + value, answer -> answer.headers.put(name, value));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Fault ends(String name, int bytes, End end) {
        return new Fault(name, answer -> {
            answer.headers.putIfAbsent("Content-Length", String.valueOf(answer.body.length));
            answer.sent = Math.min(bytes, answer.body.length);
            answer.end = end;
        });
    }

    private static Fault raw(String name, String text) {
        return new Fault(name, answer -> {
            answer.raw = text.getBytes(StandardCharsets.ISO_8859_1);
            answer.end = End.CLOSE;
        });
    }

    private static void whole(Answer answer, boolean length, String version) {
        answer.status = 200;
        answer.version = version;
        answer.headers.remove("Content-Range");
        answer.body = answer.request.content();
        answer.sent = answer.body.length;
        answer.sendsLength = length;
        answer.end = End.CLOSE;
    }

    /** Says that it sends other bytes than asked for, and does. */
    private static void shift(Answer answer, int by) {
        if (answer.status != 206) {
            return;
        }
        byte[] content = answer.request.content();
        long from = Math.min(answer.request.from() + by, content.length - 1);
        answer.body = Arrays.copyOfRange(content, (int) from, content.length);
        answer.sent = answer.body.length;
        answer.headers.put("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
}
