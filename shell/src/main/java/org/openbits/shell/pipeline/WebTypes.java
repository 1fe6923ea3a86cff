package org.openbits.shell.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.PSCredential;
import org.openbits.automation.SecureText;

/** {@code System.Net} beside its clients: addresses, interfaces, proxies, protocols. */
final class WebTypes {

    private WebTypes() {}

    /** @param name the type in lower case, without System.Net */
    static @Nullable Statics find(String name) {
        return switch (name) {
            case "ipaddress" -> new Addresses();
            case "networkinformation.networkinterface" -> new Interfaces();
            case "networkinformation.ping" -> new Pings();
            case "webproxy" -> new Proxies();
            case "credentialcache" -> new Logon();
            case "securityprotocoltype" -> protocols();
            case "webheadercollection" -> new CollectionTypes.Tables("System.Net.WebHeaderCollection");
            case "decompressionmethods" ->
                EnumType.counting("System.Net.DecompressionMethods", "None", "GZip", "Deflate");
            default -> null;
        };
    }

    /** The numbers of .NET's SecurityProtocolType; scripts combine them with -bor. */
    static EnumType protocols() {
        Map<String, Long> members = new LinkedHashMap<>();
        members.put("SystemDefault", 0L);
        members.put("Ssl3", 48L);
        members.put("Tls", 192L);
        members.put("Tls11", 768L);
        members.put("Tls12", 3072L);
        members.put("Tls13", 12288L);
        return new EnumType("System.Net.SecurityProtocolType", members, true);
    }

    /** The proxy of the system, as an object that may be asked; what transfers use is -ProxyUsage's affair. */
    static Object systemProxy() {
        return new Proxies().create(List.of());
    }

    private static final class Addresses implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "loopback" -> NetAddress.of("127.0.0.1");
                case "any" -> NetAddress.of("0.0.0.0");
                case "broadcast", "none" -> NetAddress.of("255.255.255.255");
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("parse") ? create(arguments) : MISSING;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return NetAddress.of(arguments.get(0));
        }
    }

    private static final class Interfaces implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            try {
                List<Object> found = new ArrayList<>();
                boolean up = false;
                for (NetworkInterface each : java.util.Collections.list(NetworkInterface.getNetworkInterfaces())) {
                    up |= each.isUp() && !each.isLoopback();
                    found.add(new CustomObject("System.Net.NetworkInformation.NetworkInterface")
                            .add("Id", each.getName())
                            .add("Name", each.getName())
                            .add("Description", each.getDisplayName())
                            .add("NetworkInterfaceType", each.isLoopback() ? "Loopback" : "Ethernet")
                            .add("OperationalStatus", each.isUp() ? "Up" : "Down")
                            .add("Speed", -1L));
                }
                return switch (method) {
                    case "getallnetworkinterfaces" -> found;
                    case "getisnetworkavailable" -> up;
                    default -> MISSING;
                };
            } catch (SocketException failure) {
                throw new NetException(
                        "System.Net.NetworkInformation.NetworkInformationException",
                        String.valueOf(failure.getMessage()),
                        failure);
            }
        }
    }

    private static final class Pings implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return new Ping();
        }
    }

    /** .NET's Ping. Public because scripts call it by name. */
    public static final class Ping {

        public Object send(Object host) {
            return send(host, 5000);
        }

        public Object send(Object host, int milliseconds) {
            String name = Conversion.toText(host);
            long start = System.nanoTime();
            try {
                InetAddress address = InetAddress.getByName(name);
                boolean reached = address.isReachable(milliseconds);
                return new CustomObject("System.Net.NetworkInformation.PingReply")
                        .add("Status", reached ? "Success" : "TimedOut")
                        .add("Address", new NetAddress(address))
                        .add("RoundtripTime", reached ? (System.nanoTime() - start) / 1_000_000 : 0L);
            } catch (IOException unknown) {
                throw new NetException(
                        "System.Net.NetworkInformation.PingException",
                        "An exception occurred during a Ping request.",
                        unknown);
            }
        }

        public void dispose() {}
    }

    private static final class Proxies implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return NetProxy.of(arguments);
        }
    }

    /** The account of whoever is logged on: nothing that could be sent. */
    private static final class Logon implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.startsWith("default") ? new PSCredential("", new SecureText(new char[0])) : MISSING;
        }
    }
}
