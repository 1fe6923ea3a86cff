package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.shell.language.SyntaxError;

/**
 * Runs the transcripts: files of prompts ({@code PS> }, continued by {@code >> }), each followed by what it shows. A
 * line that begins with {@code #} before the first prompt is a comment. {@code @DIR@} is a directory of the file's own.
 */
class TranscriptTest {

    @TempDir
    Path directory;

    private record Step(String input, String expected, int line) {}

    @TestFactory
    Stream<DynamicNode> transcripts() throws IOException {
        Path folder = Path.of("src/test/resources/transcripts");
        Path place = Files.isDirectory(folder) ? folder : Path.of("shell").resolve(folder);
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".bits")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    private void play(Path file) throws IOException {
        ScriptedHost host = new ScriptedHost();
        ShellSession session = Sessions.session(host);
        Path own = Files.createDirectories(directory.resolve(file.getFileName().toString()));
        session.setCurrentDirectory(own);
        List<String> wrong = new ArrayList<>();
        for (Step step : steps(file)) {
            String actual = run(session, host, step.input(), own);
            if (!actual.equals(step.expected())) {
                wrong.add("\nline " + step.line() + ": " + step.input() + "\nexpected:\n" + step.expected()
                        + "but was:\n" + actual);
            }
        }
        assertThat(wrong).as(file.getFileName().toString()).isEmpty();
    }

    private static String run(ShellSession session, ScriptedHost host, String input, Path own) {
        try {
            session.run(input.replace("@DIR@", own.toString()), "line");
        } catch (SyntaxError e) {
            return "syntax " + e.errorId() + " at " + e.span().line() + ":"
                    + e.span().column() + "\n";
        }
        String text = host.take().replace(own.toString(), "@DIR@").replace("\r\n", "\n");
        return text.lines().map(line -> line.stripTrailing() + "\n").reduce("", String::concat);
    }

    private static List<Step> steps(Path file) {
        List<Step> steps = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int i = 0;
        while (i < lines.size()) {
            if (!lines.get(i).startsWith("PS> ")) {
                i++;
                continue;
            }
            int line = i + 1;
            StringBuilder input = new StringBuilder(lines.get(i++).substring(4));
            while (i < lines.size()
                    && (lines.get(i).startsWith(">> ") || lines.get(i).equals(">>"))) {
                String more = lines.get(i++);
                input.append('\n').append(more.substring(Math.min(3, more.length())));
            }
            StringBuilder expected = new StringBuilder();
            while (i < lines.size() && !lines.get(i).startsWith("PS> ")) {
                expected.append(lines.get(i++)).append('\n');
            }
            steps.add(new Step(input.toString(), expected.toString(), line));
        }
        return steps;
    }
}
