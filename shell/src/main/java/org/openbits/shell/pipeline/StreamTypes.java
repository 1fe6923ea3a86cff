package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.FileItem;

/** The streams of {@code System.IO}. */
final class StreamTypes {

    private static final Set<String> STREAMS =
            Set.of("open", "openread", "openwrite", "opentext", "createtext", "appendtext", "create");

    private StreamTypes() {}

    /** Whether a method of an item gives a stream; a directory is created, not opened. */
    static boolean isOpening(FileItem item, String method) {
        return STREAMS.contains(method) && !(method.equals("create") && item.isDirectory());
    }

    /** What such a method gives. */
    static @Nullable Object of(Engine engine, FileItem item, String method, List<@Nullable Object> arguments) {
        List<@Nullable Object> all = new ArrayList<>(List.of(item.path().toString()));
        all.addAll(arguments);
        return new FileTypes.File(engine).call(method, all);
    }

    /**
     * Opens a file.
     *
     * @param mode a FileMode, in any case
     * @param access a FileAccess; empty for what .NET takes when nobody says it
     */
    static NetStream open(Path file, String mode, String access) {
        String how = mode.toLowerCase(Locale.ROOT);
        boolean appends = how.equals("append");
        boolean reads = !appends && !access.equalsIgnoreCase("Write");
        boolean writes = !access.equalsIgnoreCase("Read");
        Set<OpenOption> options = new HashSet<>();
        if (reads) {
            options.add(StandardOpenOption.READ);
        }
        if (writes) {
            options.add(StandardOpenOption.WRITE);
        }
        switch (how) {
            case "createnew" -> options.add(StandardOpenOption.CREATE_NEW);
            case "create" -> options.addAll(List.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
            case "append", "openorcreate" -> options.add(StandardOpenOption.CREATE);
            case "truncate" -> options.add(StandardOpenOption.TRUNCATE_EXISTING);
            case "open" -> {}
            default ->
                throw NetException.ofArgument(
                        "System.ArgumentOutOfRangeException", "'" + mode + "' is no FileMode.", "mode");
        }
        try {
            if (Files.isDirectory(file)) {
                throw new AccessDeniedException(file.toString());
            }
            FileChannel channel = FileChannel.open(file, options);
            if (appends) {
                channel.position(channel.size());
            }
            return new NetStream(new FileBytes(channel, reads, writes), file);
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    /** {@code New-Object IO.FileStream path, mode, access, share}. */
    record File(Engine engine) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return arguments.size() < 2
                    ? MISSING
                    : open(
                            FileTypes.path(engine, arguments, 0),
                            StaticTypes.text(arguments, 1),
                            StaticTypes.text(arguments, 2));
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
            if (reads) {
                return NetReader.of(StaticTypes.text(arguments, 0));
            }
            return NetWriter.into(
                    !arguments.isEmpty() && arguments.get(0) instanceof TextBuilder text ? text : new TextBuilder(""));
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

    /** {@code New-Object IO.BufferedStream}: streams are buffered here anyhow. */
    static final class Buffered implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return !arguments.isEmpty() && arguments.get(0) instanceof NetStream inner ? inner : MISSING;
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
                    : open(FileTypes.path(engine, arguments, 0), "Open", "Read");
            return NetReader.of(stream, TextEncoding.among(arguments));
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
                    : open(FileTypes.path(engine, arguments, 0), append ? "Append" : "Create", "Write");
            return NetWriter.into(stream, TextEncoding.among(arguments));
        }
    }

    /** {@code New-Object IO.BinaryReader} and {@code IO.BinaryWriter}: of a stream. */
    record Binary(boolean reads) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.isEmpty() || !(arguments.get(0) instanceof NetStream stream)) {
                return MISSING;
            }
            return reads
                    ? new BinaryIn(stream, TextEncoding.among(arguments).charset())
                    : new BinaryOut(stream, TextEncoding.among(arguments).charset());
        }
    }
}
