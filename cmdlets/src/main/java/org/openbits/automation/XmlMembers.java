package org.openbits.automation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * System.Xml's nodes. Attributes and child elements are properties by their local names: an element that holds nothing but
 * a text is that text, several of one name are a list. What no attribute or element is called is .NET's own property.
 */
final class XmlMembers implements Adapter {

    @Override
    public List<String> names(Object target) {
        Node node = (Node) target;
        Set<String> names = new LinkedHashSet<>();
        if (node instanceof Document document && XmlText.declaration(document) != null) {
            names.add("xml");
        }
        XmlOrder.attributes(node).forEach(attribute -> names.add(local(attribute)));
        for (Node child : XmlText.children(node)) {
            if (child.getNodeType() != Node.DOCUMENT_TYPE_NODE) {
                names.add(local(child));
            }
        }
        return List.copyOf(names);
    }

    private static String local(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        Node node = (Node) target;
        List<@Nullable Object> found = new ArrayList<>();
        for (Node attribute : XmlOrder.attributes(node)) {
            if (local(attribute).equalsIgnoreCase(name)) {
                found.add(attribute.getNodeValue());
            }
        }
        for (Node child : XmlText.children(node)) {
            if (local(child).equalsIgnoreCase(name)) {
                found.add(value(child));
            }
        }
        if (node instanceof Document document && name.equals("xml") && XmlText.declaration(document) != null) {
            found.add(XmlText.declaration(document));
        }
        return found.isEmpty() ? own(node, name) : found.size() == 1 ? found.get(0) : found;
    }

    /** An element without attributes that holds at most one text is that text. */
    private static Object value(Node node) {
        if (node.getNodeType() != Node.ELEMENT_NODE) {
            return String.valueOf(node.getNodeValue());
        }
        Node only = node.getFirstChild();
        boolean simple = only == null || only.getNextSibling() == null && only.getNodeType() == Node.TEXT_NODE;
        return simple && !node.hasAttributes() ? node.getTextContent() : node;
    }

    private static @Nullable Object own(Node node, String name) {
        return switch (name) {
            case "innertext" -> String.valueOf(text(node));
            case "innerxml" -> XmlText.inner(node);
            case "outerxml" -> XmlText.outer(node);
            case "name" -> node.getNodeName();
            case "localname" -> local(node);
            case "value" -> node.getNodeValue();
            case "prefix" -> node.getPrefix() == null ? "" : node.getPrefix();
            case "namespaceuri" -> node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
            case "nodetype" -> kind(node);
            case "childnodes" -> new ArrayList<Object>(XmlText.children(node));
            case "attributes" -> new ArrayList<Object>(XmlOrder.attributes(node));
            case "haschildnodes" -> node.hasChildNodes();
            case "hasattributes" -> node.hasAttributes();
            case "isempty" -> !node.hasChildNodes();
            case "parentnode" -> node.getParentNode();
            case "firstchild" -> node.getFirstChild();
            case "lastchild" -> node.getLastChild();
            case "nextsibling" -> node.getNextSibling();
            case "previoussibling" -> node.getPreviousSibling();
            case "ownerdocument" -> node.getOwnerDocument();
            case "documentelement" -> node instanceof Document document ? document.getDocumentElement() : MISSING;
            case "ownerelement" -> node instanceof Attr attribute ? attribute.getOwnerElement() : MISSING;
            case "nametable" -> "";
            case "preservewhitespace" -> false;
            default -> MISSING;
        };
    }

    private static String text(Node node) {
        Node content = node instanceof Document document ? document.getDocumentElement() : node;
        return content == null ? "" : content.getTextContent();
    }

    static String kind(Node node) {
        return switch (node.getNodeType()) {
            case Node.DOCUMENT_NODE -> "Document";
            case Node.ELEMENT_NODE -> "Element";
            case Node.ATTRIBUTE_NODE -> "Attribute";
            case Node.TEXT_NODE -> "Text";
            case Node.CDATA_SECTION_NODE -> "CDATA";
            case Node.COMMENT_NODE -> "Comment";
            case Node.PROCESSING_INSTRUCTION_NODE -> "ProcessingInstruction";
            default -> "None";
        };
    }

    @Override
    public boolean set(Object target, String name, @Nullable Object value) {
        Node node = (Node) target;
        String text = Conversion.toText(value);
        for (Node attribute : XmlOrder.attributes(node)) {
            if (local(attribute).equalsIgnoreCase(name)) {
                attribute.setNodeValue(text);
                return true;
            }
        }
        for (Node child : XmlText.children(node)) {
            if (local(child).equalsIgnoreCase(name)) {
                child.setTextContent(text);
                return true;
            }
        }
        switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "innertext" -> node.setTextContent(text);
            case "value" -> node.setNodeValue(text);
            case "innerxml" -> XmlText.inner(node, text);
            case "preservewhitespace" -> {
                // Blanks between elements are dropped in any case.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        return XmlCalls.call((Node) target, name, args);
    }

    /** The type as .NET names it. */
    static String typeName(Node node) {
        return switch (kind(node)) {
            case "CDATA" -> "System.Xml.XmlCDataSection";
            case "None" -> "System.Xml.XmlNode";
            default -> "System.Xml.Xml" + kind(node);
        };
    }
}
