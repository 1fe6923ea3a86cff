package org.openbits.automation;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.NamespaceContext;
import org.jspecify.annotations.Nullable;

/** System.Xml.XmlNamespaceManager: the prefixes of an XPath. Public because scripts call it by name. */
public final class XmlNamespaces implements NamespaceContext {

    private final Map<String, String> uris = new LinkedHashMap<>();

    public void addNamespace(String prefix, String uri) {
        uris.put(prefix, uri);
    }

    public String lookupNamespace(String prefix) {
        return getNamespaceURI(prefix);
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return uris.getOrDefault(prefix, "");
    }

    @Override
    public @Nullable String getPrefix(String uri) {
        for (Map.Entry<String, String> each : uris.entrySet()) {
            if (each.getValue().equals(uri)) {
                return each.getKey();
            }
        }
        return null;
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
        String prefix = getPrefix(uri);
        return prefix == null
                ? Collections.emptyIterator()
                : Collections.singletonList(prefix).iterator();
    }
}
