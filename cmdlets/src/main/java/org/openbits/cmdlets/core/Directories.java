package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorCategory;

/** The one directory that a text names; none or several end the command. */
final class Directories {

    private Directories() {}

    static Path existing(CommandRuntime runtime, String text, boolean isPattern) {
        List<Path> found;
        try {
            found = isPattern ? Locations.expand(runtime, text) : List.of(Locations.resolve(runtime, text));
        } catch (IOException failure) {
            throw runtime.terminate(Failures.io(failure, "PathNotFound", text));
        }
        if (found.size() > 1) {
            throw runtime.terminate(Failures.of(
                    "Argument",
                    ErrorCategory.InvalidArgument,
                    text,
                    "Cannot set the location because path '" + text + "' resolved to multiple containers."));
        }
        if (found.isEmpty() || !Files.isDirectory(found.get(0))) {
            throw runtime.terminate(Failures.pathNotFound(text));
        }
        return found.get(0);
    }
}
