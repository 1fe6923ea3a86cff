package org.openbits.internal.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.wire.Fields;

/**
 * A request and its answer to come. Confined to one thread after another: its maker, the writer, the reader.
 *
 * @param <T> the answer
 */
final class Call<T> {

    /** Whether a request whose answer was lost may be sent again. */
    enum Repeat {
        SAFE,
        UNSAFE
    }

    /** Reads the answer. */
    interface Reading<T> {

        /** The answer was lost and will come again from its beginning. */
        default void restart() {}

        /** A part of the list of the answer, as it arrives. */
        default void part(List<Fields> items) {}

        /** The last part and the answer itself. */
        T end(Fields result);
    }

    /** Losses in a row after which the trouble is no accident: the request itself may be what ends the service. */
    private static final int MOST_LOSSES = 5;

    private final String method;
    private final Fields params;
    private final Repeat repeat;
    private final Reading<T> reading;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private int losses;

    Call(String method, Fields params, Repeat repeat, Reading<T> reading) {
        this.method = method;
        this.params = params;
        this.repeat = repeat;
        this.reading = reading;
    }

    String method() {
        return method;
    }

    Fields params() {
        return params;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    void part(List<Fields> items) {
        reading.part(items);
    }

    void reply(Fields result) {
        try {
            answer.complete(reading.end(result));
        } catch (BitsException e) {
            answer.completeExceptionally(e);
        } catch (RuntimeException e) {
            fail(new BitsException(ErrorCode.E_FAIL, "The answer to " + method + " cannot be read: " + e, e));
        }
    }

    void fail(BitsException error) {
        answer.completeExceptionally(error);
    }

    /** The connection broke after this was sent. Whether to send it again; if not, it has failed. */
    boolean survivesLoss() {
        losses++;
        if (repeat == Repeat.SAFE && losses < MOST_LOSSES) {
            reading.restart();
            return true;
        }
        fail(new BitsException(
                ErrorCode.ERROR_SERVICE_NOT_ACTIVE,
                repeat == Repeat.SAFE
                        ? "The transfer service ended " + losses + " times while it worked on " + method
                                + "; see its log (bits service status names it)"
                        : "The transfer service ended while it worked on " + method
                                + ". Whether the change was made is not known: look at the job, then try again"));
        return false;
    }
}
