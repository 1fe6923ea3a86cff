package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs whole scripts of the kinds that people have, against transfers that are played. What a script shall show stands
 * in its last lines, each after {@code #> }; {@code #! n} there is its exit code, when it is not 0.
 */
class ScriptTest {

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicNode> scripts() throws IOException {
        Path folder = Path.of("src/test/resources/scripts");
        Path place = Files.isDirectory(folder) ? folder : Path.of("shell").resolve(folder);
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".ps1")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    private void play(Path file) throws IOException {
        ScriptedHost host = new ScriptedHost();
        ShellSession session = Sessions.session(host);
        FakeTransfers.offer(session);
        Path own = Files.createDirectories(directory.resolve(file.getFileName().toString()));
        session.setCurrentDirectory(own);
        int code = session.runFile(file.toAbsolutePath(), List.of());
        String shown = host.take()
                .replace(own.toString(), "@DIR@")
                .replace(file.toAbsolutePath().toString(), "@SCRIPT@");
        String text = shown.lines().map(line -> line.stripTrailing() + "\n").reduce("", String::concat);
        List<String> lines = Files.readAllLines(file);
        String expected = lines.stream()
                .filter(line -> line.startsWith("#> ") || line.equals("#>>"))
                .map(line -> line.length() > 3 ? line.substring(3) + "\n" : "\n")
                .reduce("", String::concat);
        int expectedCode = lines.stream()
                .filter(line -> line.startsWith("#! "))
                .mapToInt(line -> Integer.parseInt(line.substring(3).trim()))
                .findFirst()
                .orElse(0);
        assertThat(text).isEqualTo(expected);
        assertThat(code).as("exit code").isEqualTo(expectedCode);
    }
}
