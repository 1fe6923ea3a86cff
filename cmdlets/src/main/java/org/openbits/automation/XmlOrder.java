package org.openbits.automation;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.UserDataHandler;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The order of attributes, as they stand in the text or were added: .NET keeps it, and Java's documents sort by name. Each
 * element carries its own list of names; one without a list has at most one attribute, or was made by nobody we know.
 */
final class XmlOrder {

    private static final String KEY = "order";
    private static final UserDataHandler COPY = (operation, key, data, source, copy) -> {
        if (copy instanceof Element element && data instanceof List<?> names) {
            List<String> same = new ArrayList<>();
            names.forEach(name -> same.add((String) name));
            remember(element, same);
        }
    };

    private XmlOrder() {}

    /** Gives the elements of a document the order of the text that it was read from. */
    static void keep(Document document, String text) {
        List<List<String>> orders = new ArrayList<>();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(new DefaultHandler() {
                @Override
                public void startElement(String space, String local, String name, Attributes attributes) {
                    List<String> names = new ArrayList<>();
                    for (int i = 0; i < attributes.getLength(); i++) {
                        names.add(attributes.getQName(i));
                    }
                    orders.add(names);
                }
            });
            reader.parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible); // the document was read from the same text
        }
        Iterator<List<String>> next = orders.iterator();
        keep(document, next);
    }

    private static void keep(Node parent, Iterator<List<String>> orders) {
        if (parent instanceof Element element) {
            List<String> names = orders.next();
            if (names.size() > 1) {
                remember(element, names);
            }
        }
        XmlText.children(parent).forEach(child -> keep(child, orders));
    }

    /** The attributes of a node in their order; none when it has none. */
    static List<Node> attributes(Node node) {
        List<Node> attributes = new ArrayList<>();
        NamedNodeMap map = node.getAttributes();
        for (int i = 0; map != null && i < map.getLength(); i++) {
            attributes.add(map.item(i));
        }
        List<String> names = names(node);
        if (names != null) {
            attributes.sort(Comparator.comparingInt(attribute -> place(names, attribute.getNodeName())));
        }
        return attributes;
    }

    /** Called before an attribute is set: a new one comes last. */
    static void adding(Element element, String name) {
        if (element.hasAttribute(name)) {
            return;
        }
        List<String> names = new ArrayList<>();
        attributes(element).forEach(attribute -> names.add(attribute.getNodeName()));
        names.add(name);
        remember(element, names);
    }

    private static void remember(Element element, List<String> names) {
        element.setUserData(KEY, names, COPY);
    }

    @SuppressWarnings("unchecked") // nobody else sets what stands under this key
    private static @Nullable List<String> names(Node node) {
        return (List<String>) node.getUserData(KEY);
    }

    private static int place(List<String> names, String name) {
        int place = names.indexOf(name);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
