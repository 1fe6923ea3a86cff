package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorCategory;

/** A text file that a cmdlet writes; a failure to write ends the command. */
final class TextOutput {

    /** How a file is opened. */
    record Mode(TextEncoding encoding, boolean append, boolean noClobber, boolean force) {}

    private final CommandRuntime runtime;
    private final Path file;
    private final Writer writer;

    private TextOutput(CommandRuntime runtime, Path file, Writer writer) {
        this.runtime = runtime;
        this.file = file;
        this.writer = writer;
    }

    /** Opens a file; null when the user does not want it written (-WhatIf). */
    static @Nullable TextOutput open(CommandRuntime runtime, String path, Mode mode) {
        Path file = Locations.resolve(runtime, path);
        if (!runtime.shouldProcess(file.toString(), "Output to File")) {
            return null;
        }
        if (mode.noClobber() && !mode.append() && Files.exists(file)) {
            throw runtime.terminate(Failures.of(
                    "NoClobber",
                    ErrorCategory.ResourceExists,
                    file.toString(),
                    "The file '" + file + "' already exists."));
        }
        if (file.getParent() != null && !Files.isDirectory(file.getParent())) {
            throw runtime.terminate(Failures.of(
                    "FileOpenFailure",
                    ErrorCategory.OpenError,
                    path,
                    "Could not find a part of the path '" + file + "'."));
        }
        try {
            if (mode.force() && Files.exists(file) && !Files.isWritable(file)) {
                file.toFile().setWritable(true);
            }
            return new TextOutput(runtime, file, mode.encoding().writer(file, mode.append()));
        } catch (IOException failure) {
            throw runtime.terminate(Failures.io(failure, "FileOpenFailure", file.toString()));
        }
    }

    void write(String text) {
        try {
            writer.write(text);
            writer.flush();
        } catch (IOException failure) {
            throw runtime.terminate(Failures.io(failure, "FileWriteFailure", file.toString()));
        }
    }

    void close() {
        try {
            writer.close();
        } catch (IOException failure) {
            throw runtime.terminate(Failures.io(failure, "FileWriteFailure", file.toString()));
        }
    }
}
