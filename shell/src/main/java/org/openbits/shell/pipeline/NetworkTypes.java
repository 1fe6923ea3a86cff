package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;

/** Names and ports of the network. */
final class NetworkTypes {

    private NetworkTypes() {}

    static final class Connections implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            TcpClient client = new TcpClient();
            if (arguments.size() == 2) {
                client.connect(StaticTypes.text(arguments, 0), StaticTypes.number(arguments, 1));
            }
            return client;
        }
    }

    static final class Dns implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (method.equals("gethostaddresses") || method.equals("gethostentry")) {
                return addresses(StaticTypes.text(arguments, 0), method.equals("gethostentry"));
            }
            return method.equals("gethostname") ? new Environment().get("COMPUTERNAME") : MISSING;
        }
    }

    private static Object addresses(String host, boolean entry) {
        List<@Nullable Object> addresses = new ArrayList<>();
        try {
            for (java.net.InetAddress each : java.net.InetAddress.getAllByName(host)) {
                addresses.add(new NetAddress(each));
            }
        } catch (java.net.UnknownHostException unknown) {
            throw new NetException(
                    "System.Net.Sockets.SocketException", "No such host is known. (" + host + ")", unknown);
        }
        return entry
                ? new CustomObject("System.Net.IPHostEntry")
                        .add("HostName", host)
                        .add("AddressList", addresses)
                : addresses;
    }
}
