package org.openbits.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of the history: a JSON object whose last member is its hash.
 *
 * <pre>
 * {"n":8,"time":"2026-11-22T10:00:00Z","result":"COMPLETED", ... ,"hash":"9f86d0..."}
 *
 * hash = SHA-256, in lower-case hexadecimal, of the hash of line n-1 followed by this line up to before ,"hash"
 * </pre>
 *
 * Before line 1 the hash is 64 zeros. A file from which old lines were cut begins with {@code {"n":7,"cut":"<time>",
 * "hash":"<hash of line 7>"}}, which stands for the lines up to 7.
 *
 * @param number n
 * @param body the line up to before {@code ,"hash"}
 * @param hash its hash as written
 */
record HistoryLine(long number, String body, String hash) {

    static final HistoryLine NONE = new HistoryLine(0, "", "0".repeat(64));

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HASH = ",\"hash\":\"";
    private static final String END = "\"}";
    private static final int TAIL = HASH.length() + 64 + END.length();

    /** The line that follows a line. */
    static HistoryLine after(HistoryLine previous, HistoryEntry entry) {
        String body = body(previous.number + 1, entry);
        return new HistoryLine(previous.number + 1, body, hash(previous.hash, body));
    }

    /** The line that stands for a line that is cut off, and all before it. */
    static HistoryLine cut(HistoryLine last, Instant time) {
        return new HistoryLine(last.number, "{\"n\":" + last.number + ",\"cut\":\"" + time + "\"", last.hash);
    }

    /** Reads a line without its end, or null when it is none. */
    static @Nullable HistoryLine parse(String line) {
        int at = line.length() - TAIL;
        if (at < 0 || !line.startsWith(HASH, at) || !line.endsWith(END)) {
            return null;
        }
        try {
            String hash = line.substring(at + HASH.length(), line.length() - END.length());
            JsonNode number = JSON.readTree(line).path("n");
            return number.isIntegralNumber() ? new HistoryLine(number.longValue(), line.substring(0, at), hash) : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    boolean isCut() {
        return json().has("cut");
    }

    boolean follows(HistoryLine previous) {
        return number == previous.number + 1 && hash.equals(hash(previous.hash, body));
    }

    byte[] toBytes() {
        return (body + HASH + hash + END + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** When the entry was made, or null when the line does not tell. */
    @Nullable
    Instant time() {
        try {
            return Instant.parse(json().path("time").asString(""));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The entry, or null when the line holds none that can be read. */
    @Nullable
    HistoryEntry entry() {
        try {
            return entry(json());
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private JsonNode json() {
        return JSON.readTree(body + "}");
    }

    /** What a line of an owner contains; others may, too. */
    static String markOf(String owner) {
        return "\"owner\":" + JSON.writeValueAsString(owner);
    }

    private static String body(long number, HistoryEntry entry) {
        ObjectNode json = JSON.createObjectNode()
                .put("n", number)
                .put("time", entry.time().toString())
                .put("result", entry.result().name())
                .put("job", entry.job().toString())
                .put("name", entry.displayName())
                .put("owner", entry.owner())
                .put("type", entry.type().name())
                .put("created", entry.created().toString())
                .put("activeMillis", entry.active().toMillis())
                .put("bytes", entry.bytes());
        HistoryEntry.Failure error = entry.error();
        if (error != null) {
            json.put("code", "0x" + HexFormat.of().toHexDigits(error.code())).put("error", error.message());
        }
        ArrayNode files = json.put("filesTotal", entry.filesTotal()).putArray("files");
        for (HistoryEntry.File file : entry.files()) {
            ObjectNode each = files.addObject()
                    .put("remote", file.remoteName())
                    .put("local", file.localName())
                    .put("bytes", file.bytes());
            if (file.digest() != null) {
                each.put("digest", file.digest());
            }
        }
        String line = JSON.writeValueAsString(json);
        return line.substring(0, line.length() - 1);
    }

    private static HistoryEntry entry(JsonNode json) {
        List<HistoryEntry.File> files = new ArrayList<>();
        for (JsonNode file : json.required("files")) {
            files.add(new HistoryEntry.File(
                    file.required("remote").asString(),
                    file.required("local").asString(),
                    file.required("bytes").asLong(),
                    file.has("digest") ? file.required("digest").asString() : null));
        }
        return new HistoryEntry(
                Instant.parse(json.required("time").asString()),
                JobId.parse(json.required("job").asString()),
                json.required("name").asString(),
                json.required("owner").asString(),
                JobType.valueOf(json.required("type").asString()),
                HistoryEntry.Result.valueOf(json.required("result").asString()),
                failure(json),
                Instant.parse(json.required("created").asString()),
                Duration.ofMillis(json.required("activeMillis").asLong()),
                json.required("bytes").asLong(),
                json.required("filesTotal").asInt(),
                files);
    }

    private static HistoryEntry.@Nullable Failure failure(JsonNode json) {
        if (!json.has("code")) {
            return null;
        }
        int code = HexFormat.fromHexDigits(json.required("code").asString().substring("0x".length()));
        return new HistoryEntry.Failure(code, json.required("error").asString());
    }

    private static String hash(String previous, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
