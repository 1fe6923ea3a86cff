package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.RecordFailure;

/** The paths a cmdlet was given, one after the other; one that is not there is an error, and the next is tried. */
final class PathArguments {

    /** What is done with one path. */
    interface Action {
        void on(Path path) throws IOException;
    }

    private final CommandRuntime runtime;
    private final String failureId;

    /** @param failureId the error id when the action fails */
    PathArguments(CommandRuntime runtime, String failureId) {
        this.runtime = runtime;
        this.failureId = failureId;
    }

    /** Acts on each path that {@code -Path} patterns and {@code -LiteralPath} texts name. */
    void each(List<String> patterns, List<String> literals, Action action) {
        for (String pattern : patterns) {
            existing(pattern, Conversion.hasWildcard(pattern), () -> Locations.expand(runtime, pattern), action);
        }
        for (String literal : literals) {
            existing(literal, false, () -> List.of(Locations.resolve(runtime, literal)), action);
        }
    }

    private interface Source {
        List<Path> paths() throws IOException;
    }

    private void existing(String text, boolean isPattern, Source source, Action action) {
        try {
            List<Path> paths = source.paths();
            for (Path path : paths) {
                if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    act(path, action);
                } else if (!isPattern) {
                    runtime.writeError(Failures.pathNotFound(path.toString()));
                }
            }
        } catch (RecordFailure noSuchDrive) {
            runtime.writeError(noSuchDrive.record());
        } catch (IOException failure) {
            runtime.writeError(Failures.io(failure, failureId, text));
        }
    }

    private void act(Path path, Action action) {
        try {
            action.on(path);
        } catch (IOException failure) {
            runtime.writeError(Failures.io(failure, failureId, path.toString()));
        }
    }
}
