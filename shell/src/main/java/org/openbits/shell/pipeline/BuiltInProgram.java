package org.openbits.shell.pipeline;

import java.io.PrintStream;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A program that runs inside the session: called with words like any other, found before those on PATH. */
public interface BuiltInProgram {

    /**
     * Runs it on the session's thread.
     *
     * @param words its arguments
     * @param out takes what it prints
     * @param width columns of the terminal that {@code out} is, or 0 when it is none
     * @param stopped whether the user asked to stop
     * @return its exit code, as {@code $LASTEXITCODE} shows it
     */
    int run(List<String> words, PrintStream out, int width, BooleanSupplier stopped);
}
