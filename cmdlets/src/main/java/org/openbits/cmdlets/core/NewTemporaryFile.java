package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;

/** {@code New-TemporaryFile}: an empty file of its own name. */
@CmdletName(
        verb = "New",
        noun = "TemporaryFile",
        shouldProcess = true,
        errorClass = "Microsoft.PowerShell.Commands.NewTemporaryFileCommand")
@Help(
        synopsis = "Makes an empty file in the directory for temporary files and gives it.",
        examples = @Example(title = "Would make one", code = "New-TemporaryFile -WhatIf"))
final class NewTemporaryFile extends Cmdlet {

    @Override
    protected void process() {
        String directory = System.getProperty("java.io.tmpdir");
        if (!shouldProcess(directory, "New-TemporaryFile")) {
            return;
        }
        try {
            write(new FileItem(Files.createTempFile("tmp", ".tmp")));
        } catch (IOException failure) {
            throw runtime().terminate(Failures.io(failure, "NewTemporaryFileWriteError", directory));
        }
    }
}
