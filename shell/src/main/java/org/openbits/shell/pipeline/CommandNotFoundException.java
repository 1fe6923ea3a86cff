package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** A command's name that stands for nothing. */
final class CommandNotFoundException extends RuntimeException implements Shaped {

    private static final long serialVersionUID = 1;

    private final String command;

    CommandNotFoundException(String message, String command) {
        super(message);
        this.command = command;
    }

    @Override
    public String typeName() {
        return "System.Management.Automation.CommandNotFoundException";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Message", "CommandName");
    }

    @Override
    public @Nullable Object property(String name) {
        if (name.equalsIgnoreCase("CommandName")) {
            return command;
        }
        if (name.equalsIgnoreCase("Message")) {
            return getMessage();
        }
        throw new NoSuchMember(typeName(), name);
    }
}
