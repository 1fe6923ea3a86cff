package org.openbits.automation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier process read from the annotations of commands, kept in a file. Java makes a class for each kind of
 * annotation that it reads, which costs a starting shell about 40 ms; a file is read in a small part of that.
 *
 * <p>The launcher has the file written when it makes the class-data archives, and again when the jars change; {@code
 * openbits.args} names the directory. A file that is missing or cannot be read costs time only. In the file: a magic
 * number, the count of classes, then for each the name of its class, the length of what follows, and its parts in the
 * order of {@link #write(DataOutputStream, CmdletInfo)}.
 */
public final class CmdletTable {

    /** In the directory of the launcher. */
    public static final String FILE_NAME = "cmdlets.table";

    private static final int MAGIC = 0x42495432;

    private final byte[] bytes;
    private final Map<String, Integer> offsets = new HashMap<>();

    private CmdletTable(byte[] bytes) throws IOException {
        this.bytes = bytes;
        DataInputStream in = at(0);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a table of commands");
        }
        for (int count = in.readInt(); count > 0; count--) {
            String type = in.readUTF();
            int length = in.readInt();
            offsets.put(type, bytes.length - in.available());
            in.skipNBytes(length);
        }
    }

    /** The table in a file; empty when there is none that can be read. */
    static CmdletTable in(@Nullable Path file) {
        try {
            if (file != null && Files.isReadable(file)) {
                return new CmdletTable(Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            // The annotations say the same.
            return empty();
        }
        return empty();
    }

    /** The table of this process. */
    static CmdletTable ofProcess() {
        return OfProcess.TABLE;
    }

    /** What the table has of a class; null when that is nothing, or nothing that fits the class. */
    @Nullable
    CmdletInfo find(Class<? extends Cmdlet> type) {
        Integer offset = offsets.get(type.getName());
        if (offset == null) {
            return null;
        }
        try {
            return read(at(offset), type);
        } catch (IOException | NoSuchFieldException otherClass) {
            return null;
        }
    }

    /**
     * Writes a table of the annotated classes behind these commands.
     *
     * @throws IOException also when what was written cannot be read
     */
    public static void write(Path file, Collection<CmdletInfo> commands) throws IOException {
        // One class may stand behind several commands, such as mkdir; its annotations describe the first.
        Map<String, Class<? extends Cmdlet>> types = new TreeMap<>();
        for (CmdletInfo command : commands) {
            Class<? extends Cmdlet> type = command.factory().get().getClass();
            if (type.isAnnotationPresent(CmdletName.class)) {
                types.put(type.getName(), type);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream parts = new DataOutputStream(all);
        for (Map.Entry<String, Class<? extends Cmdlet>> each : types.entrySet()) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            write(new DataOutputStream(one), CmdletReader.read(each.getValue()));
            parts.writeUTF(each.getKey());
            parts.writeInt(one.size());
            one.writeTo(parts);
        }
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(MAGIC);
            out.writeInt(types.size());
            all.writeTo(out);
        }
        CmdletTable written = new CmdletTable(Files.readAllBytes(file));
        if (written.offsets.size() != types.size()) {
            throw new IOException(file + " has " + written.offsets.size() + " classes of " + types.size());
        }
    }

    private static void write(DataOutputStream out, CmdletInfo command) throws IOException {
        out.writeUTF(command.name());
        out.writeUTF(command.source());
        out.writeUTF(command.errorClass());
        write(out, command.aliases());
        out.writeUTF(command.defaultSet());
        write(out, command.sets());
        out.writeBoolean(command.shouldProcess());
        out.writeInt(command.parameters().size());
        for (ParameterInfo parameter : command.parameters()) {
            write(out, parameter);
        }
        out.writeUTF(command.synopsis());
        out.writeUTF(command.description());
        out.writeInt(command.examples().size());
        for (CmdletInfo.HelpExample example : command.examples()) {
            out.writeUTF(example.title());
            out.writeUTF(example.code());
        }
    }

    private static void write(DataOutputStream out, ParameterInfo parameter) throws IOException {
        FieldAccessor accessor = (FieldAccessor) parameter.accessor();
        out.writeUTF(accessor.field().getDeclaringClass().getName());
        out.writeUTF(accessor.field().getName());
        out.writeLong(accessor.minimum());
        out.writeBoolean(accessor.allows(ParameterInfo.Emptiness.NULL));
        out.writeUTF(parameter.name());
        write(out, parameter.aliases());
        out.writeInt(parameter.sets().size());
        for (Map.Entry<String, ParameterInfo.Place> each : parameter.sets().entrySet()) {
            ParameterInfo.Place place = each.getValue();
            out.writeUTF(each.getKey());
            out.writeInt(place.position());
            out.writeBoolean(place.mandatory());
            out.writeBoolean(place.pipeline());
            out.writeBoolean(place.pipelineByName());
            out.writeBoolean(place.remaining());
        }
        write(out, parameter.values());
        out.writeBoolean(parameter.wildcards());
        out.writeBoolean(parameter.own());
        out.writeUTF(parameter.help());
        out.writeUTF(parameter.typeName());
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private DataInputStream at(int offset) {
        return new DataInputStream(new ByteArrayInputStream(bytes, offset, bytes.length - offset));
    }

    private static CmdletInfo read(DataInputStream in, Class<? extends Cmdlet> type)
            throws IOException, NoSuchFieldException {
        return new CmdletInfo(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                texts(in),
                in.readUTF(),
                texts(in),
                in.readBoolean(),
                parameters(in, type),
                in.readUTF(),
                in.readUTF(),
                examples(in),
                CmdletReader.factory(type));
    }

    private static List<ParameterInfo> parameters(DataInputStream in, Class<? extends Cmdlet> type)
            throws IOException, NoSuchFieldException {
        List<ParameterInfo> parameters = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            Field field = declaring(type, in.readUTF()).getDeclaredField(in.readUTF());
            FieldAccessor accessor = new FieldAccessor(field, in.readLong(), in.readBoolean());
            parameters.add(new ParameterInfo(
                    in.readUTF(),
                    accessor.type(),
                    accessor.isSwitch(),
                    texts(in),
                    places(in),
                    texts(in),
                    in.readBoolean(),
                    in.readBoolean(),
                    in.readUTF(),
                    in.readUTF(),
                    accessor));
        }
        return parameters;
    }

    /** The class of that name among a command and the classes above it. */
    private static Class<?> declaring(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(name)) {
                return each;
            }
        }
        throw new NoSuchFieldException(name);
    }

    private static Map<String, ParameterInfo.Place> places(DataInputStream in) throws IOException {
        Map<String, ParameterInfo.Place> places = new LinkedHashMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            places.put(
                    in.readUTF(),
                    new ParameterInfo.Place(
                            in.readInt(), in.readBoolean(), in.readBoolean(), in.readBoolean(), in.readBoolean()));
        }
        return places;
    }

    private static List<CmdletInfo.HelpExample> examples(DataInputStream in) throws IOException {
        List<CmdletInfo.HelpExample> examples = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            examples.add(new CmdletInfo.HelpExample(in.readUTF(), in.readUTF()));
        }
        return examples;
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static CmdletTable empty() {
        try {
            return new CmdletTable(new byte[] {0x42, 0x49, 0x54, 0x32, 0, 0, 0, 0});
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class OfProcess {
        static final CmdletTable TABLE = in(place());

        private static @Nullable Path place() {
            String directory = System.getProperty("openbits.args");
            return directory == null ? null : Path.of(directory, FILE_NAME);
        }
    }
}
