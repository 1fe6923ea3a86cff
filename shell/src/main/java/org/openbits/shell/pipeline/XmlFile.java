package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbits.automation.Members;
import org.openbits.automation.XmlText;
import org.w3c.dom.Document;

/** Where {@code $document.Load()} reads, a file or a web address, and where {@code $document.Save()} writes. */
record XmlFile(Engine engine, String place) {

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']+)");

    /** @param method load or save */
    Object call(Document document, String method) {
        try {
            if (method.equals("load")) {
                XmlText.load(document, read());
            } else {
                NetWriter writer = NetWriter.into(StreamTypes.open(path(), "Create", "Write"), encoding(document));
                writer.write(XmlText.indented(document));
                writer.close();
            }
            return List.of();
        } catch (IOException failure) {
            throw new NetException(
                    "System.IO.IOException", "The file '" + path() + "': " + failure.getMessage(), failure);
        }
    }

    /** As the declaration says, with its mark; without one UTF-8 without a mark. */
    private static TextEncoding encoding(Document document) {
        String declaration = XmlText.declaration(document);
        Matcher named = ENCODING.matcher(declaration == null ? "" : declaration);
        return named.find() ? TextEncoding.named(named.group(1)) : TextEncoding.usual();
    }

    /** Writes it into a writer: an XmlWriter, a StringWriter, a stream. */
    static Object write(Document document, @org.jspecify.annotations.Nullable Object writer) {
        if (writer instanceof XmlOut out) {
            out.writeAll(document);
            return List.of();
        }
        if (writer instanceof NetStream stream) {
            NetWriter text = NetWriter.into(stream, encoding(document));
            text.write(XmlText.indented(document));
            text.flush();
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
