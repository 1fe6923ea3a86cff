package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/**
 * .NET's IPAddress.
 *
 * @param text the address as it is written
 */
record NetAddress(String text) implements Shaped {

    @Override
    public String typeName() {
        return "System.Net.IPAddress";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("IPAddressToString", "AddressFamily");
    }

    @Override
    public Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ipaddresstostring" -> text;
            case "addressfamily" -> text.contains(":") ? "InterNetworkV6" : "InterNetwork";
            case "isipv6linklocal" -> text.toLowerCase(Locale.ROOT).startsWith("fe80:");
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
