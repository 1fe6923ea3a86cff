package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;

/** Properties of files by name. The registry, for which Windows has these commands too, does not exist. */
final class ItemProperties {

    private ItemProperties() {}

    /** {@code Get-ItemProperty}. */
    @CmdletName(
            verb = "Get",
            noun = "ItemProperty",
            defaultSet = "Path",
            aliases = "gp",
            errorClass = "Microsoft.PowerShell.Commands.GetItemPropertyCommand")
    @Help(
            synopsis = "Gives properties of files and directories.",
            examples = {
                @Example(
                        title = "The time of a directory",
                        code = "(Get-ItemProperty -Path . -Name LastWriteTime).LastWriteTime"),
                @Example(
                        title = "A name with brackets",
                        code = "Set-Content -LiteralPath 'gip[1].txt' 'one'; (Get-ItemProperty"
                                + " -LiteralPath 'gip[1].txt' -Name Length).Length")
            })
    static final class Get extends Cmdlet {

        @Parameter(
                position = 0,
                mandatory = true,
                sets = "Path",
                pipeline = true,
                wildcards = true,
                help = "The paths.")
        private List<String> path = List.of();

        @Parameter(
                mandatory = true,
                sets = "LiteralPath",
                pipelineByName = true,
                aliases = {"PSPath", "LP"},
                help = "The paths; no character is a wildcard.")
        private List<String> literalPath = List.of();

        @Parameter(position = 1, aliases = "PSProperty", help = "Names of properties; all when left out.")
        private List<String> name = List.of();

        @Override
        protected void process() {
            new PathArguments(runtime(), "GetItemPropertyFailed").each(path, literalPath, this::show);
        }

        private void show(Path found) {
            FileItem item = new FileItem(found);
            if (name.isEmpty() || name.contains("*")) {
                write(item);
                return;
            }
            CustomObject object = new CustomObject();
            for (String each : name) {
                object.add(each, Members.getOrNull(item, each));
            }
            write(object.add("PSPath", found.toString()));
        }
    }

    /** {@code Get-ItemPropertyValue}. */
    @CmdletName(
            verb = "Get",
            noun = "ItemPropertyValue",
            defaultSet = "Path",
            aliases = "gpv",
            errorClass = "Microsoft.PowerShell.Commands.GetItemPropertyValueCommand")
    @Help(
            synopsis = "Gives the values of properties of files and directories.",
            examples =
                    @Example(
                            title = "The time of a directory",
                            code = "Get-ItemPropertyValue -Path . -Name LastWriteTime"))
    static final class Value extends Cmdlet {

        @Parameter(
                position = 0,
                mandatory = true,
                sets = "Path",
                pipeline = true,
                wildcards = true,
                help = "The paths.")
        private List<String> path = List.of();

        @Parameter(position = 1, mandatory = true, aliases = "PSProperty", help = "Names of properties.")
        private List<String> name = List.of();

        @Override
        protected void process() {
            new PathArguments(runtime(), "GetItemPropertyFailed")
                    .each(
                            path,
                            List.of(),
                            found -> name.forEach(each -> write(Members.get(new FileItem(found), each))));
        }
    }

    /** {@code Set-ItemProperty}. */
    @CmdletName(
            verb = "Set",
            noun = "ItemProperty",
            defaultSet = "Path",
            aliases = "sp",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.SetItemPropertyCommand")
    @Help(
            synopsis = "Changes a property of files: one of their times, or IsReadOnly.",
            examples = {
                @Example(title = "Would change", code = "Set-ItemProperty . LastWriteTime (Get-Date) -WhatIf"),
                @Example(
                        title = "A file of last year",
                        code = "Set-Content sip.txt 'one'; Set-ItemProperty -Path sip.txt -Name"
                                + " LastWriteTime -Value (Get-Date).AddYears(-1) -Force"),
                @Example(
                        title = "A number in the registry",
                        code = "try { Set-ItemProperty HKCU:\\Software\\Example -Name Size -Value 5"
                                + " -Type DWord -ErrorAction Stop } catch { 'no registry here';"
                                + " $Error.Clear() }")
            })
    static final class Set extends Cmdlet {

        @Parameter(position = 0, mandatory = true, pipeline = true, wildcards = true, help = "The paths.")
        private List<String> path = List.of();

        @Parameter(position = 1, mandatory = true, aliases = "PSProperty", help = "The property.")
        private String name = "";

        @Parameter(position = 2, mandatory = true, help = "Its new value.")
        private @Nullable Object value;

        @Parameter(help = "Accepted: a file that may not be written keeps its times either way.")
        private boolean force;

        @Parameter(aliases = "PropertyType", help = "Accepted: the types of a file's properties are fixed.")
        private String type = "";

        @Override
        protected void process() {
            new PathArguments(runtime(), "SetItemPropertyFailed").each(path, List.of(), this::change);
        }

        private void change(Path found) throws IOException {
            if (!shouldProcess(found.toString(), "Set Property")) {
                return;
            }
            try {
                new FileItem(found).setProperty(name, value);
            } catch (IllegalStateException refused) {
                throw runtime()
                        .terminate(Failures.of(
                                "PropertyNotChangeable",
                                ErrorCategory.InvalidArgument,
                                name,
                                "The property '" + name + "' of a file cannot be set; its times and IsReadOnly can."));
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }
}
