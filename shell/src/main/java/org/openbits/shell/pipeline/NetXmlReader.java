package org.openbits.shell.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** .NET's XmlReader: node after node, for documents too large to hold. Public because scripts call it by name. */
public final class NetXmlReader {

    private final Reader source;
    private final XMLStreamReader reader;
    private int event;
    private int depth;

    private NetXmlReader(Reader source) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        // Nothing outside the document is ever read.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        this.source = source;
        this.reader = factory.createXMLStreamReader(source);
        this.event = -1;
    }

    /** Goes to the next node; false at the end. */
    public boolean read() {
        try {
            do {
                if (!reader.hasNext()) {
                    event = XMLStreamConstants.END_DOCUMENT;
                    return false;
                }
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                event = reader.next();
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            } while (event == XMLStreamConstants.DTD);
            return event != XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException malformed) {
            throw failed(malformed);
        }
    }

    private static NetException failed(XMLStreamException malformed) {
        return new NetException("System.Xml.XmlException", String.valueOf(malformed.getMessage()), malformed);
    }

    public String getNodeType() {
        return switch (event) {
            case XMLStreamConstants.START_ELEMENT -> "Element";
            case XMLStreamConstants.END_ELEMENT -> "EndElement";
            case XMLStreamConstants.CHARACTERS -> reader.isWhiteSpace() ? "Whitespace" : "Text";
            case XMLStreamConstants.CDATA -> "CDATA";
            case XMLStreamConstants.COMMENT -> "Comment";
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> "ProcessingInstruction";
            default -> "None";
        };
    }

    private boolean isElement() {
        return event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT;
    }

    public String getLocalName() {
        return isElement() ? reader.getLocalName() : "";
    }

    public String getName() {
        String prefix = isElement() ? reader.getPrefix() : null;
        return prefix == null || prefix.isEmpty() ? getLocalName() : prefix + ":" + getLocalName();
    }

    public String getValue() {
        return reader.hasText() ? reader.getText() : "";
    }

    public int getDepth() {
        return depth;
    }

    public boolean getEOF() {
        return event == XMLStreamConstants.END_DOCUMENT;
    }

    public int getAttributeCount() {
        return event == XMLStreamConstants.START_ELEMENT ? reader.getAttributeCount() : 0;
    }

    public boolean getHasAttributes() {
        return getAttributeCount() > 0;
    }

    public @Nullable String getAttribute(String name) {
        for (int index = 0; index < getAttributeCount(); index++) {
            String prefix = reader.getAttributePrefix(index);
            String local = reader.getAttributeLocalName(index);
            if (name.equals(prefix == null || prefix.isEmpty() ? local : prefix + ":" + local)) {
                return reader.getAttributeValue(index);
            }
        }
        return null;
    }

    /** Whether it stands on the beginning of an element, of that name if one is given. */
    public boolean isStartElement() {
        return event == XMLStreamConstants.START_ELEMENT || event == -1 && moveToContent();
    }

    public boolean isStartElement(String name) {
        return isStartElement() && getName().equals(name);
    }

    private boolean moveToContent() {
        while (event != XMLStreamConstants.START_ELEMENT && read()) {
            continue;
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes to the next element of that name; false when there is none. */
    public boolean readToFollowing(String name) {
        while (read()) {
            if (event == XMLStreamConstants.START_ELEMENT && getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The text of the element it stands on; it goes behind the element. */
    public String readElementContentAsString() {
        try {
            String text = reader.getElementText();
            event = XMLStreamConstants.END_ELEMENT;
            read();
            return text;
        } catch (XMLStreamException malformed) {
            throw failed(malformed);
        }
    }

    public void close() {
        try {
            reader.close();
            source.close();
        } catch (XMLStreamException | IOException ended) {
            event = XMLStreamConstants.END_DOCUMENT;
        }
    }

    public void dispose() {
        close();
    }

    /** {@code [System.Xml.XmlReader]::Create(...)}: of a file, a stream or a reader of text. */
    record Type(Engine engine) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return arguments.isEmpty() ? MISSING : of(arguments);
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("create") && !arguments.isEmpty() ? of(arguments) : MISSING;
        }

        private NetXmlReader of(List<@Nullable Object> arguments) {
            Object from = arguments.get(0);
            try {
                Reader text = from instanceof NetReader stream
                        ? new StringReader(stream.readToEnd())
                        : from instanceof NetStream bytes
                                ? new BufferedReader(new java.io.InputStreamReader(
                                        bytes.input(), java.nio.charset.StandardCharsets.UTF_8))
                                : Files.newBufferedReader(FileTypes.path(engine, arguments, 0));
                return new NetXmlReader(text);
            } catch (IOException failure) {
                throw FileTypes.failed(failure);
            } catch (XMLStreamException malformed) {
                throw failed(malformed);
            }
        }
    }
}
