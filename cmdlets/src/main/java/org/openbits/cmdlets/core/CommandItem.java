package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CommonParameters;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.ParameterInfo;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Shaped;
import org.openbits.automation.Version;

/** A command as {@code Get-Command} gives it. */
record CommandItem(
        String kind,
        String name,
        String source,
        String definition,
        @Nullable CmdletInfo info,
        @Nullable ScriptBlock block)
        implements Shaped {

    CommandItem(String kind, String name, String source, String definition, @Nullable CmdletInfo info) {
        this(kind, name, source, definition, info, null);
    }

    private static final List<String> PROPERTIES = List.of(
            "Name",
            "CommandType",
            "Version",
            "Source",
            "ModuleName",
            "Definition",
            "Verb",
            "Noun",
            "Parameters",
            "ParameterSets");
    private static final List<String> OF_FUNCTIONS =
            Stream.concat(PROPERTIES.stream(), Stream.of("ScriptBlock")).toList();

    static CommandItem of(CmdletInfo info) {
        String syntax = String.join("\n", CommandSyntax.of(info));
        return new CommandItem("Cmdlet", info.name(), info.source(), syntax, info);
    }

    @Override
    public String typeName() {
        return "System.Management.Automation." + kind + "Info";
    }

    @Override
    public List<String> propertyNames() {
        return block == null ? PROPERTIES : OF_FUNCTIONS;
    }

    @Override
    public @Nullable Object property(String wanted) {
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "name" -> name;
            case "displayname" -> kind.equals("Alias") ? name + " -> " + definition : name;
            case "commandtype" -> kind;
            case "version" -> source.equals("BitsTransfer") ? Version.of(1, 0, 0, 0) : "";
            case "source", "modulename" -> source;
            case "definition", "resolvedcommandname", "referencedcommand", "path" -> definition;
            case "verb" -> info == null ? "" : info.verb();
            case "noun" -> info == null ? "" : info.noun();
            case "scriptblock" -> block;
            case "parameters" -> parameters();
            case "parametersets" -> info == null ? List.of() : sets(info);
            default -> throw new NoSuchMember(typeName(), wanted);
        };
    }

    @Override
    public String toString() {
        return name;
    }

    /** Scripts ask {@code (Get-Command x).Parameters.ContainsKey('y')} to learn what a version knows. */
    private HashTable parameters() {
        HashTable table = new HashTable();
        if (info != null) {
            for (ParameterInfo parameter : info.parameters()) {
                table.put(parameter.name(), parameter(parameter));
            }
            for (ParameterInfo parameter : CommonParameters.of(info)) {
                table.put(parameter.name(), parameter(parameter));
            }
        }
        return table;
    }

    private static List<CustomObject> sets(CmdletInfo info) {
        List<CustomObject> sets = new ArrayList<>();
        for (String set : info.sets()) {
            List<CustomObject> members = info.parameters().stream()
                    .filter(each -> each.place(set) != null)
                    .map(CommandItem::parameter)
                    .toList();
            sets.add(new CustomObject("System.Management.Automation.CommandParameterSetInfo")
                    .add("Name", set)
                    .add("IsDefault", set.equals(info.defaultSet()))
                    .add("Parameters", members)
                    .add("Syntax", CommandSyntax.line(info, set)));
        }
        return sets;
    }

    private static CustomObject type(ParameterInfo parameter) {
        String name = parameter.netType();
        return new CustomObject("System.RuntimeType")
                .add("Name", name.substring(name.lastIndexOf('.') + 1))
                .add("FullName", name);
    }

    /** What is written before it: what it is in each set, and the values it takes. */
    private static List<CustomObject> attributes(ParameterInfo parameter) {
        List<CustomObject> attributes = new ArrayList<>();
        parameter
                .sets()
                .forEach((set, place) ->
                        attributes.add(new CustomObject("System.Management.Automation.ParameterAttribute")
                                .add("Position", place.position() < 0 ? Integer.MIN_VALUE : place.position())
                                .add("ParameterSetName", set)
                                .add("Mandatory", place.mandatory())
                                .add("ValueFromPipeline", place.pipeline())
                                .add("ValueFromPipelineByPropertyName", place.pipelineByName())
                                .add("ValueFromRemainingArguments", place.remaining())
                                .add("HelpMessage", parameter.help())));
        if (!parameter.values().isEmpty()) {
            attributes.add(new CustomObject("System.Management.Automation.ValidateSetAttribute")
                    .add("ValidValues", new ArrayList<>(parameter.values()))
                    .add("IgnoreCase", true));
        }
        if (!parameter.aliases().isEmpty()) {
            attributes.add(new CustomObject("System.Management.Automation.AliasAttribute")
                    .add("AliasNames", new ArrayList<>(parameter.aliases())));
        }
        return attributes;
    }

    private static CustomObject parameter(ParameterInfo parameter) {
        return new CustomObject("System.Management.Automation.ParameterMetadata")
                .add("Name", parameter.name())
                .add("ParameterType", type(parameter))
                .add("Aliases", new ArrayList<>(parameter.aliases()))
                .add("SwitchParameter", parameter.isSwitch())
                .add("IsDynamic", false)
                .add("Attributes", attributes(parameter));
    }
}
