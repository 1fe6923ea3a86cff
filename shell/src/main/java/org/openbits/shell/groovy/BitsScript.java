package org.openbits.shell.groovy;

import groovy.lang.Binding;
import groovy.lang.Script;
import org.jspecify.annotations.Nullable;

/**
 * What Groovy scripts of the shell are: each command is a method, by its Groovy name ({@code startBitsTransfer}) or its
 * own ({@code 'Start-BitsTransfer'}), and {@code exit(n)} ends the script.
 */
public abstract class BitsScript extends Script {

    private @Nullable CommandMethods commands;

    protected BitsScript() {}

    protected BitsScript(Binding binding) {
        super(binding);
    }

    final void attach(CommandMethods methods) {
        commands = methods;
    }

    /** Called by Groovy for a method that neither the script nor Groovy itself has. */
    public @Nullable Object methodMissing(String name, Object arguments) {
        CommandMethods methods = commands;
        if (methods == null || !methods.has(name)) {
            String near = methods == null ? null : methods.nearest(name);
            throw new MissingCommandException(name, getClass(), (Object[]) arguments, near);
        }
        return methods.call(name, (Object[]) arguments);
    }

    /** Ends the script with an exit code. */
    public void exit(int code) {
        throw new ScriptExit(code);
    }

    /** Ends the script successfully. */
    public void exit() {
        exit(0);
    }
}
