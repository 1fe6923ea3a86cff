package org.openbits.shell.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Host;

/** A host that writes into one text, output and messages in the order in which they come, and answers from a list. */
final class ScriptedHost implements Host {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Deque<String> answers = new ArrayDeque<>();
    private boolean interactive;

    ScriptedHost answering(String... lines) {
        answers.addAll(List.of(lines));
        return this;
    }

    /** Somebody is there who types these lines when asked. */
    ScriptedHost typing(String... lines) {
        interactive = true;
        return answering(lines);
    }

    /** What was shown since the last call. */
    String take() {
        stream.flush();
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public int width() {
        return 120;
    }

    /** Stands still: what a slow machine shows is what a fast one does. */
    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public @Nullable String readLine(String prompt) {
        return answers.poll();
    }

    @Override
    public char @Nullable [] readSecret(String prompt) {
        String answer = answers.poll();
        return answer == null ? null : answer.toCharArray();
    }

    @Override
    public PrintStream out() {
        return stream;
    }

    @Override
    public PrintStream err() {
        return stream;
    }

    @Override
    public boolean hasColours() {
        return false;
    }
}
