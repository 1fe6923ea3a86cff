package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The methods of System.Xml's nodes. */
final class XmlCalls {

    private static final Object MISSING = Adapter.MISSING;

    private XmlCalls() {}

    static @Nullable Object call(Node node, String name, List<? extends @Nullable Object> args) {
        Object common = onNode(node, name, args);
        if (common == MISSING && node instanceof Element element) {
            common = onElement(element, name, args);
        }
        return common == MISSING && node instanceof Document document ? onDocument(document, name, args) : common;
    }

    private static @Nullable Object onNode(Node node, String name, List<? extends @Nullable Object> args) {
        return switch (name + args.size()) {
            case "selectnodes1", "selectnodes2" -> select(node, args);
            case "selectsinglenode1", "selectsinglenode2" -> first(select(node, args));
            case "appendchild1" -> node.appendChild(own(args.get(0)));
            case "prependchild1" -> node.insertBefore(own(args.get(0)), node.getFirstChild());
            case "insertbefore2" -> node.insertBefore(own(args.get(0)), (Node) args.get(1));
            case "insertafter2" ->
                node.insertBefore(
                        own(args.get(0)),
                        args.get(1) instanceof Node before ? before.getNextSibling() : node.getFirstChild());
            case "removechild1" -> node.removeChild((Node) args.get(0));
            case "replacechild2" -> node.replaceChild(own(args.get(0)), (Node) args.get(1));
            case "clonenode1" -> node.cloneNode(Conversion.isTrue(args.get(0)));
            case "clone0" -> node.cloneNode(true);
            case "removeall0" -> removeAll(node);
            case "tostring0" -> XmlMembers.typeName(node);
            default -> MISSING;
        };
    }

    private static @Nullable Node first(List<@Nullable Object> nodes) {
        return nodes.isEmpty() ? null : (Node) nodes.get(0);
    }

    private static Node own(@Nullable Object child) {
        return (Node) java.util.Objects.requireNonNull(child);
    }

    private static Object removeAll(Node node) {
        while (node.getFirstChild() != null) {
            node.removeChild(node.getFirstChild());
        }
        while (node.getAttributes() != null && node.getAttributes().getLength() > 0) {
            node.getAttributes().removeNamedItem(node.getAttributes().item(0).getNodeName());
        }
        return Adapter.NOTHING;
    }

    private static List<@Nullable Object> select(Node node, List<? extends @Nullable Object> args) {
        XPath xpath = XPathFactory.newInstance().newXPath();
        if (args.size() > 1 && args.get(1) instanceof XmlNamespaces namespaces) {
            xpath.setNamespaceContext(namespaces);
        }
        String expression = Conversion.toText(args.get(0));
        try {
            NodeList found = (NodeList) xpath.evaluate(expression, node, XPathConstants.NODESET);
            return new ArrayList<>(XmlText.list(found));
        } catch (XPathExpressionException invalid) {
            throw new IllegalArgumentException("'" + expression + "' has an invalid token.", invalid);
        }
    }

    private static @Nullable Object onElement(Element element, String name, List<? extends @Nullable Object> args) {
        String first = args.isEmpty() ? "" : Adapter.text(args, 0);
        switch (name + args.size()) {
            case "getattribute1" -> {
                return element.getAttribute(first);
            }
            case "hasattribute1" -> {
                return element.hasAttribute(first);
            }
            case "getattributenode1" -> {
                return element.getAttributeNode(first);
            }
            case "setattribute2" -> {
                XmlOrder.adding(element, first);
                element.setAttribute(first, Adapter.text(args, 1));
                return Adapter.NOTHING;
            }
            case "removeattribute1" -> {
                element.removeAttribute(first);
                return Adapter.NOTHING;
            }
            case "setattributenode1" -> {
                Attr attribute = (Attr) java.util.Objects.requireNonNull(args.get(0));
                XmlOrder.adding(element, attribute.getName());
                return element.setAttributeNode(attribute);
            }
            case "getelementsbytagname1" -> {
                return new ArrayList<Object>(XmlText.list(element.getElementsByTagName(first)));
            }
            default -> {
                return MISSING;
            }
        }
    }

    private static @Nullable Object onDocument(Document document, String name, List<? extends @Nullable Object> args) {
        String first = args.isEmpty() ? "" : Conversion.toText(args.get(0));
        return switch (name + args.size()) {
            case "createelement1" -> document.createElement(first);
            case "createelement2" -> document.createElementNS(Adapter.text(args, 1), first);
            case "createattribute1" -> document.createAttribute(first);
            case "createtextnode1" -> document.createTextNode(first);
            case "createcomment1" -> document.createComment(first);
            case "createcdatasection1" -> document.createCDATASection(first);
            case "importnode2" -> document.importNode((Node) args.get(0), Conversion.isTrue(args.get(1)));
            case "getelementsbytagname1" -> new ArrayList<Object>(XmlText.list(document.getElementsByTagName(first)));
            case "loadxml1" -> {
                XmlText.load(document, first);
                yield Adapter.NOTHING;
            }
            default -> MISSING;
        };
    }
}
