package org.openbits.cmdlets.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** Whether other machines answer. */
final class TestConnection {

    private TestConnection() {}

    private static boolean connects(String host, int port, int seconds) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), seconds * 1000);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** {@code Test-Connection}. */
    @CmdletName(verb = "Test", noun = "Connection", errorClass = "Microsoft.PowerShell.Commands.TestConnectionCommand")
    @Help(
            synopsis = "Tells whether a machine answers.",
            description =
                    "Asks by ICMP where the system allows it, else by the echo port. -TcpPort tries a connection.",
            examples = {
                @Example(title = "Yes or no", code = "Test-Connection 127.0.0.1 -TcpPort 9 -Quiet -TimeoutSeconds 1"),
                @Example(
                        title = "One echo, with the name",
                        code = "Test-Connection -TargetName 127.0.0.1 -Ping -Count 1 -BufferSize"
                                + " 16 -IPv4 -ResolveDestination"),
                @Example(
                        title = "Over IPv6 only",
                        code = "Test-Connection -TargetName ::1 -IPv6 -Count 1 -Delay 1 -Quiet")
            })
    static final class Ping extends Cmdlet {

        @Parameter(
                position = 0,
                mandatory = true,
                pipeline = true,
                pipelineByName = true,
                aliases = {"ComputerName", "CN"},
                help = "Names or addresses.")
        private List<String> targetName = List.of();

        @Parameter(minimum = 1, help = "How often to ask.")
        private int count = 4;

        @Parameter(minimum = 1, help = "The longest wait for an answer.")
        private int timeoutSeconds = 5;

        @Parameter(minimum = 0, help = "A port to connect to instead.")
        private int tcpPort;

        @Parameter(help = "Gives true or false only.")
        private boolean quiet;

        @Parameter(
                aliases = {"Size", "Bytes"},
                help = "Accepted: an echo carries what the system puts into it.")
        private int bufferSize = 32;

        @Parameter(help = "Accepted: the next question follows the answer.")
        private int delay = 1;

        @Parameter(help = "Asks for an address of version 4.")
        private boolean iPv4;

        @Parameter(help = "Asks for an address of version 6.")
        private boolean iPv6;

        @Parameter(help = "Tells the name of the machine, not the address.")
        private boolean resolveDestination;

        @Parameter(help = "Accepted: asking is the only way.")
        private boolean ping;

        @Override
        protected void process() {
            for (String target : targetName) {
                boolean answered = false;
                for (int asked = 1;
                        asked <= count && !(quiet && answered) && !runtime().isStopping();
                        asked++) {
                    long start = System.nanoTime();
                    boolean now = answers(target);
                    answered |= now;
                    if (!quiet) {
                        write(new CustomObject("Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus")
                                .add("Ping", asked)
                                .add("Source", source())
                                .add("Destination", resolveDestination ? named(target) : target)
                                .add("Address", address(target))
                                .add("Latency", (System.nanoTime() - start) / 1_000_000)
                                .add("Status", now ? "Success" : "TimedOut"));
                    }
                }
                if (quiet) {
                    write(answered);
                }
            }
        }

        private InetAddress found(String target) throws UnknownHostException {
            for (InetAddress each : InetAddress.getAllByName(target)) {
                boolean six = each instanceof java.net.Inet6Address;
                if (iPv4 && !six || iPv6 && six || !iPv4 && !iPv6) {
                    return each;
                }
            }
            throw new UnknownHostException(target);
        }

        private String address(String target) {
            try {
                return found(target).getHostAddress();
            } catch (UnknownHostException unknown) {
                return "";
            }
        }

        private String named(String target) {
            try {
                return found(target).getCanonicalHostName();
            } catch (UnknownHostException unknown) {
                return target;
            }
        }

        private String source() {
            return Conversion.toText(
                    runtime().service(Session.class).environment().get("COMPUTERNAME"));
        }

        private boolean answers(String target) {
            if (tcpPort > 0) {
                return connects(target, tcpPort, timeoutSeconds);
            }
            try {
                InetAddress address = found(target);
                return address.isReachable(timeoutSeconds * 1000);
            } catch (UnknownHostException unknown) {
                if (!quiet) {
                    writeError(Failures.of(
                            "TestConnectionException",
                            ErrorCategory.ResourceUnavailable,
                            target,
                            "Testing connection to computer '" + target + "' failed: the name is not known."));
                }
                return false;
            } catch (IOException failure) {
                return false;
            }
        }
    }

    /** {@code Test-NetConnection}. */
    @CmdletName(
            verb = "Test",
            noun = "NetConnection",
            defaultSet = "RemotePort",
            aliases = "tnc",
            errorClass = "Microsoft.PowerShell.Commands.TestNetConnectionCommand")
    @Help(
            synopsis = "Tells whether a port of a machine takes connections, or the machine answers.",
            examples = {
                @Example(title = "Yes or no", code = "Test-NetConnection 127.0.0.1 -Port 9 -InformationLevel Quiet"),
                @Example(
                        title = "A service by its name",
                        code = "Test-NetConnection -ComputerName 127.0.0.1 -CommonTCPPort HTTP"
                                + " -InformationLevel Quiet")
            })
    static final class Port extends Cmdlet {

        @Parameter(
                position = 0,
                mandatory = true,
                pipelineByName = true,
                aliases = "RemoteAddress",
                help = "The machine.")
        private String computerName = "";

        @Parameter(
                position = 1,
                sets = "RemotePort",
                aliases = "RemotePort",
                minimum = 1,
                help = "The port; without one the machine is asked by ICMP.")
        private int port;

        @Parameter(
                mandatory = true,
                sets = "CommonTCPPort",
                values = {"HTTP", "RDP", "SMB", "WINRM"},
                help = "The port by the name of its service.")
        private String commonTCPPort = "";

        @Parameter(
                values = {"Quiet", "Detailed"},
                help = "Quiet gives true or false only.")
        private String informationLevel = "Detailed";

        @Override
        protected void process() {
            int asked = switch (commonTCPPort.toUpperCase(Locale.ROOT)) {
                case "HTTP" -> 80;
                case "RDP" -> 3389;
                case "SMB" -> 445;
                case "WINRM" -> 5985;
                default -> port;
            };
            String address = address();
            boolean answers = !address.isEmpty() && (asked > 0 ? connects(address, asked, 10) : isReachable(address));
            if (informationLevel.equalsIgnoreCase("Quiet")) {
                write(answers);
                return;
            }
            if (address.isEmpty()) {
                warn("Name resolution of " + computerName + " failed");
            } else if (!answers) {
                warn((asked > 0 ? "TCP connect to (" + address + " : " + asked + ")" : "Ping to " + address)
                        + " failed");
            }
            CustomObject result = new CustomObject("TestNetConnectionResult")
                    .add("ComputerName", computerName)
                    .add("RemoteAddress", address.isEmpty() ? null : address);
            if (asked > 0) {
                write(result.add("RemotePort", asked).add("TcpTestSucceeded", answers));
            } else {
                write(result.add("PingSucceeded", answers));
            }
        }

        private String address() {
            try {
                return InetAddress.getByName(computerName).getHostAddress();
            } catch (UnknownHostException unknown) {
                return "";
            }
        }

        private static boolean isReachable(String address) {
            try {
                return InetAddress.getByName(address).isReachable(4000);
            } catch (IOException unreachable) {
                return false;
            }
        }
    }
}
