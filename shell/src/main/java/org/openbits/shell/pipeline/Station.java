package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One command of a running pipeline. It runs with its own scope and streams, whoever hands it an object. */
abstract class Station {

    private static final Sink NOWHERE = value -> {};

    protected final Engine engine;
    private final Scope scope;
    private Streams streams;
    private final List<@Nullable Object> early = new ArrayList<>();
    private Sink next = NOWHERE;
    private boolean hasBegun;

    Station(Engine engine) {
        this.engine = engine;
        this.scope = engine.scope();
        this.streams = engine.streams();
    }

    /** Says where output goes; must be called before anything runs. */
    final void leadTo(Sink sink) {
        next = sink;
    }

    final Sink next() {
        return next;
    }

    final void streams(Streams redirected) {
        streams = redirected;
    }

    final Streams streams() {
        return streams;
    }

    /** Sends an object on. */
    final void emit(@Nullable Object value) {
        next.write(value);
    }

    private void within(Runnable action) {
        engine.within(scope, streams, action);
    }

    final void begin() {
        within(this::onBegin);
        hasBegun = true;
    }

    /** Takes what the begin blocks of the commands before it have sent; all commands have begun now. */
    final void processEarly() {
        List<@Nullable Object> waiting = new ArrayList<>(early);
        early.clear();
        waiting.forEach(this::process);
    }

    final void process(@Nullable Object value) {
        engine.checkStop();
        if (hasBegun) {
            within(() -> onProcess(value));
        } else {
            early.add(value);
        }
    }

    final void processNothing() {
        within(this::onNothing);
    }

    final void end() {
        within(this::onEnd);
    }

    protected abstract void onBegin();

    protected abstract void onProcess(@Nullable Object value);

    protected abstract void onNothing();

    protected abstract void onEnd();

    /** The user asks to stop; from any thread. */
    void stop() {}

    /** The pipeline is over, in whatever way; frees what is held. */
    final void close() {
        within(this::onClose);
    }

    protected void onClose() {}

    /** Whether this command is the one that wants no more input. */
    boolean is(org.openbits.automation.Cmdlet cmdlet) {
        return false;
    }
}
