package org.openbits.internal.wire;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;

/**
 * One message of JSON-RPC 2.0.
 *
 * <pre>
 * {"jsonrpc":"2.0","id":1,"method":"job.info","params":{"id":"c0dd..."}}          Request
 * {"jsonrpc":"2.0","id":1,"result":{"job":{...}}}                                 Reply
 * {"jsonrpc":"2.0","id":1,"error":{"code":-2145386495,"message":"...","data":{"symbol":"BG_E_NOT_FOUND", ...}}}
 * {"jsonrpc":"2.0","method":"job.changed","params":{...}}                         Note
 * </pre>
 *
 * A line has at most 1 MiB. A list that may be longer goes in the field {@code items}; {@link #lines} sends its beginning
 * ahead, in notes {@code part {of, items}} that name the id of the message they belong to, and the rest with the message
 * itself. So a receiver that never sees the message forgets its parts: a whole message or none.
 */
public sealed interface Message {

    /** The method of the notes that carry the beginning of a long list. */
    String PART = "part";

    /** Characters after which a page ends; a character takes at most three bytes of UTF-8. */
    int PAGE = 100_000;

    /** Takes lines, such as {@link LineChannel#write}. */
    interface LineSink {
        void accept(String line) throws IOException;
    }

    /** A call that wants an answer with the same id. */
    record Request(long id, String method, Fields params) implements Message {}

    /** The answer to a request. */
    record Reply(long id, Fields result) implements Message {}

    /** The refusal of a request. */
    record Refusal(long id, BitsException error) implements Message {}

    /** A message that wants no answer. */
    record Note(String method, Fields params) implements Message {}

    /** Hands the lines of this message to {@code out}, in order; the last one is the message. */
    default void lines(LineSink out) throws IOException {
        if (this instanceof Request request) {
            Fields params = paged(request.id(), request.params(), out);
            out.accept(Json.write(envelope()
                    .put("id", request.id())
                    .put("method", request.method())
                    .put("params", params)));
        } else if (this instanceof Reply reply) {
            Fields result = paged(reply.id(), reply.result(), out);
            out.accept(Json.write(envelope().put("id", reply.id()).put("result", result)));
        } else if (this instanceof Refusal refusal) {
            out.accept(Json.write(envelope().put("id", refusal.id()).put("error", RefusalForm.write(refusal.error()))));
        } else if (this instanceof Note note) {
            out.accept(Json.write(envelope().put("method", note.method()).put("params", note.params())));
        }
    }

    /**
     * Reads a line.
     *
     * @throws MalformedMessageException when it is no message
     */
    static Message parse(String line) throws MalformedMessageException {
        Fields fields = Json.read(line);
        try {
            Fields params = fields.has("params") ? fields.object("params") : Fields.empty();
            if (!fields.has("id")) {
                return new Note(fields.text("method"), params);
            }
            long id = fields.number("id");
            if (fields.has("method")) {
                return new Request(id, fields.text("method"), params);
            }
            return fields.has("error")
                    ? new Refusal(id, RefusalForm.read(fields.object("error")))
                    : new Reply(id, fields.object("result"));
        } catch (BitsException e) {
            throw new MalformedMessageException("a JSON object that is no JSON-RPC message");
        }
    }

    private static Fields envelope() {
        return Fields.empty().put("jsonrpc", "2.0");
    }

    private static Fields paged(long id, Fields payload, LineSink out) throws IOException {
        if (!payload.has("items")) {
            return payload;
        }
        Json.Raw last = Json.pages(payload.objects("items"), PAGE, page -> {
            Fields part = Fields.empty().put("of", id).put("items", new Json.Raw(page));
            out.accept(Json.write(envelope().put("method", PART).put("params", part)));
        });
        return copy(payload).put("items", last);
    }

    private static Fields copy(Fields fields) {
        Fields copy = Fields.empty();
        for (Map.Entry<String, @Nullable Object> field : fields.values().entrySet()) {
            copy.put(field.getKey(), field.getValue());
        }
        return copy;
    }
}
