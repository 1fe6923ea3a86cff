package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a command stands in its source. Scripts see it under PowerShell's names ({@code ScriptLineNumber}, ...).
 *
 * @param commandName the command as written
 * @param script the file, null at the prompt
 * @param line its line, from 1
 * @param column its column in that line, from 1
 * @param length how many characters of the line are at fault
 * @param lineText the whole line
 */
public record InvocationInfo(
        String commandName, @Nullable String script, int line, int column, int length, String lineText)
        implements Shaped {

    private static final List<String> NAMES = List.of(
            "MyCommand", "InvocationName", "ScriptName", "ScriptLineNumber", "OffsetInLine", "Line", "PositionMessage");

    @Override
    public String typeName() {
        return "System.Management.Automation.InvocationInfo";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mycommand" -> new CommandText(commandName);
            case "invocationname" -> commandName;
            case "scriptname", "pscommandpath" -> script == null ? "" : script;
            case "scriptlinenumber" -> line;
            case "offsetinline" -> column;
            case "line" -> lineText;
            case "positionmessage" -> position();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** A command by its name: {@code MyCommand.Name}; as a text it is the name. */
    private record CommandText(String name) implements Shaped {
        @Override
        public String typeName() {
            return "System.Management.Automation.CommandInfo";
        }

        @Override
        public List<String> propertyNames() {
            return List.of("Name");
        }

        @Override
        public @Nullable Object property(String property) {
            if (property.equalsIgnoreCase("Name")) {
                return name;
            }
            throw new NoSuchMember(typeName(), property);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public String toString() {
        return typeName();
    }

    private String position() {
        return "At " + (script == null ? "line" : script) + ":" + line + " char:" + column + "\n+ " + lineText;
    }
}
