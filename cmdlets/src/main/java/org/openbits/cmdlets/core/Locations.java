package org.openbits.cmdlets.core;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.RecordFailure;
import org.openbits.automation.Session;
import org.openbits.automation.SessionDrive;

/**
 * Turns the paths of a script into paths of the file system. Both slashes separate, {@code ~} is the home directory,
 * relative paths begin at the session's location.
 */
final class Locations {

    private static final String PROVIDER = "FileSystem::";

    private static final Pattern OTHER_PROVIDER = Pattern.compile("(?:[\\w.]+\\\\)?([A-Za-z]\\w*)::.*");

    private static final Pattern DRIVE = Pattern.compile("(\\w[\\w.-]*):/*(.*)");

    private Locations() {}

    /** The absolute path of a literal text. */
    static Path resolve(CommandRuntime runtime, String text) {
        Matcher provider = OTHER_PROVIDER.matcher(text);
        if (!text.contains(PROVIDER) && provider.matches()) {
            throw new RecordFailure(Failures.of(
                    "ProviderNotFound",
                    ErrorCategory.ObjectNotFound,
                    provider.group(1),
                    "Cannot find a provider with the name '" + provider.group(1) + "'."));
        }
        String plain = onDrive(runtime, plain(text));
        if (hasForeignDrive(plain)) {
            throw new RecordFailure(Failures.of(
                    "DriveNotFound",
                    ErrorCategory.ObjectNotFound,
                    plain.substring(0, plain.indexOf(':')),
                    "Cannot find drive. A drive with the name '" + plain.substring(0, plain.indexOf(':'))
                            + "' does not exist."));
        }
        try {
            return runtime.currentDirectory().resolve(plain).normalize();
        } catch (InvalidPathException invalid) {
            throw runtime.terminate(Failures.of(
                    "InvalidPath",
                    ErrorCategory.InvalidArgument,
                    text,
                    "The path '" + text + "' cannot exist: " + invalid.getReason() + "."));
        }
    }

    /** The existing paths that a pattern matches, in order of their names; a text without wildcards is itself. */
    static List<Path> expand(CommandRuntime runtime, String pattern) throws IOException {
        if (!Conversion.hasWildcard(pattern) || Files.exists(resolve(runtime, pattern), LinkOption.NOFOLLOW_LINKS)) {
            return List.of(resolve(runtime, pattern.replace("`", "")));
        }
        String plain = onDrive(runtime, plain(pattern));
        int wild = 0;
        String[] segments = plain.split("/", -1);
        while (!Conversion.hasWildcard(segments[wild])) {
            wild++;
        }
        String fixed = String.join("/", List.of(segments).subList(0, wild));
        boolean rooted = wild > 0 && fixed.isEmpty();
        List<Path> found = new ArrayList<>();
        descend(resolve(runtime, rooted ? "/" : fixed), List.of(segments).subList(wild, segments.length), found);
        return found;
    }

    /** The paths of {@code -Path} or {@code -LiteralPath}, whichever was given. */
    static List<Path> expand(CommandRuntime runtime, List<String> patterns, List<String> literals) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String pattern : patterns) {
            paths.addAll(expand(runtime, pattern));
        }
        for (String literal : literals) {
            paths.add(resolve(runtime, literal));
        }
        return paths;
    }

    /** With the separators of this platform and without what names PowerShell's provider. */
    static String plain(String text) {
        String plain = text;
        int provider = plain.indexOf(PROVIDER);
        if (provider >= 0) {
            plain = plain.substring(provider + PROVIDER.length());
        }
        plain = plain.replace('\\', '/');
        if (plain.equals("~") || plain.startsWith("~/")) {
            plain = System.getProperty("user.home").replace('\\', '/') + plain.substring(1);
        }
        return plain;
    }

    /** A path through a drive of the session as one of the file system; any other as it is. */
    private static String onDrive(CommandRuntime runtime, String plain) {
        Matcher parts = DRIVE.matcher(plain);
        if (!parts.matches() || plain.contains("://")) {
            return plain;
        }
        Map<String, SessionDrive> drives;
        try {
            drives = runtime.service(Session.class).drives();
        } catch (IllegalStateException withoutSession) {
            return plain;
        }
        SessionDrive drive = drives.get(parts.group(1).toLowerCase(Locale.ROOT));
        return drive == null ? plain : PathText.join(drive.root().toString(), parts.group(2));
    }

    private static boolean hasForeignDrive(String plain) {
        return File.separatorChar == '/' && plain.matches("[A-Za-z]\\w*:(/.*)?");
    }

    private static void descend(Path directory, List<String> segments, List<Path> found) throws IOException {
        if (segments.isEmpty()) {
            found.add(directory);
            return;
        }
        String segment = segments.get(0);
        List<String> rest = segments.subList(1, segments.size());
        if (!Conversion.hasWildcard(segment)) {
            Path next = directory.resolve(segment).normalize();
            if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                descend(next, rest, found);
            }
            return;
        }
        for (Path match : children(directory, Conversion.wildcard(segment, false))) {
            descend(match, rest, found);
        }
    }

    /** The entries of a directory whose names match, in order; none when it is no directory. */
    static List<Path> children(Path directory, Predicate<String> matches) throws IOException {
        List<Path> children = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return children;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (matches.test(entry.getFileName().toString())) {
                    children.add(entry);
                }
            }
        }
        children.sort((left, right) -> String.CASE_INSENSITIVE_ORDER
                .thenComparing(String::compareTo)
                .compare(left.getFileName().toString(), right.getFileName().toString()));
        return children;
    }
}
