package org.openbits.shell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One parameter of {@code param( )} or of a function's parentheses. */
public record ParameterDeclaration(
        Span span,
        String name,
        @Nullable TypeName type,
        List<Attribute> attributes,
        @Nullable Expression defaultValue) implements Node {}
