package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.Members;
import org.openbits.automation.XmlText;
import org.w3c.dom.Document;

/** Where {@code $document.Load()} reads, a file or a web address, and where {@code $document.Save()} writes. */
record XmlFile(Engine engine, String place) {

    /** @param method load or save */
    Object call(Document document, String method) {
        try {
            if (method.equals("load")) {
                XmlText.load(document, read());
            } else {
                Files.writeString(path(), XmlText.indented(document));
            }
            return List.of();
        } catch (IOException failure) {
            throw new NetException(
                    "System.IO.IOException", "The file '" + path() + "': " + failure.getMessage(), failure);
        }
    }

    /** Writes it into a writer: an XmlWriter, a StringWriter or a stream of text. */
    static Object write(Document document, @org.jspecify.annotations.Nullable Object writer) {
        if (writer instanceof XmlOut out) {
            out.writeAll(document);
            return List.of();
        }
        Members.invoke(java.util.Objects.requireNonNull(writer), "Write", List.of(XmlText.indented(document)));
        return List.of();
    }

    private String read() throws IOException {
        if (!place.matches("(?i)https?://.*")) {
            return Scripts.text(Files.readAllBytes(path()));
        }
        HttpResponse<InputStream> answer = new WebExchange(URI.create(place)).send(engine);
        byte[] content = WebExchange.bytes(answer);
        if (answer.statusCode() >= 400) {
            throw WebFailure.answered(answer.statusCode());
        }
        return WebExchange.text(answer, content);
    }

    private Path path() {
        return engine.directory().resolve(place);
    }
}
