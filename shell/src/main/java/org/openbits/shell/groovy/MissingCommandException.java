package org.openbits.shell.groovy;

import groovy.lang.MissingMethodException;
import org.jspecify.annotations.Nullable;

/** A call of what is neither a method nor a command. */
final class MissingCommandException extends MissingMethodException {

    private static final long serialVersionUID = 1;

    private final @Nullable String near;

    /** @param near what may have been meant, null when nothing is near */
    MissingCommandException(String name, Class<?> script, Object[] arguments, @Nullable String near) {
        super(name, script, arguments);
        this.near = near;
    }

    @Override
    public @Nullable String getMessage() {
        return near == null
                ? super.getMessage()
                : "There is no method and no command '" + getMethod() + "'. Did you mean '" + near + "'?";
    }
}
