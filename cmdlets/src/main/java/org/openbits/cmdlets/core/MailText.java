package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A message as it goes over the wire (RFC 5322, MIME): headers, an empty line, the body in base64, and each attachment
 * as a part of its own. Base64 keeps every text as it is and no line of it begins with a dot.
 *
 * @param blind who gets it without being named in it
 */
record MailText(
        MailAddress from,
        List<MailAddress> to,
        List<MailAddress> copy,
        List<MailAddress> blind,
        List<MailAddress> replyTo,
        String subject,
        String body,
        boolean isHtml,
        Charset charset,
        String priority,
        List<Path> attachments) {

    private static final String END = "\r\n";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    /** Everybody it goes to. */
    List<MailAddress> recipients() {
        return List.of(to, copy, blind).stream().flatMap(List::stream).toList();
    }

    /** Writes it, with CR LF at each line's end; files are read as they are written. */
    void write(OutputStream out, ZonedDateTime now) throws IOException {
        StringBuilder head = new StringBuilder();
        header(head, "From", from.header());
        addresses(head, "To", to);
        addresses(head, "Cc", copy);
        addresses(head, "Reply-To", replyTo);
        header(head, "Subject", MailAddress.encoded(subject));
        header(head, "Date", DATE.format(now));
        String domain = from.address().substring(from.address().indexOf('@') + 1);
        header(head, "Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
        if (!priority.equalsIgnoreCase("Normal")) {
            header(head, "X-Priority", priority.equalsIgnoreCase("High") ? "1" : "5");
            header(head, "Importance", priority.toLowerCase(Locale.ROOT));
        }
        header(head, "MIME-Version", "1.0");
        String boundary = "=_" + UUID.randomUUID().toString().replace("-", "");
        if (!attachments.isEmpty()) {
            header(head, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
            head.append(END).append("--").append(boundary).append(END);
        }
        header(head, "Content-Type", (isHtml ? "text/html" : "text/plain") + "; charset=" + charset.name());
        header(head, "Content-Transfer-Encoding", "base64");
        head.append(END);
        ascii(out, head.toString());
        ascii(out, Base64.getMimeEncoder().encodeToString(body.getBytes(charset)) + END);
        for (Path each : attachments) {
            attach(out, each, boundary);
        }
        if (!attachments.isEmpty()) {
            ascii(out, "--" + boundary + "--" + END);
        }
    }

    private static void attach(OutputStream out, Path file, String boundary) throws IOException {
        StringBuilder head = new StringBuilder("--").append(boundary).append(END);
        String type = Files.probeContentType(file);
        header(head, "Content-Type", type == null ? "application/octet-stream" : type);
        header(head, "Content-Transfer-Encoding", "base64");
        header(
                head,
                "Content-Disposition",
                "attachment; " + fileName(file.getFileName().toString()));
        ascii(out, head.append(END).toString());
        // The encoder writes its last letters when it is closed; the stream below must stay open.
        OutputStream kept = new java.io.FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
        try (OutputStream letters = Base64.getMimeEncoder().wrap(kept)) {
            Files.copy(file, letters);
        }
        ascii(out, END);
    }

    /** RFC 2231 for a name that is not plain. */
    private static String fileName(String name) {
        boolean isPlain = MailAddress.isAscii(name) && MailAddress.hasOneLine(name) && !name.matches(".*[\"\\\\].*");
        return isPlain
                ? "filename=\"" + name + "\""
                : "filename*=utf-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A");
    }

    private static void addresses(StringBuilder head, String name, List<MailAddress> all) {
        if (!all.isEmpty()) {
            header(head, name, all.stream().map(MailAddress::header).collect(Collectors.joining("," + END + " ")));
        }
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append(END);
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
