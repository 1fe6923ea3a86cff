package org.openbits.cmdlets.core;

import java.io.File;

/** Paths and URLs as text: both slashes separate. */
final class PathText {

    private PathText() {}

    static String join(String parent, String child) {
        String separator = separatorOf(parent);
        String below = child.replaceFirst("^[/\\\\]+", "");
        if (parent.isEmpty()) {
            return child;
        }
        String joined = parent.replaceFirst("[/\\\\]+$", "") + separator + below;
        return separator.equals("/") && !isUrl(parent) ? joined.replace('\\', '/') : joined;
    }

    static String leaf(String path) {
        String trimmed = trim(path);
        return trimmed.substring(lastSeparator(trimmed) + 1);
    }

    static String parent(String path) {
        String trimmed = trim(path);
        int end = lastSeparator(trimmed);
        if (end < 0) {
            return "";
        }
        boolean isRoot = end == 0 || trimmed.charAt(end - 1) == ':';
        return trimmed.substring(0, isRoot && trimmed.length() > end + 1 ? end + 1 : end);
    }

    static String extension(String path) {
        String leaf = leaf(path);
        int dot = leaf.lastIndexOf('.');
        return dot < 0 ? "" : leaf.substring(dot);
    }

    /** {@code C:}, {@code Env:} and the like; empty when there is none. */
    static String qualifier(String path) {
        int colon = path.indexOf(':');
        return colon > 0 && !path.substring(0, colon).contains("/") ? path.substring(0, colon + 1) : "";
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("\\") || !qualifier(path).isEmpty();
    }

    private static String trim(String path) {
        return path.length() > 1 ? path.replaceFirst("(?<=.)[/\\\\]+$", "") : path;
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    private static boolean isUrl(String path) {
        return path.contains("://");
    }

    /** Windows' own paths keep their separator, so that scripts can build paths for another machine. */
    private static String separatorOf(String parent) {
        boolean isWindows = parent.matches("(?s)[A-Za-z]:.*") || parent.startsWith("\\\\");
        return isWindows && !parent.contains("/") ? "\\" : isUrl(parent) ? "/" : File.separator;
    }
}
