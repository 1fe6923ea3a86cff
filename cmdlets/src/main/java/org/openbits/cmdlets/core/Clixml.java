package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ClixmlText;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ConversionException;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** Objects in files of PowerShell's own XML. */
final class Clixml {

    private Clixml() {}

    /** {@code Export-Clixml}. */
    @CmdletName(
            verb = "Export",
            noun = "Clixml",
            defaultSet = "ByPath",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.ExportClixmlCommand")
    @Help(
            synopsis = "Writes objects with the types of their values to a file; Import-Clixml reads it.",
            description = "Secure strings are written as PowerShell writes them outside of Windows: hidden from the eye"
                    + " only. Keep such files to yourself.",
            examples = {
                @Example(title = "Show only", code = "@{ Last = 17 } | Export-Clixml state.xml -WhatIf"),
                @Example(
                        title = "Deep objects, over the old file",
                        code = "$config = @{ Web = @{ Ports = 80, 443 } }; Export-Clixml -Path"
                                + " ec.xml -InputObject $config -Depth 4 -Encoding utf8 -Force;"
                                + " (Import-Clixml ec.xml).Web.Ports"),
                @Example(
                        title = "Only when there is none",
                        code = "Remove-Item ec2.xml -ErrorAction Ignore; 1, 2 | Export-Clixml"
                                + " -LiteralPath ec2.xml -NoClobber")
            })
    static final class Export extends Cmdlet {

        @Parameter(position = 0, mandatory = true, sets = "ByPath", help = "The file.")
        private String path = "";

        @Parameter(
                mandatory = true,
                sets = "ByLiteralPath",
                aliases = {"PSPath", "LP"},
                help = "The file.")
        private String literalPath = "";

        @Parameter(pipeline = true, mandatory = true, help = "The objects.")
        private @Nullable Object inputObject;

        @Parameter(help = "How many objects may stand inside one another.")
        private int depth = 2;

        @Parameter(help = "Accepted: files are written anyway.")
        private boolean force;

        @Parameter(aliases = "NoOverwrite", help = "Refuses to replace a file.")
        private boolean noClobber;

        @Parameter(help = "Accepted: always UTF-8.")
        private String encoding = "utf8";

        private final List<@Nullable Object> objects = new ArrayList<>();

        @Override
        protected void process() {
            objects.add(inputObject);
        }

        @Override
        protected void end() {
            String name = literalPath.isEmpty() ? path : literalPath;
            Path file = Locations.resolve(runtime(), name);
            if (!shouldProcess(file.toString(), "Export-Clixml")) {
                return;
            }
            if (noClobber && Files.exists(file)) {
                throw runtime()
                        .terminate(Failures.of(
                                "NoClobber",
                                ErrorCategory.ResourceExists,
                                name,
                                "The file '" + file + "' already exists, and -NoClobber was given."));
            }
            try {
                Files.writeString(file, ClixmlText.of(objects, depth), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                writeError(Failures.io(failure, "FileOpenFailure", file.toString()));
            }
        }
    }

    /** {@code Import-Clixml}. */
    @CmdletName(
            verb = "Import",
            noun = "Clixml",
            defaultSet = "ByPath",
            errorClass = "Microsoft.PowerShell.Commands.ImportClixmlCommand")
    @Help(
            synopsis = "Reads objects that Export-Clixml wrote.",
            examples = {
                @Example(title = "When it is there", code = "Import-Clixml state.xml -ErrorAction Ignore"),
                @Example(
                        title = "Two of five",
                        code = "1..5 | Export-Clixml five.xml -Force; Import-Clixml -Path five.xml -Skip 1 -First 2"),
                @Example(
                        title = "How many, then all",
                        code = "1..3 | Export-Clixml -LiteralPath 'three[1].xml' -Force;"
                                + " Import-Clixml -LiteralPath 'three[1].xml' -IncludeTotalCount")
            })
    static final class Import extends PathsCmdlet {

        @Parameter(help = "Only the first objects.")
        private long first = Long.MAX_VALUE;

        @Parameter(help = "Leaves out the first objects.")
        private long skip;

        @Parameter(help = "Tells first how many objects there are.")
        private boolean includeTotalCount;

        @Override
        protected void process() {
            new PathArguments(runtime(), "FileOpenFailure").each(path, literalPath, this::read);
        }

        private void read(Path file) throws IOException {
            try {
                List<@Nullable Object> all = ClixmlText.read(Files.readString(file));
                if (includeTotalCount) {
                    write((Object) all.size());
                }
                all.stream().skip(skip).limit(first).forEach(this::write);
            } catch (ConversionException | IllegalArgumentException malformed) {
                writeError(Failures.of(
                        "InvalidClixml",
                        ErrorCategory.InvalidData,
                        file.toString(),
                        "The file '" + file + "' is not what Export-Clixml writes: " + malformed.getMessage()));
            }
        }
    }
}
