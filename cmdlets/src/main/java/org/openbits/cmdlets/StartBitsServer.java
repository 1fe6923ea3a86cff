package org.openbits.cmdlets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.PSCredential;
import org.openbits.automation.Parameter;
import org.openbits.automation.SecureText;
import org.openbits.server.RunningServer;
import org.openbits.server.ServerProcess;

/** Ours: starts a BITS server in a process of its own, which outlives the shell. */
@CmdletName(verb = "Start", noun = "BitsServer", shouldProcess = true, errorClass = "OpenBits.StartBitsServerCommand")
@Help(
        synopsis = "Serves the files of a directory over HTTP, and takes BITS uploads when allowed.",
        description =
                "The server is a process of its own: it goes on when the shell ends, until Stop-BitsServer. It listens on"
                        + " the loopback address unless -Address names another, takes no uploads without -AllowUpload, and"
                        + " never reads or writes outside of the directory. Unfinished uploads lie in .bits-sessions below"
                        + " it and survive a restart. Outputs the server when it is ready.",
        examples = {
            @Example(title = "Give files to this machine", code = "Start-BitsServer -Path /srv -Port 8080"),
            @Example(
                    title = "Take files from others, by account and TLS",
                    code = "Start-BitsServer -Path /srv -Port 8443 -Address 0.0.0.0 -AllowUpload -AllowOverwrite"
                            + " -Tls /etc/ssl/server.pem -Credential $account -MaxUpload 10GB"),
            @Example(
                    title = "A store with a password, tokens instead of accounts, directories shown",
                    code =
                            "Start-BitsServer -Path /srv -Tls server.p12 -TlsPassword $secret -Token $one, $two -Listing"),
            @Example(
                    title = "Hand each upload to a program, whose answer is the reply",
                    code = "Start-BitsServer -Path /srv -AllowUpload -NotificationType ByValue"
                            + " -NotificationUrl http://127.0.0.1:9000/in -NotificationTimeout 60"),
            @Example(
                    title = "Limits, and a host that clients are to stay with",
                    code = "Start-BitsServer -Path /srv -AllowUpload -SessionTimeout 86400 -MaxSessions 200"
                            + " -SessionsPerClient 5 -IdleTimeout 30 -MaxConnections 100 -HostId node7.example.net"
                            + " -HostIdFallbackTimeout 3600")
        })
public final class StartBitsServer extends Cmdlet {

    @Parameter(position = 0, mandatory = true, help = "The directory; nothing outside of it is read or written.")
    private String path = "";

    @Parameter(position = 1, minimum = 0, help = "The port; 0 is any free one.")
    private int port = 8080;

    @Parameter(help = "The address to listen on; without it only this machine reaches the server.")
    private String address = "127.0.0.1";

    @Parameter(help = "Takes uploads by BITS_POST.")
    private boolean allowUpload;

    @Parameter(help = "Lets an upload replace a file.")
    private boolean allowOverwrite;

    @Parameter(help = "Shows directories.")
    private boolean listing;

    @Parameter(help = "Certificates and key: a PEM file with both, or a PKCS#12 store.")
    private String tls = "";

    @Parameter(help = "The password of the PKCS#12 store.")
    private @Nullable SecureText tlsPassword;

    @Parameter(help = "Only these accounts may, by Basic.")
    private PSCredential[] credential = {};

    @Parameter(help = "Only holders of these tokens may, by Bearer.")
    private String[] token = {};

    @Parameter(minimum = 0, help = "Bytes of the largest upload; without it the disk is the limit.")
    private long maxUpload = -1;

    @Parameter(minimum = 1, help = "Seconds after which an upload without progress is dropped.")
    private int sessionTimeout = 1_209_600;

    @Parameter(minimum = 1, help = "Unfinished uploads at once.")
    private int maxSessions = 1000;

    @Parameter(minimum = 1, help = "Unfinished uploads of one account, or of one address where nobody logs in.")
    private int sessionsPerClient = 50;

    @Parameter(
            values = {"None", "ByReference", "ByValue"},
            help = "How a server application is told of uploads: by file names in headers, or with the file as a body.")
    private String notificationType = "None";

    @Parameter(help = "The address of that application.")
    private String notificationUrl = "";

    @Parameter(minimum = 1, help = "Seconds the application may take.")
    private int notificationTimeout = 300;

    @Parameter(help = "Sent as BITS-Host-Id: where clients send the rest of an upload.")
    private String hostId = "";

    @Parameter(minimum = 0, help = "Seconds after which a client that cannot reach -HostId uses the first host again.")
    private int hostIdFallbackTimeout = 86_400;

    @Parameter(minimum = 1, help = "Seconds after which a silent or creeping connection is closed.")
    private int idleTimeout = 60;

    @Parameter(minimum = 1, help = "Connections at once.")
    private int maxConnections = 256;

    @Override
    protected void process() {
        Path directory = runtime().currentDirectory().resolve(path);
        if (!shouldProcess(directory.toString(), "Start-BitsServer")) {
            return;
        }
        try {
            RunningServer server = ServerProcess.start(options(directory), secrets());
            write(GetBitsServer.shown(server));
        } catch (IOException failure) {
            writeError(ErrorRecord.of(
                    failure, "BitsServerNotStarted", ErrorCategory.ResourceUnavailable, directory.toString()));
        }
    }

    private List<String> options(Path directory) {
        List<String> options = new ArrayList<>(List.of(directory.toString()));
        option(options, "Port", port);
        option(options, "Address", address);
        option(options, "SessionTimeout", sessionTimeout);
        option(options, "MaxSessions", maxSessions);
        option(options, "SessionsPerClient", sessionsPerClient);
        option(options, "NotificationTimeout", notificationTimeout);
        option(options, "NotificationType", notificationType);
        option(options, "HostIdFallbackTimeout", hostIdFallbackTimeout);
        option(options, "IdleTimeout", idleTimeout);
        option(options, "MaxConnections", maxConnections);
        option(options, "MaxUpload", maxUpload < 0 ? "" : maxUpload);
        option(options, "NotificationUrl", notificationUrl);
        option(options, "HostId", hostId);
        option(options, "Tls", tls.isEmpty() ? "" : runtime().currentDirectory().resolve(tls));
        flag(options, "AllowUpload", allowUpload);
        flag(options, "AllowOverwrite", allowOverwrite);
        flag(options, "Listing", listing);
        return options;
    }

    private static void option(List<String> options, String name, Object value) {
        if (!value.toString().isEmpty()) {
            options.add("-" + name.toLowerCase(Locale.ROOT));
            options.add(value.toString());
        }
    }

    private static void flag(List<String> options, String name, boolean isGiven) {
        if (isGiven) {
            options.add("-" + name.toLowerCase(Locale.ROOT));
        }
    }

    /** Over standard input: a command line is open to every user of the machine. */
    private List<String> secrets() throws IOException {
        List<String> secrets = new ArrayList<>();
        for (PSCredential each : credential) {
            secrets.add("account=" + each.userName() + ":" + text(each.password()));
        }
        for (String each : token) {
            secrets.add("token=" + each);
        }
        if (tlsPassword != null) {
            secrets.add("tlsPassword=" + text(tlsPassword));
        }
        for (String secret : secrets) {
            if (secret.indexOf('\n') >= 0 || secret.indexOf('\r') >= 0) {
                throw new IOException("An account, token or password must not hold a line break");
            }
        }
        return secrets;
    }

    private static String text(SecureText secret) {
        return new String(secret.reveal());
    }
}
