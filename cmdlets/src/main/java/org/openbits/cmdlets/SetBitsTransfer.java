package org.openbits.cmdlets;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.JobInfo;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.PSCredential;
import org.openbits.automation.Parameter;

/**
 * Changes properties of jobs: those that were given, all or none for each job. The length of this class is its
 * parameters; settings are read from them by {@link JobArguments}.
 */
@CmdletName(
        verb = "Set",
        noun = "BitsTransfer",
        shouldProcess = true,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.SetBitsTransferCommand")
@Help(
        synopsis = "Changes properties of existing jobs.",
        description = "Only the parameters that are given change anything; they apply to every job. Outputs the jobs.",
        examples = {
            @Example(title = "Rename a job", code = "Set-BitsTransfer -BitsJob $job -DisplayName nightly"),
            @Example(
                    title = "Other limits",
                    code = "Set-BitsTransfer nightly -Description 'weekly image' -RetryInterval 60 -RetryTimeout 3600 "
                            + "-MaxDownloadTime 86400 -TransferPolicy Standard -HttpMethod GET -Dynamic:$false"),
            @Example(
                    title = "Headers, and what to trust",
                    code = "Set-BitsTransfer nightly -CustomHeaders 'X-Depot: 7' -CustomHeadersWriteOnly "
                            + "-SecurityFlags 0x8 -ACLFlags og"),
            @Example(
                    title = "Account and client certificate",
                    code = "Set-BitsTransfer nightly -Credential $account -Authentication Basic "
                            + "-CertStoreLocation CURRENT_USER -CertStoreName MY -CertHash $thumbprint"),
            @Example(
                    title = "Through a proxy of its own",
                    code = "Set-BitsTransfer nightly -ProxyUsage Override -ProxyList proxy1:8080, proxy2:8080 "
                            + "-ProxyBypass intranet -ProxyCredential $account -ProxyAuthentication Ntlm "
                            + "-UseStoredCredential None"),
            @Example(
                    title = "Run a program when it is done or has failed",
                    code = "Set-BitsTransfer nightly -NotifyFlags 3 -NotifyCmdLine /usr/bin/logger, 'it is there'"),
            @Example(
                    title = "Take over the jobs of others, as an administrator",
                    code = "Get-BitsTransfer -AllUsers | Set-BitsTransfer -SetOwnerToCurrentUser"),
            @Example(
                    title = "What BITS's own programs can set",
                    code = "Set-BitsTransfer nightly -AutoComplete -MaxDownloadSize 4GB -OnDemandMode "
                            + "-MinimumNotificationInterval 2000 -PeerCachingFlags 3 -HelperTokenFlags 1"),
            @Example(
                    title = "Before the first file",
                    code = "Start-BitsTransfer -Suspended -DisplayName small | Set-BitsTransfer -HighPerformance"),
            @Example(
                    title = "How an upload speaks, and where its reply goes",
                    code =
                            "Start-BitsTransfer ./report.pdf http://host/in/report.pdf -TransferType UploadReply -Suspended "
                                    + "| Set-BitsTransfer -UploadProtocol Bits -ReplyFileName ./reply.txt"),
            @Example(title = "Make all jobs polite", code = "Get-BitsTransfer | Set-BitsTransfer -Priority Normal")
        })
public final class SetBitsTransfer extends JobsCmdlet {

    @Parameter(
            name = "ACLFlags",
            help =
                    "Which security information travels with a file from an SMB share: any mix of o owner, g group, d and s access lists.")
    private @Nullable ACLFlagValue aclFlags;

    @Parameter(
            values = {"Basic", "Digest", "Ntlm", "Negotiate", "Passport"},
            aliases = "au",
            help = "The scheme used with -Credential at the server. Left out or Negotiate: what it asks for, Digest"
                    + " before Basic; Basic by HTTPS or to this machine only.")
    private String authentication = "Negotiate";

    @Parameter(type = "Byte[]", help = "The SHA-1 thumbprint of the client certificate, as 20 bytes.")
    private byte[] certHash = {};

    @Parameter(help = "Where the client certificate is looked for.")
    private CertStoreLocationValue certStoreLocation = CertStoreLocationValue.CURRENT_USER;

    @Parameter(
            values = {"CA", "MY", "ROOT", "SPC"},
            help = "The store of the client certificate.")
    private String certStoreName = "";

    @Parameter(aliases = "cred", help = "The account for the server; for a user name the password is asked for.")
    private @Nullable PSCredential credential;

    @Parameter(help = "Extra request headers, one 'Name: value' per element.")
    private String[] customHeaders = {};

    @Parameter(help = "Makes the headers unreadable from now on; cannot be undone for the job.")
    private boolean customHeadersWriteOnly;

    @Parameter(aliases = "d", help = "Free text, at most 1,024 characters.")
    private String description = "";

    @Parameter(aliases = "dn", help = "The name of the job; need not be unique.")
    private String displayName = "";

    @Parameter(help = "Allows content that the server makes as it goes: no length, no resume.")
    private boolean dynamic;

    @Parameter(aliases = "hm", help = "The HTTP verb instead of GET; any other pins the job to Foreground.")
    private String httpMethod = "GET";

    @Parameter(minimum = 0, help = "Seconds the transfer may take in all.")
    private int maxDownloadTime = 7_776_000;

    @Parameter(help = "A program and its arguments, run when the job is transferred or fails.")
    private String[] notifyCmdLine = {};

    @Parameter(help = "When the program runs: 1 transferred, 2 error, 4 never; the sum of them.")
    private NotifyFlagValue notifyFlags = new NotifyFlagValue(3);

    @Parameter(
            values = {"Foreground", "High", "Normal", "Low"},
            aliases = "p",
            help = "The scheduling class: Foreground competes with other traffic, the others are polite.")
    private String priority = "Foreground";

    @Parameter(
            values = {"Basic", "Digest", "Ntlm", "Negotiate", "Passport"},
            aliases = "pa",
            help =
                    "The scheme used with -ProxyCredential. Left out or Negotiate: what the proxy asks for, Digest before"
                            + " Basic.")
    private String proxyAuthentication = "Negotiate";

    @Parameter(aliases = "pb", help = "Hosts reached directly; only with -ProxyUsage Override.")
    private String[] proxyBypass = {};

    @Parameter(aliases = "pc", help = "The account for the proxy; for a user name the password is asked for.")
    private @Nullable PSCredential proxyCredential;

    @Parameter(aliases = "pl", help = "Proxies, tried in order until one answers; only with -ProxyUsage Override.")
    private URI[] proxyList = {};

    @Parameter(
            values = {"SystemDefault", "NoProxy", "AutoDetect", "Override"},
            aliases = "pu",
            help = "Which proxy is used.")
    private String proxyUsage = "SystemDefault";

    @Parameter(
            minimum = 60,
            help = "The longest wait in seconds between two tries after a transient error; at least 60.")
    private int retryInterval = 600;

    @Parameter(
            minimum = 0,
            help = "Seconds without progress after the first transient error until the job fails; 0 fails at once.")
    private int retryTimeout = 1_209_600;

    @Parameter(help = "Certificate checks and redirect policy: names, a list of names, or a number.")
    private SecurityFlagValue securityFlags = new SecurityFlagValue(0);

    @Parameter(help = "The network cost states in which the job may run.")
    private @Nullable CostStates transferPolicy;

    @Parameter(help = "Whose stored credentials are used: None or Proxy.")
    private AuthenticationTargetValue useStoredCredential = new AuthenticationTargetValue(0);

    @Parameter(own = true, help = "The service completes the job when it is transferred.")
    private boolean autoComplete;

    @Parameter(
            own = true,
            minimum = 0,
            help = "The most bytes the job may bring, 0 for any number; before it is resumed first.")
    private long maxDownloadSize;

    @Parameter(
            own = true,
            help = "Brings only the parts of files that a program asks for; before the job is resumed first.")
    private boolean onDemandMode;

    @Parameter(
            own = true,
            help = "Kept and shown as BITS does, before the first file; here every job moves as fast as its priority"
                    + " allows.")
    private boolean highPerformance;

    @Parameter(own = true, minimum = 0, help = "The least milliseconds between two notices that the job has changed.")
    private long minimumNotificationInterval = 500;

    @Parameter(
            own = true,
            minimum = 0,
            help = "Peer caching, as BITS numbers it: 1 from peers, 2 to peers; kept and shown.")
    private long peerCachingFlags;

    @Parameter(own = true, minimum = 0, help = "Whose rights a helper token lends on Windows; kept and shown.")
    private long helperTokenFlags;

    @Parameter(
            own = true,
            values = {"Auto", "Bits", "Put", "Tus", "Resumable"},
            help = "How an upload speaks to an http server; before the job is resumed first.")
    private String uploadProtocol = "Auto";

    @Parameter(own = true, help = "Where the reply of an upload-reply job goes.")
    private String replyFileName = "";

    @Parameter(aliases = "so", help = "Makes the caller the owner of the job; for administrators.")
    private boolean setOwnerToCurrentUser;

    @Override
    protected void process() {
        JobArguments arguments = new JobArguments(CmdletInfo.of(getClass()), this, this::isBound);
        JobStep step = new JobStep(runtime(), "Set-BitsTransfer", "SetBitsTransferCOMException");
        for (BitsJob each : bitsJob) {
            try {
                step.run(each, job -> change(job, arguments));
            } catch (CmdletException refusal) {
                writeError(refusal.record());
            }
        }
    }

    private void change(BitsJob job, JobArguments arguments) {
        JobInfo info = job.info();
        JobSettings change = arguments.settings(info.settings().get(JobProperty.PROXY_USAGE));
        if (isBound("ReplyFileName")) {
            String reply = runtime().currentDirectory().resolve(replyFileName).toString();
            change = change.with(JobProperty.REPLY_FILE_NAME, reply);
        }
        List<AuthCredentials> credentials =
                arguments.credentials(info.settings().with(change));
        if (setOwnerToCurrentUser) {
            job.handle().takeOwnership();
        }
        if (!change.properties().isEmpty()) {
            job.handle().change(change);
        }
        for (AuthCredentials each : credentials) {
            job.handle().setCredentials(each);
        }
        job.refresh();
        write(job);
    }
}
