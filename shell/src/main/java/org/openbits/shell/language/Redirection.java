package org.openbits.shell.language;

import org.jspecify.annotations.Nullable;

/**
 * {@code > file}, {@code 2>> file}, {@code 2>&1}.
 *
 * @param stream the stream's number, 1 to 6; {@link #ALL} for {@code *}
 * @param append whether the file is added to
 * @param target the file, or null when the stream joins the output
 */
public record Redirection(
        Span span, int stream, boolean append, @Nullable Expression target) implements Node {

    /** Every stream. */
    public static final int ALL = 0;
}
