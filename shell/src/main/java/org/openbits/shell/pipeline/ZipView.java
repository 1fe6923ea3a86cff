package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** What {@code [System.IO.Compression.ZipFile]::OpenRead()} gives. Public because scripts call it by name. */
public final class ZipView {

    private final ZipFile zip;

    private ZipView(ZipFile zip) {
        this.zip = zip;
    }

    static ZipView of(Path file) {
        try {
            return new ZipView(new ZipFile(file.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    public List<Object> getEntries() {
        List<Object> entries = new ArrayList<>();
        zip.stream().forEach(entry -> entries.add(new Item(zip, entry)));
        return entries;
    }

    public @Nullable Object getEntry(String name) {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : new Item(zip, entry);
    }

    public void dispose() {
        try {
            zip.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    /** A file in the archive. */
    record Item(ZipFile zip, ZipEntry entry) implements Shaped {

        @Override
        public String typeName() {
            return "System.IO.Compression.ZipArchiveEntry";
        }

        @Override
        public List<String> propertyNames() {
            return List.of("Archive", "CompressedLength", "FullName", "LastWriteTime", "Length", "Name");
        }

        @Override
        public @Nullable Object property(String name) {
            String full = entry.getName();
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "archive" -> null;
                case "compressedlength" -> entry.getCompressedSize();
                case "fullname" -> full;
                case "lastwritetime" -> entry.getLastModifiedTime().toInstant().atZone(ZoneId.systemDefault());
                case "length" -> entry.getSize();
                case "name" -> full.substring(full.lastIndexOf('/') + 1);
                default -> throw new NoSuchMember(typeName(), name);
            };
        }

        /** Writes it to a file, and gives nothing. */
        Object extract(Path file, boolean overwrite) {
            CopyOption[] options =
                    overwrite ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, file, options);
                return List.of();
            } catch (IOException failure) {
                throw new UncheckedIOException("The file '" + file + "': " + failure.getMessage(), failure);
            }
        }

        @Override
        public String toString() {
            return entry.getName();
        }
    }
}
