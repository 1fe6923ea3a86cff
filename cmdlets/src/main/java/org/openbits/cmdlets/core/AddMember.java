package org.openbits.cmdlets.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.AddedMember;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.HashTable;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Notes;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;

/** {@code Add-Member}: gives an object another property. */
@CmdletName(
        verb = "Add",
        noun = "Member",
        defaultSet = "TypeNameSet",
        errorClass = "Microsoft.PowerShell.Commands.AddMemberCommand")
@Help(
        synopsis = "Gives a custom object another property.",
        description = "In the block of a ScriptProperty or a ScriptMethod the object is $this.",
        examples = {
            @Example(
                    title = "A note",
                    code = "[pscustomobject]@{ A = 1 } | Add-Member -NotePropertyName B"
                            + " -NotePropertyValue 2 -PassThru"),
            @Example(
                    title = "A property that is computed",
                    code = "$o = [pscustomobject]@{ Bytes = 2048 }; Add-Member -InputObject $o"
                            + " -MemberType ScriptProperty -Name Kilobytes -Value { $this.Bytes / 1KB"
                            + " } -SecondValue { $this.Bytes = $args[0] * 1KB }; $o.Kilobytes = 5; $o.Bytes"),
            @Example(
                    title = "Several notes and a type",
                    code = "[pscustomobject]@{ A = 1 } | Add-Member -NotePropertyMembers @{ A = 2;"
                            + " B = 3 } -TypeName Pair -Force -PassThru")
        })
final class AddMember extends Cmdlet {

    @Parameter(mandatory = true, pipeline = true, help = "The object.")
    private @Nullable Object inputObject;

    @Parameter(
            position = 0,
            sets = "MemberSet",
            mandatory = true,
            aliases = "Type",
            help =
                    "The kind of member: NoteProperty, ScriptProperty, AliasProperty, ScriptMethod, PropertySet or MemberSet. Without a kind a name and"
                            + " a value make a note.")
    private String memberType = "NoteProperty";

    @Parameter(position = 1, sets = "MemberSet", mandatory = true, help = "Its name.")
    private Object name = "";

    @Parameter(position = 2, sets = "MemberSet", help = "Its value; a block for a ScriptProperty or a ScriptMethod.")
    private @Nullable Object value;

    @Parameter(
            position = 3,
            sets = "MemberSet",
            help = "The block that takes what is assigned to a ScriptProperty, as its parameter or $args[0].")
    private @Nullable ScriptBlock secondValue;

    @Parameter(position = 0, sets = "NotePropertySingleMemberSet", mandatory = true, help = "The name of a note.")
    private String notePropertyName = "";

    @Parameter(position = 1, sets = "NotePropertySingleMemberSet", mandatory = true, help = "The value of a note.")
    private @Nullable Object notePropertyValue;

    @Parameter(position = 0, sets = "NotePropertyMultiMemberSet", mandatory = true, help = "Names and values of notes.")
    private @Nullable HashTable notePropertyMembers;

    @Parameter(help = "Replaces a property of that name.")
    private boolean force;

    @Parameter(help = "Gives the object.")
    private boolean passThru;

    @Parameter(help = "The name of a type, which the object gets before its others.")
    private String typeName = "";

    private static boolean isKind(String text) {
        return AddedMember.Kind.named(text) != null;
    }

    @Override
    protected void process() {
        if (inputObject != null && !typeName.isEmpty()) {
            CustomObject object = inputObject instanceof CustomObject custom ? custom : Notes.open(inputObject);
            object.retype(typeName);
        }
        if (!isBound("Name") && !isBound("NotePropertyName") && notePropertyMembers == null && !typeName.isEmpty()) {
            if (passThru) {
                write(inputObject);
            }
            return;
        }
        if (isBound("MemberType") && !isKind(memberType)) {
            if (isBound("Value")) {
                throw runtime()
                        .terminate(Failures.of(
                                "ParameterArgumentValidationError",
                                ErrorCategory.InvalidArgument,
                                memberType,
                                "'" + memberType + "' is no kind of member. Use NoteProperty, ScriptProperty,"
                                        + " AliasProperty, ScriptMethod, PropertySet or MemberSet."));
            }
            add(memberType, name);
            if (passThru) {
                write(inputObject);
            }
            return;
        }
        if (notePropertyMembers != null) {
            for (Map.Entry<Object, @Nullable Object> note : notePropertyMembers.entrySet()) {
                add(String.valueOf(note.getKey()), note.getValue());
            }
        } else if (isBound("NotePropertyName")) {
            add(notePropertyName, notePropertyValue);
        } else {
            add(Conversion.toText(name), value);
        }
        if (passThru) {
            write(inputObject);
        }
    }

    private void add(String property, @Nullable Object content) {
        if (inputObject == null) {
            return;
        }
        CustomObject object = inputObject instanceof CustomObject custom ? custom : Notes.open(inputObject);
        if (Members.has(inputObject, property) && !force) {
            writeError(Failures.of(
                    "MemberAlreadyExists",
                    ErrorCategory.InvalidOperation,
                    inputObject,
                    "Cannot add a member with the name \"" + property
                            + "\" because a member with that name already exists. To overwrite it anyway, add the Force"
                            + " parameter."));
            return;
        }
        ScriptBlock script =
                isBound("MemberType") && isKind(memberType) && content instanceof ScriptBlock block ? block : null;
        if (secondValue != null && !memberType.equalsIgnoreCase("ScriptProperty")) {
            throw runtime()
                    .terminate(Failures.of(
                            "InvalidSecondValue",
                            ErrorCategory.InvalidArgument,
                            memberType,
                            "-SecondValue is the setter of a ScriptProperty; a " + memberType + " takes none."));
        }
        AddedMember.Kind kind = isBound("MemberType") ? AddedMember.Kind.named(memberType) : null;
        if (kind == AddedMember.Kind.PropertySet || kind == AddedMember.Kind.MemberSet) {
            object.add(new AddedMember(kind, property, content, null));
        } else if (isBound("MemberType") && memberType.equalsIgnoreCase("AliasProperty")) {
            alias(object, property, Conversion.toText(content));
        } else if (script != null && memberType.equalsIgnoreCase("ScriptMethod")) {
            object.method(property, script);
        } else if (script != null && memberType.equalsIgnoreCase("ScriptProperty")) {
            object.compute(property, script, secondValue);
        } else {
            object.add(property, content);
        }
    }

    private void alias(CustomObject object, String property, String original) {
        if (original.equalsIgnoreCase(property)) {
            writeError(Failures.of(
                    "CycleInAlias",
                    ErrorCategory.InvalidOperation,
                    inputObject,
                    "The alias \"" + property + "\" would name itself. Give the name of another property as -Value."));
        } else {
            object.alias(property, original);
        }
    }
}
