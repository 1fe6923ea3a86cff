package org.openbits.shell.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.FileItem;

/** The body of a form with files, {@code multipart/form-data}. */
final class WebForm {

    private final String boundary = UUID.randomUUID().toString();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * @param fields a file's item is sent as a file; each element of a list as a field of its own
     * @throws IOException when a file cannot be read
     */
    WebForm(Map<?, ?> fields) throws IOException {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            boolean many = field.getValue() != null && Conversion.isMany(field.getValue());
            for (Object value :
                    many ? Conversion.enumerate(field.getValue()) : java.util.Arrays.asList(field.getValue())) {
                part(Conversion.toText(field.getKey()), value);
            }
        }
        text("--" + boundary + "--\r\n");
    }

    private void part(String name, @Nullable Object value) throws IOException {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"");
        if (value instanceof FileItem item) {
            Path file = item.path();
            text("; filename=\"" + quoted(item.name()) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            bytes.write(Files.readAllBytes(file));
        } else {
            text("\r\n\r\n" + Conversion.toText(value));
        }
        text("\r\n");
    }

    /** A name may end neither its quotes nor its line. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void text(String text) throws IOException {
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] content() {
        return bytes.toByteArray();
    }

    String contentType() {
        return "multipart/form-data; boundary=\"" + boundary + "\"";
    }
}
