package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.XmlText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * .NET's XmlWriter and XmlTextWriter: a document written from its beginning to its end. What was written stands in its
 * file or text once the writer is flushed or closed. Public because scripts call it by name.
 */
public final class XmlOut {

    private final Document document = XmlText.empty();
    private final Object target;
    private Node current = document;
    private String encoding;
    private boolean isIndented;
    private boolean isDeclared;
    private boolean isClosed;

    /** @param target a Path, a StringWriter or a StringBuilder */
    private XmlOut(Object target, String encoding, boolean isIndented, boolean isDeclared) {
        this.target = target;
        this.encoding = target instanceof Path ? encoding : "utf-16";
        this.isIndented = isIndented;
        this.isDeclared = isDeclared;
    }

    public void writeStartDocument() {
        isDeclared = true;
    }

    public void writeStartDocument(boolean standalone) {
        isDeclared = true;
        document.setXmlStandalone(standalone);
    }

    public void writeEndDocument() {
        current = document;
    }

    public void writeStartElement(String name) {
        current = current.appendChild(document.createElement(name));
    }

    public void writeStartElement(String name, @Nullable String namespace) {
        current = current.appendChild(document.createElementNS(namespace, name));
        if (namespace != null && !namespace.isEmpty() && current.getParentNode() == document) {
            ((Element) current).setAttribute("xmlns", namespace);
        }
    }

    public void writeEndElement() {
        Node parent = current.getParentNode();
        if (parent == null) {
            throw new NetException("System.InvalidOperationException", "There was no XML start tag open.", null);
        }
        current = parent;
    }

    public void writeFullEndElement() {
        writeEndElement();
    }

    public void writeAttributeString(String name, @Nullable Object value) {
        if (!(current instanceof Element element)) {
            throw new NetException(
                    "System.InvalidOperationException", "An attribute needs an element that is open.", null);
        }
        element.setAttribute(name, Conversion.toText(value));
    }

    public void writeElementString(String name, @Nullable Object value) {
        writeStartElement(name);
        writeString(value);
        writeEndElement();
    }

    public void writeString(@Nullable Object value) {
        String text = Conversion.toText(value);
        if (!text.isEmpty()) {
            current.appendChild(document.createTextNode(text));
        }
    }

    public void writeValue(@Nullable Object value) {
        writeString(value);
    }

    public void writeCData(String text) {
        current.appendChild(document.createCDATASection(text));
    }

    public void writeComment(String text) {
        current.appendChild(document.createComment(text));
    }

    public void writeProcessingInstruction(String name, String text) {
        if (!name.equalsIgnoreCase("xml")) {
            current.appendChild(document.createProcessingInstruction(name, text));
        } else {
            isDeclared = true;
        }
    }

    /** What {@code document.WriteTo(writer)} does. */
    void writeAll(Document other) {
        for (Node each = other.getFirstChild(); each != null; each = each.getNextSibling()) {
            current.appendChild(document.importNode(each, true));
        }
    }

    public String getFormatting() {
        return isIndented ? "Indented" : "None";
    }

    public void setFormatting(Object formatting) {
        isIndented = Conversion.toText(formatting).matches("(?i)indented|1");
    }

    /** Accepted: two blanks a level. */
    public void setIndentation(int blanks) {
        isIndented |= blanks > 0;
    }

    /** Accepted: blanks. */
    public void setIndentChar(Object letter) {
        isIndented |= letter instanceof Character;
    }

    public void flush() {
        StringBuilder text = new StringBuilder();
        if (isDeclared) {
            text.append("<?xml version=\"1.0\" encoding=\"").append(encoding).append("\"?>");
        }
        for (Node each = document.getFirstChild(); each != null; each = each.getNextSibling()) {
            text.append(isIndented && !text.isEmpty() ? System.lineSeparator() : "")
                    .append(isIndented ? XmlText.indented(each) : XmlText.outer(each));
        }
        put(text.toString());
    }

    private void put(String text) {
        if (target instanceof Path file) {
            try {
                Files.writeString(file, text, StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new NetException(
                        "System.IO.IOException", "The file '" + file + "': " + failure.getMessage(), failure);
            }
        } else if (target instanceof TextBuilder builder) {
            builder.clear().append(text);
        } else if (target instanceof TextStream stream) {
            stream.write(text);
        }
    }

    public void close() {
        if (!isClosed) {
            isClosed = true;
            flush();
        }
    }

    public void dispose() {
        close();
    }

    /** {@code [System.Xml.XmlWriter]}, {@code XmlTextWriter} and {@code XmlWriterSettings}, by the last word. */
    record Type(Engine engine, String kind) implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return kind.equals("xmlwriter") && method.equals("create") ? create(arguments) : MISSING;
        }

        @Override
        public Object create(List<@Nullable Object> arguments) {
            if (kind.equals("xmlwritersettings")) {
                return new CustomObject("System.Xml.XmlWriterSettings")
                        .add("Indent", false)
                        .add("IndentChars", "  ")
                        .add("NewLineChars", System.lineSeparator())
                        .add("NewLineOnAttributes", false)
                        .add("OmitXmlDeclaration", false)
                        .add("ConformanceLevel", "Document")
                        .add("CloseOutput", false)
                        .add("Encoding", new TextEncoding(StandardCharsets.UTF_8));
            }
            Object first = arguments.isEmpty() ? "" : arguments.get(0);
            Object place = first instanceof TextStream || first instanceof TextBuilder
                    ? first
                    : engine.directory().resolve(Conversion.toText(first).replace('\\', '/'));
            boolean isText = kind.equals("xmltextwriter");
            CustomObject settings =
                    arguments.size() > 1 && arguments.get(1) instanceof CustomObject given ? given : null;
            boolean isIndented = settings != null && Conversion.isTrue(settings.property("Indent"));
            boolean omits = isText || settings != null && Conversion.isTrue(settings.property("OmitXmlDeclaration"));
            return new XmlOut(place, "utf-8", isIndented, !omits);
        }
    }
}
