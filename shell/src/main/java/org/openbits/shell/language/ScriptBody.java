package org.openbits.shell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script, a function's body or a script block.
 *
 * @param span the whole; {@code inner} is without the braces of a block
 * @param attributes those before {@code param}, such as {@code [CmdletBinding()]}
 * @param parameters null without {@code param}
 * @param dynamic the block {@code dynamicparam}, which names more parameters when it is called; null without it
 * @param begin null without such a block
 * @param process null without such a block
 * @param end null without such a block; the statements of a body that names no blocks
 * @param clean null without such a block
 * @param requirements the {@code #Requires} lines, without those words
 */
public record ScriptBody(
        Span span,
        Span inner,
        List<Attribute> attributes,
        @Nullable List<ParameterDeclaration> parameters,
        @Nullable Body dynamic,
        @Nullable Body begin,
        @Nullable Body process,
        @Nullable Body end,
        @Nullable Body clean,
        List<String> requirements)
        implements Node {

    /** The statements of the end block: all, for a body that names no blocks. */
    public List<Statement> statements() {
        return end == null ? List.of() : end.statements();
    }

    /** The same body with other parameters, and nothing left to find out about them. */
    public ScriptBody withParameters(List<ParameterDeclaration> all) {
        return new ScriptBody(span, inner, attributes, all, null, begin, process, end, clean, requirements);
    }

    /** Whether an attribute of that name stands before {@code param}. */
    public boolean hasAttribute(String name) {
        return attributes.stream().anyMatch(a -> a.is(name));
    }
}
