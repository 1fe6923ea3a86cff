package org.openbits.shell.pipeline;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ConversionException;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/**
 * .NET's IPAddress. Public because scripts call its methods by name.
 *
 * @param address the address without a name
 */
public record NetAddress(InetAddress address) implements Shaped {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.%]*");
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    /** The address that a text or a list of four or sixteen bytes is. */
    static NetAddress of(@Nullable Object value) {
        try {
            if (value instanceof List<?> list) {
                return new NetAddress(InetAddress.getByAddress(TextTypes.bytes(list)));
            }
            String text = String.valueOf(value);
            if (LITERAL.matcher(text).matches()) {
                return new NetAddress(InetAddress.getByName(text));
            }
        } catch (UnknownHostException malformed) {
            // It is said below.
        }
        throw new ConversionException(value, "System.Net.IPAddress", "An invalid IP address was specified.");
    }

    /** Its four or sixteen bytes, the first first. */
    public List<@Nullable Object> getAddressBytes() {
        return TextTypes.bytes(address.getAddress());
    }

    @Override
    public String typeName() {
        return "System.Net.IPAddress";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("AddressFamily", "IPAddressToString");
    }

    @Override
    public Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ipaddresstostring" -> toString();
            case "addressfamily" -> address instanceof Inet4Address ? "InterNetwork" : "InterNetworkV6";
            case "isipv6linklocal" -> !(address instanceof Inet4Address) && address.isLinkLocalAddress();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** As RFC 5952 writes it: the longest run of zeros is left out. */
    @Override
    public String toString() {
        String full = address.getHostAddress();
        Matcher runs = ZEROS.matcher(full);
        int start = -1;
        int end = -1;
        while (address.getAddress().length > 4 && runs.find()) {
            if (runs.end() - runs.start() > end - start) {
                start = runs.start();
                end = runs.end();
            }
        }
        return start < 0 ? full : full.substring(0, start) + "::" + full.substring(end);
    }
}
