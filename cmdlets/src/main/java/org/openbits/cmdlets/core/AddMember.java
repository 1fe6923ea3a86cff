package org.openbits.cmdlets.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.HashTable;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Shaped;

/** {@code Add-Member}: gives an object another property. */
@CmdletName(
        verb = "Add",
        noun = "Member",
        defaultSet = "TypeNameSet",
        errorClass = "Microsoft.PowerShell.Commands.AddMemberCommand")
@Help(
        synopsis = "Gives a custom object another property.",
        description =
                "In the block of a ScriptProperty or a ScriptMethod the object is $this. Objects that are no custom objects cannot be"
                        + " changed; Select-Object makes a custom object of any.",
        examples =
                @Example(
                        title = "A note",
                        code =
                                "[pscustomobject]@{ A = 1 } | Add-Member -NotePropertyName B -NotePropertyValue 2 -PassThru"))
final class AddMember extends Cmdlet {

    @Parameter(mandatory = true, pipeline = true, help = "The object.")
    private @Nullable Object inputObject;

    @Parameter(
            position = 0,
            sets = "MemberSet",
            mandatory = true,
            aliases = "Type",
            values = {"NoteProperty", "ScriptProperty", "AliasProperty", "ScriptMethod"},
            help = "The kind of member.")
    private String memberType = "NoteProperty";

    @Parameter(position = 1, sets = "MemberSet", mandatory = true, help = "Its name.")
    private String name = "";

    @Parameter(position = 2, sets = "MemberSet", help = "Its value; a block for a ScriptProperty or a ScriptMethod.")
    private @Nullable Object value;

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

    @Override
    protected void process() {
        if (notePropertyMembers != null) {
            for (Map.Entry<Object, @Nullable Object> note : notePropertyMembers.entrySet()) {
                add(String.valueOf(note.getKey()), note.getValue());
            }
        } else if (isBound("NotePropertyName")) {
            add(notePropertyName, notePropertyValue);
        } else {
            add(name, memberType.equalsIgnoreCase("AliasProperty") ? original() : value);
        }
        if (passThru) {
            write(inputObject);
        }
    }

    private @Nullable Object original() {
        return Members.getOrNull(inputObject, String.valueOf(value));
    }

    private void add(String property, @Nullable Object content) {
        if (!(inputObject instanceof CustomObject object)) {
            throw runtime()
                    .terminate(Failures.of(
                            "AddMemberNotPossible",
                            ErrorCategory.InvalidOperation,
                            inputObject,
                            "A member cannot be added to an object of type "
                                    + (inputObject instanceof Shaped shaped
                                            ? shaped.typeName()
                                            : Members.typeName(inputObject))
                                    + ". Make a custom object of it first: Select-Object *."));
        }
        if (object.has(property) && !force) {
            writeError(Failures.of(
                    "MemberAlreadyExists",
                    ErrorCategory.InvalidOperation,
                    inputObject,
                    "Cannot add a member with the name \"" + property
                            + "\" because a member with that name already exists. To overwrite it anyway, add the Force"
                            + " parameter."));
            return;
        }
        ScriptBlock script = isBound("MemberType") && content instanceof ScriptBlock block ? block : null;
        if (script != null && memberType.equalsIgnoreCase("ScriptMethod")) {
            object.method(property, script);
        } else if (script != null && memberType.equalsIgnoreCase("ScriptProperty")) {
            object.compute(property, script);
        } else {
            object.add(property, content);
        }
    }
}
