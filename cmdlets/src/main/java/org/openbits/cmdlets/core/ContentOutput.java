package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;

/** The files that {@code Set-Content} and {@code Add-Content} write: the same values into each. */
final class ContentOutput {

    private final CommandRuntime runtime;
    private final TextEncoding encoding;
    private final boolean noNewline;
    private final boolean asBytes;
    private final List<OutputStream> streams = new ArrayList<>();

    ContentOutput(CommandRuntime runtime, TextEncoding encoding, boolean noNewline, boolean asBytes) {
        this.runtime = runtime;
        this.encoding = encoding;
        this.noNewline = noNewline;
        this.asBytes = asBytes;
    }

    /** Opens the files; patterns stand for the files that are there. */
    void open(List<String> patterns, List<String> literals, boolean append, boolean force) {
        try {
            for (Path file : Locations.expand(runtime, patterns, literals)) {
                if (runtime.shouldProcess("Path: " + file, append ? "Add Content" : "Set Content")) {
                    streams.add(open(file, append, force));
                }
            }
        } catch (IOException failure) {
            throw fail(failure, String.join(", ", patterns.isEmpty() ? literals : patterns));
        }
    }

    void write(List<?> values) {
        for (Object value : values) {
            byte[] bytes = asBytes ? number(value) : text(value);
            for (OutputStream stream : streams) {
                try {
                    stream.write(bytes);
                } catch (IOException failure) {
                    throw fail(failure, "");
                }
            }
        }
    }

    void close() {
        for (OutputStream stream : streams) {
            try {
                stream.close();
            } catch (IOException failure) {
                throw fail(failure, "");
            }
        }
    }

    private OutputStream open(Path file, boolean append, boolean force) throws IOException {
        if (file.getParent() != null && !Files.isDirectory(file.getParent())) {
            throw new IOException("Could not find a part of the path '" + file + "'");
        }
        if (force && Files.exists(file) && !Files.isWritable(file)) {
            file.toFile().setWritable(true);
        }
        return asBytes ? TextEncoding.usual().stream(file, append) : encoding.stream(file, append);
    }

    private byte[] text(@Nullable Object value) {
        String line = Conversion.toText(value) + (noNewline ? "" : System.lineSeparator());
        return line.getBytes(encoding.charset());
    }

    private byte[] number(@Nullable Object value) {
        return new byte[] {Conversion.toNumber(value).byteValue()};
    }

    private RuntimeException fail(IOException failure, String path) {
        return runtime.terminate(Failures.io(failure, "GetContentWriterIOError", path));
    }
}
