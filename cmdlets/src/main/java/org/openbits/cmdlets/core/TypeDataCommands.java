package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.AddedMember;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.TypeData;

/** What types are given beside what they have: {@code Update-}, {@code Get-} and {@code Remove-TypeData}. */
final class TypeDataCommands {

    private TypeDataCommands() {}

    /** {@code Update-TypeData}. */
    @CmdletName(verb = "Update", noun = "TypeData", errorClass = "Microsoft.PowerShell.Commands.UpdateTypeDataCommand")
    @Help(
            synopsis = "Gives all objects of a type another member, or says which of their properties are shown.",
            description = "In the block of a ScriptProperty or a ScriptMethod the object is $this.",
            examples = {
                @Example(
                        title = "Sizes in megabytes",
                        code =
                                "Update-TypeData -TypeName System.IO.FileInfo -MemberType ScriptProperty -MemberName SizeMB"
                                        + " -Value { [math]::Round($this.Length / 1MB, 1) } -Force"),
                @Example(
                        title = "A property that can be set",
                        code = "Update-TypeData -TypeName My.Box -MemberType ScriptProperty"
                                + " -MemberName Kilo -Value { $this.Gram / 1000 } -SecondValue {"
                                + " param($k) $this.Gram = $k * 1000 } -Force"),
                @Example(
                        title = "Which properties are shown",
                        code = "Update-TypeData -TypeName My.Box -DefaultDisplayPropertySet Name, Size"
                                + " -DefaultDisplayProperty Name -DefaultKeyPropertySet Name -Force")
            })
    static final class Update extends Cmdlet {

        @Parameter(position = 0, mandatory = true, pipelineByName = true, help = "The name of the type.")
        private String typeName = "";

        @Parameter(help = "The kind of member: NoteProperty, ScriptProperty, AliasProperty, ScriptMethod.")
        private AddedMember.@Nullable Kind memberType;

        @Parameter(help = "The name of the member.")
        private String memberName = "";

        @Parameter(help = "A note's value, a block, or the name of the property that an alias stands for.")
        private @Nullable Object value;

        @Parameter(help = "The block that takes what is assigned to a ScriptProperty.")
        private @Nullable ScriptBlock secondValue;

        @Parameter(help = "The properties that are shown when nobody names any.")
        private List<String> defaultDisplayPropertySet = List.of();

        @Parameter(help = "The property that stands for the object in a wide view.")
        private String defaultDisplayProperty = "";

        @Parameter(help = "The properties that tell objects of the type apart.")
        private List<String> defaultKeyPropertySet = List.of();

        @Parameter(help = "Replaces a member of that name.")
        private boolean force;

        @Override
        protected void process() {
            TypeData data = TypeData.open(typeName);
            if (memberType != null) {
                add(data, memberType);
            } else if (!memberName.isEmpty()) {
                throw runtime()
                        .terminate(Failures.of(
                                "MemberTypeIsMissing",
                                ErrorCategory.InvalidOperation,
                                null,
                                "The MemberType parameter is required for the " + typeName
                                        + " type. Specify a value for the MemberType parameter."));
            }
            if (!defaultDisplayPropertySet.isEmpty()) {
                data.show(defaultDisplayPropertySet);
            } else if (!defaultDisplayProperty.isEmpty()) {
                data.show(List.of(defaultDisplayProperty));
            }
            if (!defaultKeyPropertySet.isEmpty()) {
                data.add(new AddedMember(
                        AddedMember.Kind.PropertySet, "DefaultKeyPropertySet", defaultKeyPropertySet, null));
            }
        }

        private void add(TypeData data, AddedMember.Kind kind) {
            boolean script = kind == AddedMember.Kind.ScriptProperty || kind == AddedMember.Kind.ScriptMethod;
            if (memberName.isEmpty() || script && !(value instanceof ScriptBlock)) {
                throw runtime()
                        .terminate(Failures.of(
                                "ValueShouldBeSpecified",
                                ErrorCategory.InvalidOperation,
                                null,
                                "A " + kind + " needs -MemberName and " + (script ? "a block as " : "") + "-Value."));
            }
            if (data.has(memberName) && !force) {
                writeError(Failures.of(
                        "TypesDynamicUpdateException",
                        ErrorCategory.InvalidOperation,
                        null,
                        "Error in TypeData \"" + typeName + "\": The member " + memberName
                                + " is already present. -Force replaces it."));
                return;
            }
            data.add(new AddedMember(kind, memberName, value, secondValue));
        }
    }

    /** {@code Get-TypeData}. */
    @CmdletName(verb = "Get", noun = "TypeData", errorClass = "Microsoft.PowerShell.Commands.GetTypeDataCommand")
    @Help(
            synopsis = "Tells which types were given something by Update-TypeData.",
            examples = {
                @Example(title = "All of them", code = "Get-TypeData"),
                @Example(
                        title = "Of one type",
                        code = "Update-TypeData -TypeName My.Host -MemberType NoteProperty -MemberName Port -Value 80"
                                + " -Force; Get-TypeData -TypeName My.Host")
            })
    static final class Get extends Cmdlet {

        @Parameter(position = 0, pipeline = true, wildcards = true, help = "The names of the types.")
        private List<String> typeName = List.of("*");

        @Override
        protected void process() {
            for (TypeData data : TypeData.all()) {
                if (typeName.stream()
                        .anyMatch(each -> Conversion.wildcard(each, false).test(data.typeName()))) {
                    write(new CustomObject("System.Management.Automation.Runspaces.TypeData")
                            .add("TypeName", data.typeName())
                            .add("Members", data.table())
                            .add("DefaultDisplayPropertySet", data.shown()));
                }
            }
        }
    }

    /** {@code Remove-TypeData}. */
    @CmdletName(verb = "Remove", noun = "TypeData", errorClass = "Microsoft.PowerShell.Commands.RemoveTypeDataCommand")
    @Help(
            synopsis = "Takes away from types what Update-TypeData gave them.",
            examples =
                    @Example(
                            title = "Of one type",
                            code =
                                    "Update-TypeData -TypeName My.Type -MemberType NoteProperty -MemberName A -Value 1 -Force; Remove-TypeData -TypeName My.Type"))
    static final class Remove extends Cmdlet {

        @Parameter(
                position = 0,
                mandatory = true,
                pipeline = true,
                pipelineByName = true,
                help = "The names of the types.")
        private List<String> typeName = List.of();

        @Override
        protected void process() {
            for (String name : typeName) {
                if (!TypeData.remove(name)) {
                    writeError(Failures.of(
                            "TypesDynamicRemoveException",
                            ErrorCategory.InvalidOperation,
                            name,
                            "Error in TypeData \"" + name + "\": The type was given nothing by Update-TypeData."));
                }
            }
        }
    }
}
