package org.openbits.cmdlets;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobType;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ExitCode;

/**
 * Pairs -Source and -Destination into files: relative names against the current location, directories plus the last
 * segment of the source, missing directories refused before there is a job.
 */
final class TransferNames {

    private static final Pattern ON_SHARE =
            Pattern.compile("[\\\\/]{2}|smb://|file:/(/(?!/|localhost/)|///)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
    private static final Pattern DOTS = Pattern.compile("\\.{1,2}");
    private static final Pattern ODD_END = Pattern.compile("[. ]+$");

    private final Path current;
    /** What was looked at; thousands of files mostly go into one directory. */
    private final Map<Path, Boolean> directories = new HashMap<>();

    TransferNames(Path current) {
        this.current = current;
    }

    /** @throws CmdletException with PowerShell's id when the names do not fit */
    List<FileSpec> pair(JobType type, List<String> sources, List<String> destinations) {
        boolean sharesOne = destinations.size() == 1 && sources.size() > 1;
        boolean toOneDirectory = sharesOne && (!type.isUpload() || isRemoteDirectory(destinations.get(0)));
        if (!destinations.isEmpty() && destinations.size() != sources.size() && !toOneDirectory) {
            throw refusal(
                    "SourceDestinationCountMismatch",
                    "-Source has " + sources.size() + " name(s) and -Destination " + destinations.size()
                            + "; give as many of each, or one existing directory for several downloads, or one address"
                            + " that ends with / for several uploads.");
        }
        List<FileSpec> files = new ArrayList<>();
        for (int index = 0; index < sources.size(); index++) {
            String destination = destinations.isEmpty() ? "" : destinations.get(sharesOne ? 0 : index);
            if (type.isUpload()) {
                files.addAll(uploads(sources.get(index), destination));
            } else {
                files.add(download(sources.get(index), destination, sharesOne));
            }
        }
        return files;
    }

    /** One file, or those that a pattern matches; each gets its own name where the destination ends with a slash. */
    private List<FileSpec> uploads(String source, String destination) {
        boolean isFile = destination.regionMatches(true, 0, "file:", 0, 5);
        if (isLocal(destination) && !isFile) {
            throw refusal(
                    "UploadDestinationNotRemote",
                    "An upload needs the URL or UNC name of the destination; got '" + destination + "'.");
        }
        if (!isPattern(source)) {
            return List.of(upload(local(source), destination));
        }
        if (!isRemoteDirectory(destination)) {
            throw refusal(
                    "UploadDestinationNotDirectory",
                    "'" + source + "' may match several files; write the destination with / at its end: '" + destination
                            + "/'.");
        }
        List<FileSpec> files = new ArrayList<>();
        for (Path file : matches(local(source))) {
            files.add(upload(file, destination));
        }
        return files;
    }

    private static List<Path> matches(Path pattern) {
        Path directory = pattern.getParent();
        if (directory == null) {
            throw notFound(pattern);
        }
        Predicate<String> wanted = Conversion.wildcard(String.valueOf(pattern.getFileName()), true);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (Path each : all) {
                if (wanted.test(String.valueOf(each.getFileName()))) {
                    files.add(each);
                }
            }
        } catch (IOException e) {
            throw notFound(directory);
        }
        if (files.isEmpty()) {
            throw notFound(pattern);
        }
        files.sort(null);
        return files;
    }

    private static FileSpec upload(Path file, String destination) {
        if (!Files.isRegularFile(file)) {
            throw notFound(file);
        }
        String last = String.valueOf(file.getFileName());
        String name = destination;
        if (isRemoteDirectory(destination)) {
            name += isUnc(destination) ? last : encoded(last);
        }
        return FileSpec.of(name, file.toString());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private FileSpec download(String source, String destination, boolean needsDirectory) {
        if (!isLocal(destination)) {
            throw refusal(
                    "DestinationNotLocal",
                    "A download needs a local destination; got '" + destination
                            + "'. To send a file there, add -TransferType Upload.");
        }
        String remote = remote(source);
        Path path = local(destination);
        boolean isDirectory = destination.isEmpty() || endsWithSeparator(destination) || isDirectory(path);
        boolean isPattern = isPattern(source);
        if (isDirectory || isPattern || needsDirectory) {
            requireDirectory(path);
            return FileSpec.of(remote, (isPattern ? path : path.resolve(lastSegment(source))).toString())
                    .withServerMayName(isDirectory && isHttp(remote));
        }
        requireDirectory(path.getParent() == null ? path : path.getParent());
        return FileSpec.of(remote, path.toString());
    }

    /** The name as a job takes it: an address, or an absolute path. */
    String remote(String source) {
        return isLocal(source) ? local(source).toString() : source;
    }

    /** A wildcard counts in the last segment of a local name or one on a share, unless a file of that very name exists. */
    private boolean isPattern(String source) {
        boolean isOnShare = isOnShare(source);
        String last = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        if (!Conversion.hasWildcard(last) || !(isLocal(source) || isOnShare)) {
            return false;
        }
        return isOnShare || !Files.exists(local(source));
    }

    /** Both slashes end a name on a share, one ends any other. */
    private static boolean isRemoteDirectory(String destination) {
        return destination.endsWith("/") || isOnShare(destination) && destination.endsWith("\\");
    }

    /** In such a name everything stands for itself. */
    private static boolean isUnc(String name) {
        return name.startsWith("\\\\") || name.startsWith("//") || name.startsWith("\\/") || name.startsWith("/\\");
    }

    /** A UNC name, an {@code smb:} URL, or a {@code file:} URL with a server. */
    private static boolean isOnShare(String name) {
        return ON_SHARE.matcher(name).lookingAt();
    }

    /** Whether it is a path of this host: no URL but {@code file:}, nothing on a share. */
    static boolean isLocal(String name) {
        return !isOnShare(name)
                && (name.regionMatches(true, 0, "file:", 0, 5)
                        || !URL.matcher(name).matches());
    }

    private static boolean endsWithSeparator(String name) {
        return name.endsWith("/") || name.endsWith("\\");
    }

    /** The absolute path of a local name; both slashes separate, {@code ~} is the home directory. */
    private Path local(String name) {
        try {
            if (name.regionMatches(true, 0, "file:", 0, 5)) {
                return Path.of(URI.create(name)).normalize();
            }
            String slashed = java.io.File.separatorChar == '/' ? name.replace('\\', '/') : name;
            if (slashed.equals("~") || slashed.startsWith("~/")) {
                slashed = System.getProperty("user.home") + slashed.substring(1);
            }
            return current.resolve(slashed).normalize();
        } catch (InvalidPathException failure) {
            throw refusal("InvalidPath", "'" + name + "' is no path: " + failure.getReason() + ".");
        } catch (IllegalArgumentException failure) {
            throw refusal("InvalidPath", "'" + name + "' is no file URI: " + failure.getMessage() + ".");
        }
    }

    private boolean isDirectory(Path path) {
        return directories.computeIfAbsent(path, Files::isDirectory);
    }

    private void requireDirectory(Path directory) {
        if (!isDirectory(directory)) {
            throw notFound(directory);
        }
    }

    private static boolean isHttp(String name) {
        return name.regionMatches(true, 0, "http:", 0, 5) || name.regionMatches(true, 0, "https:", 0, 6);
    }

    private static CmdletException notFound(Path path) {
        return new CmdletException(JobErrors.of(
                ErrorCode.ERROR_PATH_NOT_FOUND,
                "Cannot find path '" + path + "' because it does not exist.",
                "PathNotFound",
                ErrorCategory.ObjectNotFound,
                ExitCode.LOCAL));
    }

    private static CmdletException refusal(String id, String message) {
        return new CmdletException(
                JobErrors.of(ErrorCode.E_INVALIDARG, message, id, ErrorCategory.InvalidArgument, ExitCode.USAGE));
    }

    /**
     * The name a source gives its file: the last segment, percent-decoded for URLs, and harmless: a server must not
     * choose a directory, hide the end of the name or send control characters to the terminal.
     */
    static String lastSegment(String source) {
        boolean isUrl = !isLocal(source) && !isUnc(source);
        boolean hasQuery = isUrl && !isOnShare(source);
        String path = hasQuery ? withoutQuery(source) : source;
        path = isUrl ? withoutHost(path) : path;
        String last = path.substring(Math.max(path.lastIndexOf('/'), isUrl ? -1 : path.lastIndexOf('\\')) + 1);
        String name = isUrl || source.regionMatches(true, 0, "file:", 0, 5) ? decoded(last) : last;
        StringBuilder safe = new StringBuilder();
        for (int at = 0, each; at < name.length(); at += Character.charCount(each)) {
            each = name.codePointAt(at);
            if (!isInvisible(each)) {
                safe.appendCodePoint(each == '/' || each == '\\' ? '_' : each);
            }
        }
        String result = isUrl ? portable(safe.toString()) : safe.toString().strip();
        if (result.isEmpty() || result.equals(".") || result.equals("..")) {
            throw refusal(
                    "DestinationNameMissing",
                    "'" + source
                            + "' has no file name at its end; say with -Destination what the file shall be called.");
        }
        return result;
    }

    private static String withoutQuery(String url) {
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return url.substring(0, end);
    }

    private static String withoutHost(String url) {
        int colon = url.indexOf(':');
        if (colon < 0 || !url.startsWith("://", colon)) {
            return url;
        }
        int slash = url.indexOf('/', colon + 3);
        return slash < 0 ? "" : url.substring(slash);
    }

    /** Without what makes a drive, a stream or a device of a name somewhere. */
    private static String portable(String name) {
        String plain = name.replace(':', '_').strip();
        boolean dotsOnly = DOTS.matcher(plain).matches();
        String ended = dotsOnly ? plain : ODD_END.matcher(plain).replaceAll("");
        return DEVICE.matcher(ended).matches() ? "_" + ended : ended;
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment.toLowerCase(Locale.ROOT).contains("%2f") ? segment.replace('%', '_') : segment;
        }
    }
}
