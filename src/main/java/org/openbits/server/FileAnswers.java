package org.openbits.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers GET and HEAD for files: conditions, ranges, validators, digests (RFC 9110 sections 13 and 14, RFC 9530). */
final class FileAnswers {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("txt", "text/plain"),
            Map.entry("css", "text/css"),
            Map.entry("js", "text/javascript"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("zip", "application/zip"),
            Map.entry("gz", "application/gzip"));

    private final ServedDirectory served;
    private final Digests digests;

    FileAnswers(ServedDirectory served, Digests digests) {
        this.served = served;
        this.digests = digests;
    }

    void answer(Request request, Response response, Callback callback, Path file, ServedDirectory.Opened opened)
            throws IOException {
        FileChannel channel = opened.channel();
        boolean isHanded = false;
        try {
            if (channel.size() != opened.version().size()) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, 1); // it changes at this moment
                end(response, callback, 503);
                return;
            }
            isHanded = answer(request, response, callback, new OpenFile(file, channel, opened.version()));
        } finally {
            if (!isHanded) {
                channel.close();
            }
        }
    }

    /** A file under its version; the channel is closed by whoever sends it. */
    record OpenFile(Path path, FileChannel channel, FileVersion version) {}

    /** Whether the channel went to a sender. */
    private boolean answer(Request request, Response response, Callback callback, OpenFile file) throws IOException {
        FileVersion version = file.version();
        int refusal = condition(request, version);
        response.getHeaders().put(HttpHeader.ETAG, version.etag());
        response.getHeaders().put(HttpHeader.LAST_MODIFIED, version.lastModified());
        if (refusal != 0) {
            return end(response, callback, refusal);
        }
        response.getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        List<ByteRange> ranges = ranges(request, version);
        if (ranges != null && ranges.isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_RANGE, "bytes */" + version.size());
            return end(response, callback, 416);
        }
        String digest = digests.of(file);
        if (digest != null) {
            response.getHeaders().put("Repr-Digest", digest);
        }
        List<FileSender.Piece> pieces = pieces(response, type(file.path()), ranges, version.size());
        long length = 0;
        for (FileSender.Piece piece : pieces) {
            length += piece.head().length + piece.range().length();
        }
        response.setStatus(ranges == null ? 200 : 206);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        if (request.getMethod().equals("HEAD") || length == 0) {
            response.write(true, null, callback);
            return false;
        }
        new FileSender(request, response, callback, served, file, pieces).iterate();
        return true;
    }

    private static boolean end(Response response, Callback callback, int status) {
        response.setStatus(status);
        if (status != 304) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        }
        response.write(true, null, callback);
        return false;
    }

    /** 304 or 412 when the request's conditions say so (RFC 9110 section 13.2.2), else 0. */
    private static int condition(Request request, FileVersion version) {
        String match = request.getHeaders().get(HttpHeader.IF_MATCH);
        String unmodified = request.getHeaders().get(HttpHeader.IF_UNMODIFIED_SINCE);
        if (match != null ? !names(match, version) : unmodified != null && !version.isUnchangedSince(unmodified)) {
            return 412;
        }
        String none = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
        String modified = request.getHeaders().get(HttpHeader.IF_MODIFIED_SINCE);
        return (none != null ? names(none, version) : modified != null && version.isUnchangedSince(modified)) ? 304 : 0;
    }

    private static boolean names(String list, FileVersion version) {
        return list.strip().equals("*") || list.contains(version.etag());
    }

    private static @Nullable List<ByteRange> ranges(Request request, FileVersion version) {
        String condition = request.getHeaders().get(HttpHeader.IF_RANGE);
        boolean isSame =
                condition == null || condition.equals(version.etag()) || condition.equals(version.lastModified());
        return isSame ? ByteRange.parse(request.getHeaders().get(HttpHeader.RANGE), version.size()) : null;
    }

    private static List<FileSender.Piece> pieces(
            Response response, String type, @Nullable List<ByteRange> ranges, long size) {
        if (ranges == null || ranges.size() == 1) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            ByteRange range = ranges == null ? new ByteRange(0, size) : ranges.get(0);
            if (ranges != null) {
                response.getHeaders().put(HttpHeader.CONTENT_RANGE, range.contentRange(size));
            }
            return List.of(new FileSender.Piece(new byte[0], range));
        }
        String boundary = UUID.randomUUID().toString();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary);
        List<FileSender.Piece> pieces = new ArrayList<>();
        for (ByteRange range : ranges) {
            String head = (pieces.isEmpty() ? "--" : "\r\n--") + boundary + "\r\nContent-Type: " + type
                    + "\r\nContent-Range: " + range.contentRange(size) + "\r\n\r\n";
            pieces.add(new FileSender.Piece(Front.ascii(head), range));
        }
        pieces.add(new FileSender.Piece(Front.ascii("\r\n--" + boundary + "--\r\n"), new ByteRange(0, 0)));
        return pieces;
    }

    static String type(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Whether a file can be opened; else it is as if it were not there. */
    static boolean isReadable(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file);
    }
}
