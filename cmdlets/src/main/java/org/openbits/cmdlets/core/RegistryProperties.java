package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/**
 * The commands that make and remove properties. Files have none to add, as on Windows; scripts call them for the registry,
 * whose drive does not exist here: an error that {@code -ErrorAction} rules, not an unknown command.
 */
final class RegistryProperties {

    private RegistryProperties() {}

    private static void refuse(CommandRuntime runtime, List<String> paths) {
        new PathArguments(runtime, "NotSupported")
                .each(
                        paths,
                        List.of(),
                        found -> runtime.writeError(Failures.of(
                                "NotSupported",
                                ErrorCategory.NotImplemented,
                                found.toString(),
                                "'" + found
                                        + "' is a file: properties cannot be added to files or taken from them. What"
                                        + " belongs to it can stand in a file beside it.")));
    }

    /** {@code New-ItemProperty}. */
    @CmdletName(
            verb = "New",
            noun = "ItemProperty",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.NewItemPropertyCommand")
    @Help(
            synopsis = "Adds a property to an item of the registry, which exists on Windows only.",
            examples = {
                @Example(
                        title = "Nothing here, and the script goes on",
                        code = "New-ItemProperty HKCU:/Software/Tool -Name Done -Value 1 -ErrorAction Ignore"),
                @Example(
                        title = "A number, made or replaced",
                        code = "New-ItemProperty -Path HKCU:/Software/Tool -Name Level"
                                + " -PropertyType DWord -Value 3 -Force -ErrorAction Ignore")
            })
    static final class New extends Cmdlet {

        @Parameter(position = 0, mandatory = true, aliases = "LiteralPath", help = "The items.")
        private List<String> path = List.of();

        @Parameter(position = 1, mandatory = true, aliases = "PSProperty", help = "The property.")
        private String name = "";

        @Parameter(aliases = "Type", help = "The type of its value.")
        private String propertyType = "";

        @Parameter(help = "Its value.")
        private @Nullable Object value;

        @Parameter(help = "Replaces a property that is there.")
        private boolean force;

        @Override
        protected void process() {
            refuse(runtime(), path);
        }
    }

    /** {@code Remove-ItemProperty}. */
    @CmdletName(
            verb = "Remove",
            noun = "ItemProperty",
            aliases = "rp",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.RemoveItemPropertyCommand")
    @Help(
            synopsis = "Removes a property of an item of the registry, which exists on Windows only.",
            examples = {
                @Example(
                        title = "Nothing here, and the script goes on",
                        code = "Remove-ItemProperty HKCU:/Software/Tool -Name Done -ErrorAction Ignore"),
                @Example(
                        title = "Two at once",
                        code = "Remove-ItemProperty -Path HKCU:/Software/Tool -Name Done, Level"
                                + " -Force -ErrorAction Ignore")
            })
    static final class Remove extends Cmdlet {

        @Parameter(position = 0, mandatory = true, pipeline = true, aliases = "LiteralPath", help = "The items.")
        private List<String> path = List.of();

        @Parameter(position = 1, mandatory = true, aliases = "PSProperty", help = "The properties.")
        private List<String> name = List.of();

        @Parameter(help = "Accepted.")
        private boolean force;

        @Override
        protected void process() {
            refuse(runtime(), path);
        }
    }
}
