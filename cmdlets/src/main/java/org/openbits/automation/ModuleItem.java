package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A module as Get-Module gives it; what it exports is in tables by name.
 *
 * @param kind Script or Manifest
 * @param path its file, empty for what is part of the shell or made by New-Module
 */
public record ModuleItem(
        String kind,
        String name,
        String version,
        String path,
        List<String> functions,
        List<String> cmdlets,
        List<String> aliases,
        List<String> variables)
        implements Shaped {

    private static final List<String> NAMES = List.of(
            "ModuleType",
            "Version",
            "Name",
            "ExportedCommands",
            "ExportedFunctions",
            "ExportedCmdlets",
            "ExportedAliases",
            "ExportedVariables",
            "Path",
            "ModuleBase");

    @Override
    public String typeName() {
        return "System.Management.Automation.PSModuleInfo";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String property) {
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "moduletype" -> kind;
            case "version" -> {
                Version known = Version.parse(version);
                yield known == null ? version : known;
            }
            case "name" -> name;
            case "exportedcommands" -> commands();
            case "exportednames" -> List.copyOf(commands().keySet());
            case "exportedfunctions" -> table(functions);
            case "exportedcmdlets" -> table(cmdlets);
            case "exportedaliases" -> table(aliases);
            case "exportedvariables" -> table(variables);
            case "path" -> path;
            case "modulebase" ->
                path.substring(0, Math.max(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))));
            default -> throw new NoSuchMember(typeName(), property);
        };
    }

    private HashTable commands() {
        HashTable all = table(functions);
        all.putAll(table(cmdlets));
        all.putAll(table(aliases));
        return all;
    }

    private static HashTable table(List<String> names) {
        HashTable table = new HashTable(true);
        names.forEach(each -> table.put(each, each));
        return table;
    }

    @Override
    public String toString() {
        return name;
    }
}
