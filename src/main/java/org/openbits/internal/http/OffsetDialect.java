package org.openbits.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two protocols that append to an upload at an offset, by HEAD and PATCH; they differ in their headers only. */
enum OffsetDialect {
    /** tus 1.0.0: core, creation, termination; expiration and checksum where the server knows them. */
    TUS {
        @Override
        Map<String, String> common() {
            return Map.of("Tus-Resumable", "1.0.0");
        }

        @Override
        Map<String, String> creation(String fileName, long totalBytes) {
            String name = Base64.getEncoder().encodeToString(fileName.getBytes(StandardCharsets.UTF_8));
            return with("Upload-Length", Long.toString(totalBytes), "Upload-Metadata", "filename " + name);
        }

        @Override
        Map<String, String> append(long offset, boolean last) {
            return with("Content-Type", "application/offset+octet-stream", "Upload-Offset", Long.toString(offset));
        }

        @Override
        boolean isComplete(UploadAnswer answer, long offset, long totalBytes) {
            return offset == totalBytes;
        }

        @Override
        String words() {
            return "tus 1.0";
        }
    },
    /** The IETF draft, draft-ietf-httpbis-resumable-upload. */
    RESUMABLE {
        @Override
        Map<String, String> common() {
            return Map.of("Upload-Draft-Interop-Version", INTEROP_VERSION);
        }

        @Override
        Map<String, String> creation(String fileName, long totalBytes) {
            return with("Upload-Complete", totalBytes == 0 ? "?1" : "?0", "Upload-Length", Long.toString(totalBytes));
        }

        @Override
        Map<String, String> append(long offset, boolean last) {
            Map<String, String> headers = with("Content-Type", PARTIAL_UPLOAD, "Upload-Offset", Long.toString(offset));
            headers.put("Upload-Complete", last ? "?1" : "?0");
            return headers;
        }

        @Override
        boolean isComplete(UploadAnswer answer, long offset, long totalBytes) {
            return "?1".equals(answer.header("Upload-Complete"));
        }

        @Override
        String words() {
            return "the IETF resumable upload draft (interop version " + INTEROP_VERSION + ")";
        }
    };

    /** The version of the draft that is spoken; a server of another answers as if it knew none. */
    static final String INTEROP_VERSION = "8";

    static final String PARTIAL_UPLOAD = "application/partial-upload";

    /** Headers of every request. */
    abstract Map<String, String> common();

    abstract Map<String, String> creation(String fileName, long totalBytes);

    /** @param last whether the body reaches the end of the file */
    abstract Map<String, String> append(long offset, boolean last);

    /** Whether the answer to HEAD or PATCH says that the file is whole. */
    abstract boolean isComplete(UploadAnswer answer, long offset, long totalBytes);

    /** Its name for people. */
    abstract String words();

    private static Map<String, String> with(String name, String value, String other, String otherValue) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(name, value);
        headers.put(other, otherValue);
        return headers;
    }
}
