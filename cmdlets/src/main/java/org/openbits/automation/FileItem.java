package org.openbits.automation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file or directory as scripts see it. Its attributes are those of the moment it was looked at, as in .NET; {@link
 * #refresh} looks again. Long because scripts call .NET's methods by their names and numbers of arguments: most are a line.
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
            "CreationTimeUtc",
            "LastAccessTime",
            "LastAccessTimeUtc",
            "LastWriteTime",
            "LastWriteTimeUtc",
            "LinkTarget",
            "PSPath");
    private static final List<String> OF_FILES = ofFiles();

    private Path path;
    private @Nullable BasicFileAttributes attributes;
    private boolean isSeen;
    private boolean absentDirectory;

    @Override
    public List<String> typeNames() {
        return List.of(typeName(), "System.IO.FileSystemInfo", "System.MarshalByRefObject", "System.Object");
    }

    /** Looks at a path. */
    public FileItem(Path path) {
        this(path, true);
    }

    private FileItem(Path path, boolean looks) {
        this.path = path;
        if (looks) {
            refresh();
        }
    }

    /** A file that is looked at when something of it is asked for the first time, as a FileInfo made by name is. */
    public static FileItem unseen(Path path) {
        return new FileItem(path, false);
    }

    /** A directory, whether it is there or not. */
    public static FileItem ofDirectory(Path path) {
        FileItem item = new FileItem(path);
        item.absentDirectory = item.attributes == null;
        return item;
    }

    /** Looks again. */
    public void refresh() {
        isSeen = true;
        attributes = read(path);
    }

    private @Nullable BasicFileAttributes seen() {
        if (!isSeen) {
            refresh();
        }
        return attributes;
    }

    /** Deletes the file or the empty directory; a file that is not there is no error. */
    public void delete() throws IOException {
        if (isDirectory()) {
            Files.delete(path);
        } else {
            Files.deleteIfExists(path);
        }
    }

    /** Deletes a directory and, when asked to, what is in it. */
    public void delete(boolean recursive) throws IOException {
        if (recursive && isDirectory()) {
            try (java.util.stream.Stream<Path> all = Files.walk(path)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } else {
            delete();
        }
        refresh();
    }

    /** Makes the directory, or an empty file. */
    public void create() throws IOException {
        if (isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.write(path, new byte[0]);
        }
        refresh();
    }

    /** Copies the file; what is there already is an error. */
    public FileItem copyTo(String target) throws IOException {
        return copyTo(target, false);
    }

    /** Copies the file. */
    public FileItem copyTo(String target, boolean overwrite) throws IOException {
        Path to = path.resolveSibling(target);
        return new FileItem(
                overwrite
                        ? Files.copy(path, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING)
                        : Files.copy(path, to));
    }

    /** Gives it another place. */
    public void moveTo(String target) throws IOException {
        moveTo(target, false);
    }

    /** Gives it another place, also where there is a file already when that was asked for. */
    public void moveTo(String target, boolean overwrite) throws IOException {
        Path to = path.resolveSibling(target);
        path = overwrite
                ? Files.move(path, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING)
                : Files.move(path, to);
        refresh();
    }

    /** The files of a directory. */
    public List<FileItem> getFiles() throws IOException {
        return entries("*", false, "TopDirectoryOnly");
    }

    /** The files of a directory whose names match. */
    public List<FileItem> getFiles(String pattern) throws IOException {
        return entries(pattern, false, "TopDirectoryOnly");
    }

    /** The same, with AllDirectories also below. */
    public List<FileItem> getFiles(String pattern, Object depth) throws IOException {
        return entries(pattern, false, Conversion.toText(depth));
    }

    /** The directories of a directory. */
    public List<FileItem> getDirectories() throws IOException {
        return entries("*", true, "TopDirectoryOnly");
    }

    /** The directories of a directory whose names match. */
    public List<FileItem> getDirectories(String pattern) throws IOException {
        return entries(pattern, true, "TopDirectoryOnly");
    }

    /** The files of a directory, one by one in .NET. */
    public List<FileItem> enumerateFiles() throws IOException {
        return getFiles();
    }

    /** The files of a directory whose names match. */
    public List<FileItem> enumerateFiles(String pattern) throws IOException {
        return getFiles(pattern);
    }

    /** The same, with AllDirectories also below. */
    public List<FileItem> enumerateFiles(String pattern, Object depth) throws IOException {
        return getFiles(pattern, depth);
    }

    /** The directories of a directory, one by one in .NET. */
    public List<FileItem> enumerateDirectories() throws IOException {
        return getDirectories();
    }

    /** The directories of a directory whose names match. */
    public List<FileItem> enumerateDirectories(String pattern) throws IOException {
        return getDirectories(pattern);
    }

    /** The files and directories of a directory. */
    public List<FileItem> getFileSystemInfos() throws IOException {
        return getFileSystemInfos("*");
    }

    /** Those whose names match. */
    public List<FileItem> getFileSystemInfos(String pattern) throws IOException {
        List<FileItem> all = new ArrayList<>(entries(pattern, true, "TopDirectoryOnly"));
        all.addAll(entries(pattern, false, "TopDirectoryOnly"));
        return all;
    }

    /** Those, one by one in .NET. */
    public List<FileItem> enumerateFileSystemInfos() throws IOException {
        return getFileSystemInfos();
    }

    /** Makes a directory below this one. */
    public FileItem createSubdirectory(String name) throws IOException {
        return new FileItem(Files.createDirectories(path.resolve(name.replace('\\', '/'))));
    }

    private List<FileItem> entries(String pattern, boolean directories, String depth) throws IOException {
        java.util.function.Predicate<String> wanted = Conversion.wildcard(pattern, false);
        int levels = depth.equalsIgnoreCase("AllDirectories") ? Integer.MAX_VALUE : 1;
        try (java.util.stream.Stream<Path> all = Files.walk(path, levels)) {
            return all.filter(each -> !each.equals(path) && Files.isDirectory(each) == directories)
                    .filter(each -> wanted.test(each.getFileName().toString()))
                    .sorted()
                    .map(FileItem::new)
                    .toList();
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Whether it is a directory, or a link to one. */
    public boolean isDirectory() {
        BasicFileAttributes read = seen();
        return read == null ? absentDirectory : read.isDirectory();
    }

    /** Whether PowerShell hides it without {@code -Force}. */
    public boolean isHidden() {
        return name().startsWith(".");
    }

    /** Its own name, without the directory. */
    public String name() {
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
        BasicFileAttributes read = seen();
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
            case "attributes" -> attributes();
            case "isreadonly" -> isReadOnly();
            case "length" -> {
                if (isDirectory()) {
                    throw new NoSuchMember(typeName(), name); // so that sums of lengths are those of files
                }
                yield length(read);
            }
            case "lengthstring" -> isDirectory() ? "" : String.valueOf(length(read));
            case "creationtime" -> time(read == null ? null : read.creationTime());
            case "lastaccesstime" -> time(read == null ? null : read.lastAccessTime());
            case "lastwritetime" -> time(read == null ? null : read.lastModifiedTime());
            case "creationtimeutc" -> utc(read == null ? null : read.creationTime());
            case "lastaccesstimeutc" -> utc(read == null ? null : read.lastAccessTime());
            case "lastwritetimeutc" -> utc(read == null ? null : read.lastModifiedTime());
            case "lastwritetimestring" -> shown(read);
            case "root" -> path.getRoot() == null ? null : ofDirectory(path.getRoot());
            case "linktarget", "target" -> target();
            case "linktype" -> Files.isSymbolicLink(path) ? "SymbolicLink" : null;
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        try {
            switch (name.toLowerCase(Locale.ROOT)) {
                // Where no creation time can be set, .NET sets that of the last write.
                case "lastwritetime", "lastwritetimeutc", "creationtime", "creationtimeutc" ->
                    times().setTimes(fileTime(value), null, fileTime(value));
                case "lastaccesstime", "lastaccesstimeutc" -> times().setTimes(null, fileTime(value), null);
                case "isreadonly" -> setReadOnly(Conversion.isTrue(value));
                // The others have no meaning where a name decides what is hidden.
                case "attributes" ->
                    setReadOnly(
                            Conversion.toText(value).toLowerCase(Locale.ROOT).contains("readonly"));
                default -> Shaped.super.setProperty(name, value);
            }
            refresh();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private BasicFileAttributeView times() {
        return Files.getFileAttributeView(path, BasicFileAttributeView.class);
    }

    private static @Nullable FileTime fileTime(@Nullable Object value) {
        ZonedDateTime moment = Conversion.to(ZonedDateTime.class, value);
        return moment == null ? null : FileTime.from(moment.toInstant());
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
                + (seen() != null && (!Files.isWritable(path) || isReadOnly()) ? "r" : "-")
                + (isHidden() ? "h" : "-")
                + "-";
    }

    /** Whether its owner may not write, which does not stop root. */
    private boolean isReadOnly() {
        try {
            return !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_WRITE);
        } catch (IOException | UnsupportedOperationException unknown) {
            return !Files.isWritable(path);
        }
    }

    private void setReadOnly(boolean isWanted) throws IOException {
        if (!path.toFile().setWritable(!isWanted, true)) {
            throw new IOException("the system refuses to change the rights of " + path);
        }
    }

    /** As .NET's FileAttributes prints. */
    private String attributes() {
        List<String> found = new ArrayList<>();
        if (seen() != null && !isDirectory() && (!Files.isWritable(path) || isReadOnly())) {
            found.add("ReadOnly");
        }
        if (isHidden()) {
            found.add("Hidden");
        }
        if (isDirectory()) {
            found.add("Directory");
        }
        if (Files.isSymbolicLink(path)) {
            found.add("ReparsePoint");
        }
        return found.isEmpty() ? "Normal" : String.join(", ", found);
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
