package org.openbits.shell.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A built-in program in a pipeline: its lines come out as texts, what is sent to it is not read. */
final class BuiltInStation extends Station {

    private final BuiltInProgram program;
    private final List<String> words;
    private final boolean shown;

    /** @param shown whether what it writes goes straight to the display */
    BuiltInStation(Engine engine, BuiltInProgram program, List<String> words, boolean shown) {
        super(engine);
        this.program = program;
        this.words = words;
        this.shown = shown;
    }

    @Override
    protected void onBegin() {
        // It runs at the end, when everything before it is done.
    }

    @Override
    protected void onProcess(@Nullable Object value) {
        // It reads no input.
    }

    @Override
    protected void onNothing() {
        // It runs at the end.
    }

    @Override
    protected void onEnd() {
        int code;
        if (shown && engine.host().isInteractive()) {
            code = program.run(words, engine.host().out(), engine.host().width(), engine::isStopping);
        } else {
            Lines lines = new Lines();
            PrintStream out = new PrintStream(lines, false, StandardCharsets.UTF_8);
            code = program.run(words, out, 0, engine::isStopping);
            out.flush();
            lines.finish();
        }
        engine.scope().global().set("LASTEXITCODE", code);
        if (code != 0) {
            engine.succeeded(false);
            // A process keeps the lowest byte of its code only; a failure must not become 0 there.
            engine.errors().failedWith((code & 0xFF) == 0 ? 1 : code & 0xFF);
        }
        engine.checkStop();
    }

    /** Hands on each line as soon as it is whole. */
    private final class Lines extends OutputStream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int octet) {
            if (octet == '\n') {
                emitLine();
            } else if (octet != '\r') {
                line.write(octet);
            }
        }

        private void finish() {
            if (line.size() > 0) {
                emitLine();
            }
        }

        private void emitLine() {
            emit(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
