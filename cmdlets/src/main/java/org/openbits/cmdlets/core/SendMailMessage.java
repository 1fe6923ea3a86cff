package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.PSCredential;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Send-MailMessage}: hands a message to a mail server. */
@CmdletName(verb = "Send", noun = "MailMessage", errorClass = "Microsoft.PowerShell.Commands.SendMailMessage")
@Help(
        synopsis = "Sends an e-mail by a mail server.",
        description =
                "The server is -SmtpServer, else $PSEmailServer. -UseSsl asks it for encryption (STARTTLS; on port"
                        + " 465 from the first byte) and checks its certificate; -Credential logs in (PLAIN or LOGIN)."
                        + " Recipients that the server refuses are an error; the others get the message.",
        examples = {
            @Example(
                    title = "What happens without a server",
                    code = "Send-MailMessage -From a@example.com -To b@example.com -Subject Report -SmtpServer"
                            + " 127.0.0.1 -Port 9 -ErrorAction SilentlyContinue"),
            @Example(
                    title = "A report with a file",
                    code = "Set-Content mail.csv 'a,b'; Send-MailMessage -From a@example.com -To b@example.com -Cc"
                            + " c@example.com -Bcc d@example.com -ReplyTo e@example.com -Subject Report -Body 'See the"
                            + " file.' -Attachments mail.csv -SmtpServer 127.0.0.1 -Port 9 -ErrorAction Ignore"),
            @Example(
                    title = "HTML, marked as urgent",
                    code = "Send-MailMessage -From a@example.com -To b@example.com -Subject Alarm -Body '<b>Disk"
                            + " full</b>' -BodyAsHtml -Encoding utf8 -Priority High -DeliveryNotificationOption"
                            + " OnFailure -SmtpServer 127.0.0.1 -Port 9 -ErrorAction Ignore"),
            @Example(
                    title = "Log in over TLS",
                    code = "$account = [pscredential]::new('ann', (ConvertTo-SecureString secret -AsPlainText"
                            + " -Force)); Send-MailMessage -From a@example.com -To b@example.com -Subject Report"
                            + " -Credential $account -UseSsl -SmtpServer 127.0.0.1 -Port 9 -ErrorAction Ignore")
        })
final class SendMailMessage extends Cmdlet {

    private static final int USUAL_PORT = 25;

    /** What -Priority takes. */
    enum Priority {
        Normal,
        Low,
        High
    }

    @Parameter(pipelineByName = true, help = "Who gets it.", position = 0)
    private List<String> to = List.of();

    @Parameter(pipelineByName = true, aliases = "sub", position = 1, help = "The subject; without line ends.")
    private String subject = "";

    @Parameter(pipelineByName = true, position = 2, help = "The text.")
    private String body = "";

    @Parameter(pipelineByName = true, position = 3, aliases = "ComputerName", help = "The mail server.")
    private String smtpServer = "";

    @Parameter(mandatory = true, pipelineByName = true, help = "Who it is from.")
    private String from = "";

    @Parameter(pipeline = true, pipelineByName = true, aliases = "PsPath", help = "Files to send with it.")
    private List<String> attachments = List.of();

    @Parameter(pipelineByName = true, help = "Who gets it as well.")
    private List<String> cc = List.of();

    @Parameter(pipelineByName = true, help = "Who gets it without being named in it.")
    private List<String> bcc = List.of();

    @Parameter(pipelineByName = true, help = "Where answers go.")
    private List<String> replyTo = List.of();

    @Parameter(pipelineByName = true, aliases = "BAH", help = "The text is HTML.")
    private boolean bodyAsHtml;

    @Parameter(pipelineByName = true, aliases = "BE", help = "The encoding of the text; UTF-8 when left out.")
    private TextEncoding encoding = TextEncoding.usual();

    @Parameter(pipelineByName = true, help = "The account at the server.")
    private @Nullable PSCredential credential;

    @Parameter(
            pipelineByName = true,
            aliases = "DNO",
            help = "What the server reports: OnSuccess, OnFailure, Delay or Never; None for its own way.")
    private List<String> deliveryNotificationOption = List.of();

    @Parameter(pipelineByName = true, help = "Normal, Low or High.")
    private Priority priority = Priority.Normal;

    @Parameter(pipelineByName = true, minimum = 0, help = "The port of the server; 25 when left out.")
    private int port;

    @Parameter(pipelineByName = true, help = "Encrypts; a server that cannot is refused.")
    private boolean useSsl;

    private final List<String> files = new ArrayList<>();
    private volatile @Nullable SmtpConnection open;

    @Override
    protected void process() {
        files.addAll(attachments);
    }

    @Override
    protected void end() {
        String server = server();
        try {
            MailText mail = mail();
            SmtpConnection connection = new SmtpConnection(
                    server, port == 0 ? USUAL_PORT : port, useSsl, (SSLSocketFactory) SSLSocketFactory.getDefault());
            open = connection;
            try (connection) {
                deliver(connection, mail, server);
            }
        } catch (IOException | IllegalArgumentException failure) {
            writeError(ErrorRecord.of(
                    failure instanceof SmtpException || failure instanceof IllegalArgumentException
                            ? failure
                            : new SmtpException("Failure sending mail by " + server + ": " + words(failure)),
                    failure instanceof IllegalArgumentException ? "FormatException" : "SmtpException",
                    failure instanceof IllegalArgumentException
                            ? ErrorCategory.InvalidArgument
                            : ErrorCategory.InvalidOperation,
                    server));
        }
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private void deliver(SmtpConnection connection, MailText mail, String server) throws IOException {
        if (credential != null) {
            if (connection.isOpenToOthers()) {
                warn("The password goes to " + server + " in clear. Add -UseSsl if the server can encrypt.");
            }
            connection.logIn(credential);
        }
        List<String> refused = connection.send(mail, notification());
        connection.quit();
        if (!refused.isEmpty()) {
            throw new SmtpException(
                    "Some recipients were refused, the others have the message: " + String.join("; ", refused) + ".");
        }
    }

    private String server() {
        Object usual = runtime().service(Session.class).variables().get("PSEmailServer");
        String server = smtpServer.isEmpty() ? Conversion.toText(usual) : smtpServer;
        if (server.isEmpty()) {
            throw runtime()
                    .terminate(
                            Failures.of(
                                    "HostNameNotSpecified",
                                    ErrorCategory.InvalidArgument,
                                    null,
                                    "The email cannot be sent because no SMTP server was specified. You must specify an SMTP"
                                            + " server by using either the SmtpServer parameter or the $PSEmailServer variable."));
        }
        return server;
    }

    private MailText mail() throws IOException {
        if (!MailAddress.hasOneLine(subject)) {
            throw new IllegalArgumentException(
                    "The specified string is not in the form required for a subject: it has" + " a line end in it.");
        }
        List<Path> found = new ArrayList<>();
        for (String each : files) {
            Path file = Locations.resolve(runtime(), each);
            if (!Files.isRegularFile(file)) {
                throw new SmtpException("The message was not sent: there is no file '" + file + "' to attach.");
            }
            found.add(file);
        }
        MailText mail = new MailText(
                MailAddress.of(from),
                addresses(to),
                addresses(cc),
                addresses(bcc),
                addresses(replyTo),
                subject,
                body,
                bodyAsHtml,
                encoding.charset().newEncoder().canEncode(body) ? encoding.charset() : StandardCharsets.UTF_8,
                priority.name(),
                found);
        if (mail.recipients().isEmpty()) {
            throw new IllegalArgumentException("A message needs a recipient: give -To, -Cc or -Bcc.");
        }
        return mail;
    }

    private static List<MailAddress> addresses(List<String> texts) {
        return texts.stream().map(MailAddress::of).toList();
    }

    private String notification() {
        return deliveryNotificationOption.stream()
                .flatMap(each -> List.of(each.split("\\s*,\\s*")).stream())
                .map(each -> switch (each.toLowerCase(Locale.ROOT)) {
                    case "none" -> "";
                    case "onsuccess" -> "SUCCESS";
                    case "onfailure" -> "FAILURE";
                    case "delay" -> "DELAY";
                    case "never" -> "NEVER";
                    default ->
                        throw new IllegalArgumentException("-DeliveryNotificationOption is not '" + each
                                + "'. Choose None, OnSuccess, OnFailure, Delay or Never.");
                })
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(","));
    }

    @Override
    public void stop() {
        SmtpConnection connection = open;
        if (connection != null) {
            connection.close();
        }
    }
}
