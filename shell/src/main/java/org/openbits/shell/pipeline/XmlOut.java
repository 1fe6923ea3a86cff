package org.openbits.shell.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.NetNamed;
import org.openbits.automation.XmlText;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * .NET's XmlWriter and XmlTextWriter: a document written from its beginning to its end. Public because scripts call it by
 * name.
 */
public final class XmlOut implements NetNamed {

    /**
     * How it writes.
     *
     * @param isAutomatic whether the declaration is written without WriteStartDocument, as XmlWriter.Create's writers do
     */
    record Layout(boolean indents, String step, String newLine, boolean linesAttributes, boolean isAutomatic) {}

    /** An element that is not at its end. */
    private static final class Open {
        private final String name;
        private final Map<String, String> namespaces;
        private boolean hasElements;
        private boolean isMixed;

        Open(String name, Map<String, String> namespaces, boolean isMixed) {
            this.name = name;
            this.namespaces = namespaces;
            this.isMixed = isMixed;
        }
    }

    private final NetWriter target;
    private final boolean closesTarget;
    private final String typeName;
    private final Deque<Open> open = new ArrayDeque<>();
    private Layout layout;
    private int indentation = 2;
    private char indentChar = ' ';
    private boolean isTagOpen;
    private boolean isInAttribute;
    private boolean hasBegun;
    private boolean isClosed;

    XmlOut(NetWriter target, boolean closesTarget, String typeName, Layout layout) {
        this.target = target;
        this.closesTarget = closesTarget;
        this.typeName = typeName;
        this.layout = layout;
    }

    @Override
    public String netName() {
        return typeName;
    }

    public void writeStartDocument() {
        declaration("");
    }

    public void writeStartDocument(boolean standalone) {
        declaration(" standalone=\"" + (standalone ? "yes" : "no") + "\"");
    }

    private void declaration(String more) {
        if (hasBegun) {
            throw misplaced("WriteStartDocument needs to be the first call.");
        }
        if (!layout.isAutomatic() && typeName.endsWith("XmlWriter")) {
            return; // a writer that leaves out its declaration does so in any case
        }
        hasBegun = true;
        target.write("<?xml version=\"1.0\" encoding=\"" + target.getEncoding().getWebName() + "\"" + more + "?>");
    }

    private static NetException misplaced(String message) {
        return new NetException("System.InvalidOperationException", message, null);
    }

    /** What stands before the next piece: the declaration, the end of the tag, a new line. */
    private void before(boolean breaksLine) {
        if (isClosed) {
            throw misplaced("The Writer is closed or in error state.");
        }
        if (!hasBegun && layout.isAutomatic()) {
            declaration("");
        }
        endTag();
        Open parent = open.peek();
        if (breaksLine && layout.indents() && hasBegun && (parent == null || !parent.isMixed)) {
            line(open.size());
        }
        if (breaksLine && parent != null) {
            parent.hasElements = true;
        }
        hasBegun = true;
    }

    private void endTag() {
        if (isInAttribute) {
            writeEndAttribute();
        }
        if (isTagOpen) {
            target.write(">");
            isTagOpen = false;
        }
    }

    private void line(int depth) {
        target.write(layout.newLine() + layout.step().repeat(depth));
    }

    public void writeEndDocument() {
        while (!open.isEmpty()) {
            writeEndElement();
        }
    }

    public void writeStartElement(String name) {
        start("", name, null);
    }

    public void writeStartElement(String name, @Nullable String namespace) {
        start("", name, namespace);
    }

    public void writeStartElement(@Nullable String prefix, String name, @Nullable String namespace) {
        start(prefix == null ? "" : prefix, name, namespace);
    }

    private void start(String prefix, String name, @Nullable String namespace) {
        before(true);
        Open parent = open.peek();
        Map<String, String> known = new HashMap<>(parent == null ? Map.of() : parent.namespaces);
        String full = prefix.isEmpty() ? name : prefix + ":" + name;
        open.push(new Open(full, known, parent != null && parent.isMixed));
        target.write("<" + full);
        isTagOpen = true;
        if (namespace != null && !namespace.equals(known.getOrDefault(prefix, ""))) {
            attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, namespace);
        }
    }

    /** Ends the innermost element; one without content is {@code <a />}. */
    public void writeEndElement() {
        end(false);
    }

    /** Ends it by a tag of its own, also without content. */
    public void writeFullEndElement() {
        end(true);
    }

    private void end(boolean isFull) {
        if (isInAttribute) {
            writeEndAttribute();
        }
        Open element = open.poll();
        if (element == null) {
            throw misplaced("There was no XML start tag open.");
        }
        if (isTagOpen && !isFull) {
            target.write(" />");
            isTagOpen = false;
            return;
        }
        endTag();
        if (layout.indents() && element.hasElements && !element.isMixed) {
            line(open.size());
        }
        target.write("</" + element.name + ">");
    }

    public void writeAttributeString(String name, @Nullable Object value) {
        attribute(name, Conversion.toText(value));
    }

    public void writeAttributeString(String name, @Nullable String namespace, @Nullable Object value) {
        writeAttributeString(prefixOf(namespace), name, namespace, value);
    }

    public void writeAttributeString(
            @Nullable String prefix, String name, @Nullable String namespace, @Nullable Object value) {
        if (prefix == null || prefix.isEmpty()) {
            attribute(name, Conversion.toText(value));
            return;
        }
        Open element = open.peek();
        if (namespace != null
                && !prefix.equals("xmlns")
                && !prefix.equals("xml")
                && element != null
                && !namespace.equals(element.namespaces.get(prefix))) {
            attribute("xmlns:" + prefix, namespace);
        }
        attribute(prefix + ":" + name, Conversion.toText(value));
    }

    private String prefixOf(@Nullable String namespace) {
        Open element = open.peek();
        if (namespace == null || namespace.isEmpty() || element == null) {
            return "";
        }
        for (Map.Entry<String, String> each : element.namespaces.entrySet()) {
            if (each.getValue().equals(namespace)) {
                return each.getKey();
            }
        }
        return namespace.equals("http://www.w3.org/2000/xmlns/") ? "xmlns" : "p" + open.size();
    }

    private void attribute(String name, String value) {
        writeStartAttribute(name);
        writeString(value);
        writeEndAttribute();
        Open element = open.peek();
        if (element != null && (name.equals("xmlns") || name.startsWith("xmlns:"))) {
            element.namespaces.put(name.equals("xmlns") ? "" : name.substring("xmlns:".length()), value);
        }
    }

    public void writeStartAttribute(String name) {
        if (!isTagOpen) {
            throw misplaced("An attribute needs an element that is open.");
        }
        if (layout.indents() && layout.linesAttributes()) {
            line(open.size());
        } else {
            target.write(" ");
        }
        target.write(name + "=\"");
        isInAttribute = true;
    }

    public void writeEndAttribute() {
        if (isInAttribute) {
            target.write("\"");
            isInAttribute = false;
        }
    }

    public void writeElementString(String name, @Nullable Object value) {
        writeElementString(name, null, value);
    }

    public void writeElementString(String name, @Nullable String namespace, @Nullable Object value) {
        writeStartElement(name, namespace);
        if (!Conversion.toText(value).isEmpty()) {
            writeString(value);
        }
        writeEndElement();
    }

    public void writeString(@Nullable Object value) {
        String text = Conversion.toText(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        writeRaw(
                isInAttribute
                        ? text.replace("\"", "&quot;")
                                .replace("\r", "&#xD;")
                                .replace("\n", "&#xA;")
                                .replace("\t", "&#x9;")
                        : text);
    }

    public void writeValue(@Nullable Object value) {
        writeString(value instanceof Boolean flag ? flag.toString() : value);
    }

    /** Text as it stands, markup and all. */
    public void writeRaw(@Nullable Object text) {
        if (!isInAttribute) {
            before(false);
            Open parent = open.peek();
            if (parent != null) {
                parent.isMixed = true;
            }
        }
        target.write(Conversion.toText(text));
    }

    public void writeWhitespace(String blanks) {
        before(false);
        target.write(blanks);
    }

    public void writeCData(String text) {
        writeRaw("<![CDATA[" + text + "]]>");
    }

    public void writeComment(@Nullable Object text) {
        before(true);
        target.write("<!--" + Conversion.toText(text) + "-->");
    }

    public void writeProcessingInstruction(String name, @Nullable String text) {
        if (!name.equalsIgnoreCase("xml")) {
            before(true);
            target.write("<?" + name + (text == null || text.isEmpty() ? "" : " " + text) + "?>");
        } else if (!hasBegun) {
            hasBegun = true;
            target.write("<?xml " + text + "?>");
        }
    }

    public void writeDocType(
            String name, @Nullable String publicId, @Nullable String systemId, @Nullable String subset) {
        before(true);
        target.write("<!DOCTYPE " + name);
        if (publicId != null) {
            target.write(" PUBLIC \"" + publicId + "\" \"" + systemId + "\"");
        } else if (systemId != null) {
            target.write(" SYSTEM \"" + systemId + "\"");
        }
        target.write(subset == null ? ">" : "[" + subset + "]>");
    }

    /** What {@code document.WriteTo(writer)} does. */
    void writeAll(Document document) {
        String declaration = XmlText.declaration(document);
        if (declaration != null) {
            if (layout.isAutomatic()) {
                writeStartDocument();
            } else {
                writeProcessingInstruction("xml", declaration);
            }
        }
        children(document);
    }

    private void children(Node parent) {
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            node(each);
        }
    }

    private void node(Node node) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> {
                start("", ((Element) node).getTagName(), null);
                NamedNodeMap attributes = node.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                    attribute(
                            ((Attr) attributes.item(i)).getName(),
                            attributes.item(i).getNodeValue());
                }
                children(node);
                writeEndElement();
            }
            case Node.CDATA_SECTION_NODE -> writeCData(node.getNodeValue());
            case Node.COMMENT_NODE -> writeComment(node.getNodeValue());
            case Node.PROCESSING_INSTRUCTION_NODE ->
                writeProcessingInstruction(node.getNodeName(), node.getNodeValue());
            case Node.TEXT_NODE -> writeString(node.getNodeValue());
            default -> {
                // A document type is not written: it was not followed either.
            }
        }
    }

    public String getFormatting() {
        return layout.indents() ? "Indented" : "None";
    }

    public void setFormatting(Object formatting) {
        indent(Conversion.toText(formatting).matches("(?i)indented|1"));
    }

    public int getIndentation() {
        return indentation;
    }

    /** How many characters a level is moved in by. */
    public void setIndentation(int count) {
        indentation = count;
        indent(layout.indents());
    }

    public char getIndentChar() {
        return indentChar;
    }

    public void setIndentChar(char letter) {
        indentChar = letter;
        indent(layout.indents());
    }

    private void indent(boolean indents) {
        String step = String.valueOf(indentChar).repeat(indentation);
        layout = new Layout(indents, step, layout.newLine(), layout.linesAttributes(), layout.isAutomatic());
    }

    public void flush() {
        target.flush();
    }

    public void close() {
        if (!isClosed) {
            writeEndDocument();
            isClosed = true;
            if (closesTarget) {
                target.close();
            } else {
                target.flush();
            }
        }
    }

    public void dispose() {
        close();
    }
}
