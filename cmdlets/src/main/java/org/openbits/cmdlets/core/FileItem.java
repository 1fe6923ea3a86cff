package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/**
 * A file or directory as scripts see it. Its attributes are those of the moment it was looked at, as in .NET; {@link
 * #refresh} looks again.
 */
public final class FileItem implements Shaped {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private static final List<String> SHARED = List.of(
            "Mode",
            "Name",
            "FullName",
            "BaseName",
            "Extension",
            "Parent",
            "Exists",
            "PSIsContainer",
            "CreationTime",
            "LastAccessTime",
            "LastWriteTime",
            "LinkTarget",
            "PSPath");
    private static final List<String> OF_FILES = ofFiles();

    private final Path path;
    private @Nullable BasicFileAttributes attributes;

    /** Looks at a path. */
    public FileItem(Path path) {
        this.path = path;
        refresh();
    }

    /** Looks again. */
    public void refresh() {
        attributes = read(path);
    }

    /** Deletes the file or the empty directory. */
    public void delete() throws IOException {
        Files.delete(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Whether it is a directory, or a link to one. */
    public boolean isDirectory() {
        return attributes != null && attributes.isDirectory();
    }

    /** Whether PowerShell hides it without {@code -Force}. */
    boolean isHidden() {
        return name().startsWith(".");
    }

    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    @Override
    public String typeName() {
        return isDirectory() ? "System.IO.DirectoryInfo" : "System.IO.FileInfo";
    }

    @Override
    public List<String> propertyNames() {
        return isDirectory() ? SHARED : OF_FILES;
    }

    @Override
    public @Nullable Object property(String name) {
        BasicFileAttributes read = attributes;
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mode" -> mode();
            case "name", "pschildname" -> name();
            case "fullname", "pspath" -> path.toString();
            case "basename" -> isDirectory() ? name() : withoutExtension();
            case "extension" -> extension();
            case "parent", "directory" -> path.getParent() == null ? null : new FileItem(path.getParent());
            case "directoryname", "directorystring" ->
                path.getParent() == null ? null : path.getParent().toString();
            case "exists" -> read != null;
            case "psiscontainer" -> isDirectory();
            case "isreadonly" -> !Files.isWritable(path);
            case "length" -> length(read);
            case "lengthstring" -> isDirectory() ? "" : String.valueOf(length(read));
            case "creationtime" -> time(read == null ? null : read.creationTime());
            case "lastaccesstime" -> time(read == null ? null : read.lastAccessTime());
            case "lastwritetime" -> time(read == null ? null : read.lastModifiedTime());
            case "lastwritetimeutc" -> utc(read == null ? null : read.lastModifiedTime());
            case "lastwritetimestring" -> shown(read);
            case "linktarget", "target" -> target();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        boolean isUtc = name.equalsIgnoreCase("LastWriteTimeUtc");
        if (!isUtc && !name.equalsIgnoreCase("LastWriteTime")) {
            Shaped.super.setProperty(name, value);
            return;
        }
        ZonedDateTime moment = Conversion.to(ZonedDateTime.class, value);
        if (moment == null) {
            return;
        }
        try {
            Files.setLastModifiedTime(path, FileTime.from(moment.toInstant()));
            refresh();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static List<String> ofFiles() {
        List<String> names = new ArrayList<>(SHARED);
        names.addAll(3, List.of("Length", "DirectoryName", "Directory", "IsReadOnly"));
        names.remove("Parent");
        return List.copyOf(names);
    }

    private static @Nullable BasicFileAttributes read(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException unreadable) {
            return readLink(path);
        }
    }

    /** A link to nothing is still something to look at. */
    private static @Nullable BasicFileAttributes readLink(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException absent) {
            return null;
        }
    }

    private String mode() {
        String kind = isDirectory() ? "d" : "-";
        return (Files.isSymbolicLink(path) ? "l" : kind)
                + (isDirectory() ? "-" : "a")
                + (attributes != null && !Files.isWritable(path) ? "r" : "-")
                + (isHidden() ? "h" : "-")
                + "-";
    }

    private String extension() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(dot);
    }

    private String withoutExtension() {
        return name().substring(0, name().length() - extension().length());
    }

    private static @Nullable Object length(@Nullable BasicFileAttributes read) {
        return read == null ? null : Long.valueOf(read.size());
    }

    private static @Nullable ZonedDateTime time(@Nullable FileTime time) {
        return time == null ? null : time.toInstant().atZone(ZoneId.systemDefault());
    }

    private static @Nullable ZonedDateTime utc(@Nullable FileTime time) {
        return time == null ? null : time.toInstant().atZone(ZoneOffset.UTC);
    }

    private static String shown(@Nullable BasicFileAttributes read) {
        ZonedDateTime moment = time(read == null ? null : read.lastModifiedTime());
        return moment == null ? "" : String.format(Locale.ROOT, "%10s  %8s", DATE.format(moment), TIME.format(moment));
    }

    private @Nullable String target() {
        try {
            return Files.isSymbolicLink(path) ? Files.readSymbolicLink(path).toString() : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
