package org.openbits.internal.wire;

import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobId;

/** The error object of a refusal: {@code {code, message, data {symbol, context, job}}}; code is the HRESULT. */
final class RefusalForm {

    private RefusalForm() {}

    static Fields write(BitsException error) {
        JobId job = error.job();
        return Fields.empty()
                .put("code", error.code().number())
                .put("message", String.valueOf(error.getMessage()))
                .put(
                        "data",
                        Fields.empty()
                                .put("symbol", error.code().symbol())
                                .put("context", error.context().name())
                                .put("job", job == null ? null : job.toString()));
    }

    static BitsException read(Fields error) {
        Fields data = error.has("data") ? error.object("data") : Fields.empty();
        String job = data.textOrNull("job");
        return new BitsException(
                ErrorCode.of(error.index("code")),
                data.has("context") ? data.constant("context", ErrorContext.class) : ErrorContext.UNKNOWN,
                error.text("message"),
                job == null ? null : JobId.parse(job),
                null);
    }
}
