package org.openbits.cmdlets;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** The exception of a BITS cmdlet's error record: scripts read its message and its HResult. */
public final class BitsFailure extends RuntimeException implements Shaped {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final ErrorContext context;

    BitsFailure(String message, ErrorCode code, ErrorContext context, @Nullable BitsException cause) {
        super(message, cause);
        this.number = code.number();
        this.context = context;
    }

    /** The code. */
    public ErrorCode code() {
        return ErrorCode.of(number);
    }

    /** Where it happened. */
    public ErrorContext context() {
        return context;
    }

    @Override
    public String typeName() {
        if (number == ErrorCode.E_ACCESSDENIED.number()) {
            return "System.UnauthorizedAccessException";
        }
        return getCause() == null ? "System.Exception" : "System.Runtime.InteropServices.COMException";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Message", "HResult", "ErrorCode", "Symbol", "InnerException");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "message" -> getMessage();
            case "hresult", "errorcode" -> number;
            case "symbol" -> code().symbol();
            case "innerexception" -> getCause();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }
}
