package org.openbits.internal.service;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.PrivateDirectory;

/**
 * Where the service's libraries put temporary files: below the state, one directory a process, private. Killed services
 * leave theirs behind; the next one that owns the home clears them away.
 */
final class TemporaryDirectory {

    private TemporaryDirectory() {}

    /** Makes this process's own and lets Java use it. To be called before anything asks Java for a temporary file. */
    static Path use(Home home) throws IOException {
        Path own = home.state()
                .resolve("tmp")
                .resolve(Long.toString(ProcessHandle.current().pid()));
        PrivateDirectory.create(own);
        System.setProperty("java.io.tmpdir", own.toString());
        return own;
    }

    /** Removes those of other processes. The caller owns the home, so they are dead. */
    static void clearOthers(Path own) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(own.resolveSibling(""))) {
            for (Path one : all) {
                if (!one.equals(own)) {
                    delete(one);
                }
            }
        }
    }

    /** Deletes a directory and what is in it; follows no symbolic link. */
    static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, @Nullable IOException trouble) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
