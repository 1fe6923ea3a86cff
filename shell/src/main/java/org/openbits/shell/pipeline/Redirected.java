package org.openbits.shell.pipeline;

import java.util.List;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.shell.language.Redirection;

/** A file that a stream of a command goes to; written by Out-File, so that it holds what the display would show. */
final class Redirected {

    private static final int FIRST = Streams.ERROR;

    private final Station writer;

    private Redirected(Station writer) {
        this.writer = writer;
    }

    /** Connects a command with what comes next, by way of its redirections; the files opened are added to the list. */
    static void apply(
            Engine engine, Station station, List<Redirection> redirections, Sink next, List<Redirected> files) {
        Sink output = next;
        Streams streams = station.streams();
        for (Redirection redirection : redirections) {
            int stream = redirection.stream();
            if (redirection.target() == null) {
                continue;
            }
            Sink file = file(engine, redirection, files);
            if (stream == Streams.OUTPUT || stream == Redirection.ALL) {
                output = file;
            }
            for (int each = FIRST; each <= Streams.INFORMATION; each++) {
                if (stream == Redirection.ALL || stream == each) {
                    streams = streams.with(each, asText(file));
                }
            }
        }
        // A stream merged into the output goes where the output goes, wherever the merging is written.
        for (Redirection redirection : redirections) {
            for (int each = FIRST; redirection.target() == null && each <= Streams.INFORMATION; each++) {
                if (redirection.stream() == Redirection.ALL || redirection.stream() == each) {
                    streams = streams.with(each, plain(output));
                }
            }
        }
        station.leadTo(output);
        station.streams(streams);
    }

    /** Errors in a file look as they do on the display. */
    private static Sink asText(Sink file) {
        return record -> file.write(
                record instanceof ErrorRecord error
                        ? ErrorView.of(error)
                        : record instanceof Streams.Message message ? message.text() : record);
    }

    /** Messages among objects are records with a text; errors stay what they are. */
    private static Sink plain(Sink output) {
        return record -> output.write(record instanceof Streams.Message message ? message.record() : record);
    }

    private static Sink file(Engine engine, Redirection redirection, List<Redirected> files) {
        Object target = engine.expressions().value(java.util.Objects.requireNonNull(redirection.target()));
        if (target == null) {
            return value -> {};
        }
        CmdletInfo outFile = engine.commands().find("Out-File");
        if (outFile == null) {
            throw Failures.at(
                    redirection.span(),
                    "RedirectionFailed",
                    ErrorCategory.ObjectNotFound,
                    target,
                    "Redirection to a file needs the command Out-File, which this session does not have.");
        }
        List<Argument> arguments = List.of(
                Argument.named(
                        "FilePath",
                        Conversion.toText(target),
                        redirection.span().start()),
                Argument.named(
                        "Append", redirection.append(), redirection.span().start()));
        Station writer = new CmdletStation(engine, outFile, "Out-File", arguments, null);
        writer.begin();
        files.add(new Redirected(writer));
        return writer::process;
    }

    void close() {
        writer.end();
        writer.close();
    }
}
