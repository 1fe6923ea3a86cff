package org.openbits.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A directory as a page of links, for people and for {@code wget -r}. */
final class DirectoryPage {

    /** A longer directory is cut, and says so. */
    private static final int MOST = 10_000;

    private DirectoryPage() {}

    static String of(RequestPath path, Path directory, ServedDirectory served) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (names.size() == MOST) {
                    break;
                }
                add(names, entry, path, served);
            }
        }
        Collections.sort(names);
        String title = "/" + String.join("/", path.names());
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title></head><body><h1>")
                .append(escaped(title))
                .append("</h1><ul>\n");
        if (!path.names().isEmpty()) {
            page.append("<li><a href=\"../\">../</a></li>\n");
        }
        for (String name : names) {
            page.append("<li><a href=\"./")
                    .append(encoded(name))
                    .append("\">")
                    .append(escaped(name))
                    .append("</a></li>\n");
        }
        return page.append(names.size() == MOST ? "</ul><p>There are more.</p>" : "</ul>")
                .append("</body></html>\n")
                .toString();
    }

    /** Only what a request for it would find. */
    private static void add(List<String> names, Path entry, RequestPath path, ServedDirectory served) {
        String name = String.valueOf(entry.getFileName());
        RequestPath asked = RequestPath.of("/" + encoded(name));
        if (asked == null) {
            return;
        }
        List<String> all = new ArrayList<>(path.names());
        all.add(name);
        Path found = served.find(new RequestPath(all, false));
        if (found != null) {
            names.add(Files.isDirectory(found) ? name + "/" : name);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
