package org.openbits.shell.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Beside;
import org.openbits.automation.Conversion;
import org.openbits.automation.NetNamed;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/**
 * .NET's ZipArchive. One that is read is read from its file entry by entry; one that is made is written as its entries
 * come; one that is changed stands in memory and takes the place of the old file when it is disposed. Public because
 * scripts call it by name.
 */
public final class NetArchive implements NetNamed {

    private final String mode;
    private final @Nullable Path file;
    private final @Nullable NetStream stream;
    private final boolean keepsStream;
    private final @Nullable ZipFile source;
    private final @Nullable ZipOutputStream made;
    private final Map<String, Item> entries = new LinkedHashMap<>();
    private boolean isClosed;

    private NetArchive(
            String mode,
            @Nullable Path file,
            @Nullable NetStream stream,
            boolean keepsStream,
            @Nullable ZipFile source,
            @Nullable ZipOutputStream made) {
        this.mode = mode;
        this.file = file;
        this.stream = stream;
        this.keepsStream = keepsStream;
        this.source = source;
        this.made = made;
    }

    /** @param mode Read, Create or Update */
    static NetArchive of(Path file, String mode) {
        try {
            boolean creates = mode.equalsIgnoreCase("Create");
            boolean exists = Files.exists(file);
            if (creates) {
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new NetArchive("Create", file, null, false, null, new ZipOutputStream(out));
            }
            boolean updates = mode.equalsIgnoreCase("Update");
            ZipFile source = exists || !updates ? new ZipFile(file.toFile()) : null;
            NetArchive archive = new NetArchive(updates ? "Update" : "Read", file, null, false, source, null);
            if (source != null) {
                for (Enumeration<? extends ZipEntry> all = source.entries(); all.hasMoreElements(); ) {
                    ZipEntry entry = all.nextElement();
                    Item item = archive.new Item(entry.getName(), source, entry);
                    archive.entries.put(entry.getName(), item);
                    if (updates) {
                        item.load();
                    }
                }
            }
            return archive;
        } catch (java.util.zip.ZipException malformed) {
            throw new NetException(
                    "System.IO.InvalidDataException",
                    "End of Central Directory record could not be found: '" + file + "'.",
                    malformed);
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    /** @param mode Read, Create or Update */
    static NetArchive of(NetStream stream, String mode, boolean keepsStream) {
        if (mode.equalsIgnoreCase("Create")) {
            return new NetArchive("Create", null, stream, keepsStream, null, new ZipOutputStream(stream.output()));
        }
        boolean updates = mode.equalsIgnoreCase("Update");
        NetArchive archive = new NetArchive(updates ? "Update" : "Read", null, stream, keepsStream, null, null);
        try {
            ZipInputStream zip = new ZipInputStream(stream.input());
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Item item = archive.new Item(entry.getName(), null, entry);
                item.content.output().write(zip.readAllBytes());
                archive.entries.put(entry.getName(), item);
            }
            return archive;
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    @Override
    public String netName() {
        return "System.IO.Compression.ZipArchive";
    }

    public String getMode() {
        return mode;
    }

    @Nullable
    Path file() {
        return file;
    }

    public List<Object> getEntries() {
        open();
        return new ArrayList<>(entries.values());
    }

    public @Nullable Object getEntry(String name) {
        open();
        return entries.get(name.replace('\\', '/'));
    }

    /** A new entry, empty until its stream is written. */
    public Item createEntry(String name) {
        if (mode.equals("Read")) {
            throw new NetException(
                    "System.NotSupportedException", "Cannot create entries on an archive opened in read mode.", null);
        }
        open();
        Item item = new Item(name.replace('\\', '/'), null, null);
        entries.put(item.name, item);
        return item;
    }

    /** The same; the level of compression is the usual one. */
    public Item createEntry(String name, Object level) {
        return createEntry(name);
    }

    /** An entry with what is in a file at this moment. */
    Item createEntry(Path from, String name) {
        Item item = createEntry(name);
        try (InputStream content = Files.newInputStream(from)) {
            item.time = Files.getLastModifiedTime(from);
            if (made == null) {
                content.transferTo(item.content.output());
            } else {
                item.put(made, content);
            }
            return item;
        } catch (IOException failure) {
            entries.remove(item.name);
            throw FileTypes.failed(failure);
        }
    }

    private void open() {
        if (isClosed) {
            throw new NetException("System.ObjectDisposedException", "Cannot access a disposed object.", null);
        }
    }

    public void dispose() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            if (source != null) {
                source.close();
            }
            if (made != null) {
                putAll(made);
            } else if (mode.equals("Update")) {
                update();
            }
            if (stream != null && !keepsStream) {
                stream.close();
            }
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    private void putAll(ZipOutputStream zip) throws IOException {
        for (Item item : entries.values()) {
            if (!item.isPut) {
                item.put(zip, new ByteArrayInputStream(item.content.whole()));
            }
        }
        zip.finish();
        zip.flush();
        if (file != null) {
            zip.close();
        }
    }

    /** A file is replaced as a whole, so that the old archive stands until the new one does. */
    private void update() throws IOException {
        if (file == null) {
            NetStream target = java.util.Objects.requireNonNull(stream);
            target.setLength(0);
            putAll(new ZipOutputStream(target.output()));
            return;
        }
        Path fresh = Beside.of(file);
        try {
            putAll(new ZipOutputStream(Files.newOutputStream(fresh)));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** .NET's ZipArchiveEntry. */
    public final class Item implements Shaped {

        private final String name;
        private final @Nullable ZipFile from;
        private final @Nullable ZipEntry entry;
        private final MemoryBytes content = new MemoryBytes(new byte[0]);
        private FileTime time = FileTime.from(Instant.now());
        private boolean isPut;

        /** @param from where its content is read; null when it stands in memory */
        private Item(String name, @Nullable ZipFile from, @Nullable ZipEntry entry) {
            this.name = name;
            this.from = mode.equals("Read") ? from : null;
            this.entry = entry;
            if (entry != null && entry.getLastModifiedTime() != null) {
                time = entry.getLastModifiedTime();
            }
        }

        private void load() throws IOException {
            try (InputStream bytes = java.util.Objects.requireNonNull(source).getInputStream(entry)) {
                bytes.transferTo(content.output());
            }
        }

        private void put(ZipOutputStream zip, InputStream bytes) throws IOException {
            ZipEntry written = new ZipEntry(name);
            written.setLastModifiedTime(time);
            zip.putNextEntry(written);
            bytes.transferTo(zip);
            zip.closeEntry();
            isPut = true;
        }

        private InputStream bytes() throws IOException {
            NetArchive.this.open();
            return from == null || entry == null
                    ? new ByteArrayInputStream(content.whole())
                    : from.getInputStream(entry);
        }

        /** Its stream: to read in an archive that is read, else to write from the beginning. */
        public NetStream open() {
            NetArchive.this.open();
            try {
                if (mode.equals("Read")) {
                    return new NetStream(bytes(), null, length());
                }
                if (mode.equals("Create")) {
                    return new NetStream(null, content.output(), -1);
                }
                content.place(0);
                return new NetStream(content);
            } catch (IOException failure) {
                throw FileTypes.failed(failure);
            }
        }

        /** Takes it out of the archive. */
        public void delete() {
            entries.remove(name);
        }

        /** Writes it to a file, and gives nothing. */
        Object extract(Path target, boolean overwrite) {
            try (InputStream bytes = bytes()) {
                if (overwrite) {
                    Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.copy(bytes, target);
                }
                Files.setLastModifiedTime(target, time);
                return List.of();
            } catch (IOException failure) {
                throw FileTypes.failed(failure);
            }
        }

        private long length() {
            return from != null && entry != null ? entry.getSize() : content.size();
        }

        @Override
        public String typeName() {
            return "System.IO.Compression.ZipArchiveEntry";
        }

        @Override
        public List<String> propertyNames() {
            return List.of("Archive", "CompressedLength", "FullName", "LastWriteTime", "Length", "Name");
        }

        @Override
        public @Nullable Object property(String property) {
            return switch (property.toLowerCase(Locale.ROOT)) {
                case "archive" -> NetArchive.this;
                case "compressedlength" -> entry == null ? 0 : entry.getCompressedSize();
                case "fullname" -> name;
                case "lastwritetime" -> time.toInstant().atZone(ZoneId.systemDefault());
                case "length" -> length();
                case "name" -> name.substring(name.lastIndexOf('/') + 1);
                default -> throw new NoSuchMember(typeName(), property);
            };
        }

        @Override
        public void setProperty(String property, @Nullable Object value) {
            ZonedDateTime moment = Conversion.to(ZonedDateTime.class, value);
            if (property.equalsIgnoreCase("LastWriteTime") && moment != null) {
                time = FileTime.from(moment.toInstant());
            } else {
                Shaped.super.setProperty(property, value);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
