package org.openbits.spi;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;

/** {@code *}, {@code ?} and {@code [a-c]} in the last part of a remote name. */
public final class NamePattern {

    private NamePattern() {}

    /**
     * The names that it means.
     *
     * @param flags of {@link Pattern}
     * @throws TransferException E_INVALIDARG with what is wrong with it
     */
    public static Pattern of(String wildcards, int flags) throws TransferException {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < wildcards.length(); i++) {
            char c = wildcards.charAt(i);
            int close = c == '[' ? wildcards.indexOf(']', i + 1) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                String set =
                        wildcards.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
                regex.append('[')
                        .append(set.replace("&&", "&\\&").replace("^", "\\^"))
                        .append(']');
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL | flags);
        } catch (PatternSyntaxException e) {
            throw new TransferException(
                    ErrorCode.E_INVALIDARG,
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    "The pattern '" + wildcards + "' cannot be read: " + e.getDescription(),
                    e);
        }
    }
}
