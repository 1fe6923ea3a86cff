package org.openbits.shell.pipeline;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Members;

/** The streams of {@code System.IO}. */
final class StreamTypes {

    private StreamTypes() {}

    /** {@code Open}, {@code OpenRead} and {@code OpenWrite} of a file's item. */
    static NetStream open(Object item, String method, List<@Nullable Object> arguments) {
        Path file = Path.of(Conversion.toText(Members.getOrNull(item, "FullName")));
        if (!method.equals("open")) {
            return open(file, method.equals("openread") ? "open" : "openorcreate", method.equals("openwrite"));
        }
        String access = StaticTypes.text(arguments, 1).toLowerCase(Locale.ROOT);
        if (access.equals("readwrite") && !Files.isWritable(file)) {
            throw new NetException(
                    "System.UnauthorizedAccessException", "Access to the path '" + file + "' is denied.", null);
        }
        return open(file, StaticTypes.text(arguments, 0).toLowerCase(Locale.ROOT), access.equals("write"));
    }

    /** Opens a file as {@code FileMode} says. */
    static NetStream open(Path file, String mode, boolean writes) {
        try {
            if (!writes) {
                return new NetStream(new FileInput(file), null, Files.size(file));
            }
            OpenOption[] options = switch (mode.toLowerCase(Locale.ROOT)) {
                case "createnew" -> options(StandardOpenOption.CREATE_NEW);
                case "append" -> options(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                case "open" -> options();
                case "openorcreate" -> options(StandardOpenOption.CREATE);
                case "truncate" -> options(StandardOpenOption.TRUNCATE_EXISTING);
                default -> options(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            };
            return new NetStream(null, new BufferedOutputStream(Files.newOutputStream(file, options)), 0);
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    private static OpenOption[] options(OpenOption... more) {
        OpenOption[] options = java.util.Arrays.copyOf(more, more.length + 1);
        options[more.length] = StandardOpenOption.WRITE;
        return options;
    }

    /** {@code New-Object IO.FileStream path, mode, access}. */
    record File(Engine engine) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() < 2) {
                return MISSING;
            }
            String mode = StaticTypes.text(arguments, 1);
            String access = StaticTypes.text(arguments, 2);
            boolean reads = access.equalsIgnoreCase("Read") || mode.equalsIgnoreCase("Open") && access.isEmpty();
            return open(FileTypes.path(engine, arguments, 0), mode, !reads);
        }
    }

    /** {@code New-Object IO.MemoryStream}: empty, or of bytes. */
    static final class Memory implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean capacity = arguments.size() == 1 && arguments.get(0) instanceof Number;
            boolean flags = arguments.size() == 2 && arguments.get(1) instanceof Boolean;
            byte[] bytes = arguments.isEmpty() || capacity
                    ? new byte[0]
                    : TextTypes.bytes(arguments.size() == 1 || flags ? arguments.get(0) : arguments);
            return new NetStream(new MemoryBytes(bytes));
        }
    }

    /** {@code New-Object IO.StringReader} and {@code IO.StringWriter}. */
    record Texts(boolean reads) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return reads
                    ? new TextStream(new BufferedReader(new StringReader(StaticTypes.text(arguments, 0))), null)
                    : TextStream.intoText();
        }
    }

    /** {@code New-Object IO.Compression.GZipStream} and {@code DeflateStream}: over another stream. */
    record Packed(boolean gzip) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() < 2 || !(arguments.get(0) instanceof NetStream inner)) {
                return MISSING;
            }
            boolean unpacks = StaticTypes.text(arguments, 1).equalsIgnoreCase("Decompress");
            try {
                if (unpacks) {
                    return new NetStream(
                            gzip
                                    ? new GZIPInputStream(inner.input())
                                    : new InflaterInputStream(inner.input(), new Inflater(true)),
                            null,
                            -1);
                }
                return new NetStream(
                        null,
                        gzip
                                ? new GZIPOutputStream(inner.output())
                                : new DeflaterOutputStream(
                                        inner.output(), new Deflater(Deflater.DEFAULT_COMPRESSION, true)),
                        -1);
            } catch (IOException failure) {
                throw new NetException(
                        "System.IO.InvalidDataException",
                        "The archive entry was compressed using an unsupported compression method: "
                                + failure.getMessage(),
                        failure);
            }
        }
    }

    /** {@code New-Object IO.StreamReader}: of a file or a stream. */
    record Reader(Engine engine) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.isEmpty()) {
                return MISSING;
            }
            NetStream stream = arguments.get(0) instanceof NetStream given
                    ? given
                    : open(FileTypes.path(engine, arguments, 0), "Open", false);
            return new TextStream(
                    new BufferedReader(new InputStreamReader(stream.input(), charset(arguments, 1))), null);
        }
    }

    /** {@code New-Object IO.StreamWriter}: of a file (true appends) or a stream. */
    record Writer(Engine engine) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.isEmpty()) {
                return MISSING;
            }
            boolean append =
                    arguments.size() > 1 && arguments.get(1) instanceof Boolean && Conversion.isTrue(arguments.get(1));
            NetStream stream = arguments.get(0) instanceof NetStream given
                    ? given
                    : open(FileTypes.path(engine, arguments, 0), append ? "Append" : "Create", true);
            Charset charset = charset(arguments, arguments.size() - 1);
            return new TextStream(null, new BufferedWriter(new OutputStreamWriter(stream.output(), charset)));
        }
    }

    private static Charset charset(List<@Nullable Object> arguments, int index) {
        return index < arguments.size() && arguments.get(index) instanceof TextEncoding encoding
                ? encoding.charset()
                : StandardCharsets.UTF_8;
    }
}
