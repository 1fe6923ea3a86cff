package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.AddedMember;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Methods;
import org.openbits.automation.Notes;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.PropertyExpression;
import org.openbits.cmdlets.core.display.ValueText;

/** {@code Get-Member}: what properties objects have. */
@CmdletName(
        verb = "Get",
        noun = "Member",
        aliases = "gm",
        errorClass = "Microsoft.PowerShell.Commands.GetMemberCommand")
@Help(
        synopsis = "Lists the properties of objects, once for each type.",
        description =
                "Methods are listed for objects of classes and with script methods; those of .NET's strings, lists, dates"
                        + " and numbers can be called.",
        examples = {
            @Example(title = "Properties of a file", code = "Get-Item . | Get-Member"),
            @Example(
                    title = "Only properties of such a name",
                    code = "Get-Member -InputObject 'text' -MemberType Property -Name Len*"),
            @Example(title = "What is shown by default, too", code = "Get-Item . | Get-Member -Force")
        })
final class GetMember extends Cmdlet {

    @Parameter(position = 0, wildcards = true, help = "The names to list.")
    private List<String> name = List.of("*");

    @Parameter(
            aliases = "Type",
            values = {
                "Property",
                "NoteProperty",
                "ScriptProperty",
                "AliasProperty",
                "Properties",
                "Method",
                "ScriptMethod",
                "Methods",
                "PropertySet",
                "MemberSet",
                "All"
            },
            help = "The kind of members to list.")
    private List<String> memberType = List.of("All");

    @Parameter(help = "Lists the set PSStandardMembers as well, which says what is shown.")
    private boolean force;

    @Parameter(pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    private final Set<String> seen = new LinkedHashSet<>();
    private boolean hasInput;

    @Override
    protected void process() {
        if (inputObject == null) {
            return;
        }
        hasInput = true;
        String type = Members.typeName(inputObject);
        if (!seen.add(inputObject instanceof CustomObject custom ? type + custom.propertyNames() : type)) {
            return;
        }
        List<String> names = new ArrayList<>(Members.names(inputObject));
        names.sort(String.CASE_INSENSITIVE_ORDER);
        for (String member : names) {
            describe(inputObject, type, member);
        }
        if (inputObject instanceof Methods own) {
            String kind = inputObject instanceof CustomObject ? "ScriptMethod" : "Method";
            own.methodNames().forEach(method -> write(type, method, kind, "System.Object " + method + "();"));
        }
        for (String set : Notes.sets(inputObject)) {
            AddedMember found = Notes.set(inputObject, set);
            if (found != null && (force || !set.startsWith("PSStandard"))) {
                write(type, set, found.kind().name(), found.toString());
            }
        }
        Notes.methods(inputObject)
                .forEach(method -> write(type, method, "ScriptMethod", "System.Object " + method + "();"));
    }

    @Override
    protected void end() {
        if (!hasInput) {
            writeError(Failures.of(
                    "NoObjectInGetMember",
                    ErrorCategory.CloseError,
                    null,
                    "You must specify an object for the Get-Member cmdlet."));
        }
    }

    private void describe(Object target, String type, String member) {
        String kind = Notes.kind(target, member);
        if (!isWanted(member, kind)) {
            return;
        }
        Object value = PropertyExpression.named(member).value(target);
        String valueType = value == null ? "System.Object" : Members.typeName(value);
        String definition = kind.equals("NoteProperty")
                ? shortName(valueType) + " " + member + "=" + ValueText.of(value)
                : shortName(valueType) + " " + member + " {get;}";
        String own = Notes.definition(target, member);
        write(type, member, kind, own.isEmpty() ? definition : own);
    }

    private boolean isWanted(String member, String kind) {
        return name.stream()
                        .anyMatch(pattern -> Conversion.wildcard(pattern, false).test(member))
                && memberType.stream()
                        .anyMatch(text -> text.equalsIgnoreCase(kind)
                                || text.equalsIgnoreCase("All")
                                || text.equalsIgnoreCase(kind.endsWith("Method") ? "Methods" : "Properties"));
    }

    private void write(String type, String member, String kind, String definition) {
        if (isWanted(member, kind)) {
            write(new CustomObject("Microsoft.PowerShell.Commands.MemberDefinition")
                    .add("TypeName", type)
                    .add("Name", member)
                    .add("MemberType", kind)
                    .add("Definition", definition));
        }
    }

    private static String shortName(String type) {
        return switch (type) {
            case "System.String" -> "string";
            case "System.Int32" -> "int";
            case "System.Int64" -> "long";
            case "System.Boolean" -> "bool";
            case "System.Double" -> "double";
            case "System.DateTime" -> "datetime";
            case "System.TimeSpan" -> "timespan";
            case "System.Object" -> "object";
            default -> type;
        };
    }
}
