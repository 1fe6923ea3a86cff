package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** An exception that a script made by its .NET name. */
final class NetException extends RuntimeException implements Shaped {

    private static final long serialVersionUID = 1;

    private final String typeName;
    private final @Nullable String parameter;

    NetException(String typeName, String message, @Nullable Throwable cause) {
        this(typeName, message, cause, null);
    }

    private NetException(String typeName, String message, @Nullable Throwable cause, @Nullable String parameter) {
        super(message, cause);
        this.typeName = typeName;
        this.parameter = parameter;
    }

    /** An ArgumentException: its message names the parameter. */
    static NetException ofArgument(String typeName, String message, String parameter) {
        return new NetException(typeName, message + " (Parameter '" + parameter + "')", null, parameter);
    }

    /** Its .NET name as the script wrote it. */
    @Override
    public String typeName() {
        return typeName;
    }

    /** A FileNotFoundException tells the file. */
    static NetException ofFile(String typeName, String message, String file) {
        return new NetException(typeName, message, null, file);
    }

    private boolean isOfFile() {
        return typeName.endsWith("FileNotFoundException") || typeName.endsWith("FileLoadException");
    }

    @Override
    public List<String> propertyNames() {
        return parameter == null ? List.of("Message") : List.of("Message", "ParamName");
    }

    @Override
    public @Nullable Object property(String name) {
        if (name.equalsIgnoreCase("FileName") && isOfFile()) {
            return parameter;
        }
        if (name.equalsIgnoreCase("ParamName") && parameter != null && !isOfFile()) {
            return parameter;
        }
        if (name.equalsIgnoreCase("Message")) {
            return getMessage();
        }
        throw new NoSuchMember(typeName, name);
    }

    @Override
    public String toString() {
        return typeName + ": " + getMessage();
    }
}
