package org.openbits.automation;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XML from text and to text, as .NET's XmlDocument does it: blanks between elements are dropped, the declaration is kept,
 * nothing outside the text is ever read (no external entities).
 */
public final class XmlText {

    private static final String DECLARATION = "declaration";

    private XmlText() {}

    /** An empty document. */
    public static Document empty() {
        return builder().newDocument();
    }

    /**
     * Reads a document.
     *
     * @throws ConversionException when the text is not well formed; the message says where
     */
    public static Document parse(String text) {
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        try {
            Document document = builder().parse(new InputSource(new StringReader(bare)));
            XmlOrder.keep(document, bare);
            dropBlanks(document);
            int end = bare.startsWith("<?xml") ? bare.indexOf("?>") : -1;
            if (end > 0) {
                document.setUserData(DECLARATION, bare.substring(5, end).strip(), null);
            }
            return document;
        } catch (SAXParseException malformed) {
            throw new ConversionException(
                    text,
                    "System.Xml.XmlDocument",
                    malformed.getMessage() + " Line " + malformed.getLineNumber() + ", position "
                            + malformed.getColumnNumber() + ".");
        } catch (SAXException | IOException malformed) {
            throw new ConversionException(text, "System.Xml.XmlDocument", String.valueOf(malformed.getMessage()));
        }
    }

    /** Replaces what is in a document by what a text says. */
    public static void load(Document document, String text) {
        Document read = parse(text);
        while (document.getFirstChild() != null) {
            document.removeChild(document.getFirstChild());
        }
        for (Node child : children(read)) {
            document.appendChild(document.importNode(child, true));
        }
        document.setUserData(DECLARATION, read.getUserData(DECLARATION), null);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void dropBlanks(Node parent) {
        for (Node child : children(parent)) {
            if (child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isBlank()) {
                parent.removeChild(child);
            } else {
                dropBlanks(child);
            }
        }
    }

    /** The children of a node, as they are at this moment. */
    static List<Node> children(Node parent) {
        return list(parent.getChildNodes());
    }

    static List<Node> list(NodeList nodes) {
        List<Node> list = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            list.add(nodes.item(i));
        }
        return list;
    }

    /** What stands in the XML declaration; null when there is none. */
    public static @Nullable String declaration(Document document) {
        return (String) document.getUserData(DECLARATION);
    }

    /** A node as text on one line. */
    public static String outer(Node node) {
        StringBuilder text = new StringBuilder();
        new Writer(text, false).node(node, 0);
        return text.toString();
    }

    static String inner(Node node) {
        StringBuilder text = new StringBuilder();
        children(node).forEach(child -> new Writer(text, false).node(child, 0));
        return text.toString();
    }

    /** A node as text for a file: one element a line, two blanks deeper for each level. */
    public static String indented(Node node) {
        StringBuilder text = new StringBuilder();
        new Writer(text, true).node(node, 0);
        return text.toString();
    }

    /** Puts what a text says in the place of a node's children. */
    static void inner(Node node, String text) {
        Document owner = node instanceof Document document ? document : node.getOwnerDocument();
        Document read = parse("<x>" + text + "</x>");
        while (node.getFirstChild() != null) {
            node.removeChild(node.getFirstChild());
        }
        for (Node child : children(read.getDocumentElement())) {
            node.appendChild(owner.importNode(child, true));
        }
    }

    private record Writer(StringBuilder text, boolean indents) {

        private void node(Node node, int depth) {
            switch (node.getNodeType()) {
                case Node.DOCUMENT_NODE -> document((Document) node);
                case Node.DOCUMENT_FRAGMENT_NODE ->
                    children((DocumentFragment) node).forEach(child -> node(child, depth));
                case Node.ELEMENT_NODE -> element((Element) node, depth);
                case Node.ATTRIBUTE_NODE -> attribute((Attr) node);
                case Node.CDATA_SECTION_NODE ->
                    text.append("<![CDATA[").append(node.getNodeValue()).append("]]>");
                case Node.COMMENT_NODE ->
                    text.append("<!--").append(node.getNodeValue()).append("-->");
                case Node.PROCESSING_INSTRUCTION_NODE ->
                    text.append("<?")
                            .append(node.getNodeName())
                            .append(' ')
                            .append(node.getNodeValue())
                            .append("?>");
                case Node.TEXT_NODE -> text.append(escaped(node.getNodeValue(), false));
                default -> {
                    // A document type is not written: it was not followed either.
                }
            }
        }

        private void document(Document document) {
            String declaration = declaration(document);
            if (declaration != null) {
                text.append("<?xml ").append(declaration).append("?>");
                newLine(0);
            }
            for (Node child : children(document)) {
                node(child, 0);
                if (indents && child.getNextSibling() != null) {
                    newLine(0);
                }
            }
        }

        private void element(Element element, int depth) {
            text.append('<').append(element.getNodeName());
            for (Node attribute : XmlOrder.attributes(element)) {
                text.append(' ');
                attribute((Attr) attribute);
            }
            if (!element.hasChildNodes()) {
                text.append(" />");
                return;
            }
            text.append('>');
            List<Node> children = children(element);
            boolean mixed = children.stream()
                    .anyMatch(child ->
                            child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE);
            for (Node child : children) {
                if (!mixed) {
                    newLine(depth + 1);
                }
                node(child, depth + 1);
            }
            if (!mixed) {
                newLine(depth);
            }
            text.append("</").append(element.getNodeName()).append('>');
        }

        private void attribute(Attr attribute) {
            text.append(attribute.getName())
                    .append("=\"")
                    .append(escaped(attribute.getValue(), true))
                    .append('"');
        }

        private void newLine(int depth) {
            if (indents) {
                text.append(System.lineSeparator()).append("  ".repeat(depth));
            }
        }

        private static String escaped(String plain, boolean quotes) {
            String text = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            return quotes ? text.replace("\"", "&quot;").replace("\n", "&#xA;") : text;
        }
    }

    /** Errors are thrown; nothing is printed. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {}

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
