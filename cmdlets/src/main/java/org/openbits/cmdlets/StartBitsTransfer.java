package org.openbits.cmdlets;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.BitsException;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobType;
import org.openbits.ProxyUsage;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.PSCredential;
import org.openbits.automation.Parameter;

/**
 * Creates a job for each input object and, unless told otherwise, waits for all of them in the end.
 *
 * <p>The synchronous form makes each job with one request that also says "complete it yourself": a shell that dies still
 * gets its files. The length of this class is its parameters; settings are read from them by {@link JobArguments}.
 */
@CmdletName(
        verb = "Start",
        noun = "BitsTransfer",
        shouldProcess = true,
        errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.NewBitsTransferCommand")
@Help(
        synopsis = "Creates a transfer job, and waits for it unless told otherwise.",
        description =
                "Downloads -Source to -Destination. Without -Asynchronous it shows progress, returns when the files"
                        + " are in place, and leaves no job behind; a failed job is cancelled. With -Asynchronous it returns the"
                        + " job at once: the transfer goes on without this shell, and Complete-BitsTransfer gives the files their"
                        + " names. Each input object with a Source property makes a job of its own. The synchronous form gives up"
                        + " 60 seconds after the first transient error when not one byte ever came, else after 10 minutes without"
                        + " progress, unless -RetryTimeout says otherwise. The variable DefaultPriority, set in a profile,"
                        + " replaces the default of -Priority.",
        examples = {
            @Example(
                    title = "Download a file and wait for it",
                    code = "Start-BitsTransfer -Source http://host/big.iso -Destination ./big.iso"),
            @Example(
                    title = "Download in the background and complete later",
                    code = "$job = Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous\n"
                            + "Wait-BitsTransfer $job | Complete-BitsTransfer"),
            @Example(
                    title = "Download in the background; the service completes",
                    code = "Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous -AutoComplete"),
            @Example(
                    title = "One job for each row of a list with the columns Source and Destination",
                    code = "Import-Csv list.csv | Start-BitsTransfer"),
            @Example(
                    title = "Upload a file to a server of any kind",
                    code = "Start-BitsTransfer ./report.pdf http://host/in/report.pdf -TransferType Upload"),
            @Example(
                    title = "Upload files, one job each, by tus",
                    code = "Start-BitsTransfer *.bin http://host/in/ -TransferType Upload -UploadProtocol Tus"),
            @Example(
                    title = "A polite job that gives up sooner",
                    code =
                            "Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous -Priority Low -Description 'weekly image' "
                                    + "-RetryInterval 60 -RetryTimeout 3600 -MaxDownloadTime 86400 -TransferPolicy Standard"),
            @Example(
                    title = "A file that must have this digest, from a mirror if need be",
                    code = "Start-BitsTransfer http://host/big.iso ./big.iso -Checksum $digest "
                            + "-Mirror http://mirror/big.iso, http://mirror2/big.iso"),
            @Example(
                    title = "Files that must agree with the list beside them",
                    code = "Start-BitsTransfer http://host/big.iso ./big.iso -ChecksumUri http://host/SHA256SUMS"),
            @Example(
                    title = "Headers, and what to trust",
                    code =
                            "Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous -CustomHeaders 'X-Depot: 7' "
                                    + "-CustomHeadersWriteOnly -SecurityFlags IgnoreUnknownCA, EnableCRLCheck -Dynamic -HttpMethod GET"),
            @Example(
                    title = "Account and client certificate",
                    code =
                            "Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous -Credential $account "
                                    + "-Authentication Basic -CertStoreLocation CURRENT_USER -CertStoreName MY -CertHash $thumbprint"),
            @Example(
                    title = "Through a proxy of its own",
                    code = "Start-BitsTransfer http://host/big.iso ./big.iso -Suspended -ProxyUsage Override "
                            + "-ProxyList proxy1:8080, proxy2:8080 -ProxyBypass intranet -ProxyCredential $account "
                            + "-ProxyAuthentication Ntlm -UseStoredCredential None"),
            @Example(
                    title = "Run a program when it is done or has failed",
                    code = "Start-BitsTransfer http://host/big.iso ./big.iso -Asynchronous -TransferType Download "
                            + "-ACLFlags og -NotifyFlags 3 -NotifyCmdLine /usr/bin/logger, 'big.iso is there'"),
            @Example(
                    title = "An empty job, filled and started later",
                    code = "$job = Start-BitsTransfer -Suspended -DisplayName nightly")
        })
public final class StartBitsTransfer extends FilesCmdlet {

    static final String DISPLAY_NAME = "BITS Transfer";
    static final String DESCRIPTION =
            "This is a file transfer that uses the Background Intelligent Transfer Service (BITS).";

    @Parameter(
            position = 0,
            mandatory = true,
            pipelineByName = true,
            help = "Remote names of a download, or local names of an upload. Wildcards work for UNC and local names.")
    private String[] source = {};

    @Parameter(
            position = 1,
            pipelineByName = true,
            help = "Target names, as many as sources, or one existing directory; without it the current directory.")
    private String[] destination = {};

    @Parameter(help = "Returns at once with the job; the transfer goes on in the background.")
    private boolean asynchronous;

    @Parameter(help = "Creates the job without starting it; Resume-BitsTransfer does.")
    private boolean suspended;

    @Parameter(
            own = true,
            help = "With -Asynchronous or -Suspended: the service completes the job when it is transferred.")
    private boolean autoComplete;

    @Parameter(
            values = {"Download", "Upload", "UploadReply"},
            help = "The direction. An upload job holds one file: several sources make several jobs.")
    private String transferType = "Download";

    @Parameter(
            own = true,
            values = {"Auto", "Bits", "Put", "Tus", "Resumable"},
            help = "How an upload speaks to an http server: BITS_POST, one PUT, tus 1.0, the IETF draft of resumable"
                    + " uploads, or what the server answers to, remembered for each host.")
    private String uploadProtocol = "Auto";

    @Parameter(
            name = "ACLFlags",
            help =
                    "Which security information travels with a file from an SMB share: any mix of o owner, g group, d and s access lists.")
    private @Nullable ACLFlagValue aclFlags;

    @Parameter(
            values = {"Basic", "Digest", "Ntlm", "Negotiate", "Passport"},
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

    @Parameter(help = "The account for the server; for a user name the password is asked for.")
    private @Nullable PSCredential credential;

    @Parameter(help = "Extra request headers, one 'Name: value' per element.")
    private String[] customHeaders = {};

    @Parameter(help = "Makes the headers unreadable from now on; cannot be undone for the job.")
    private boolean customHeadersWriteOnly;

    @Parameter(help = "Free text, at most 1,024 characters.")
    private String description = "";

    @Parameter(help = "The name of the job; need not be unique.")
    private String displayName = "";

    @Parameter(help = "Allows content that the server makes as it goes: no length, no resume.")
    private boolean dynamic;

    @Parameter(help = "The HTTP verb instead of GET; any other pins the job to Foreground.")
    private String httpMethod = "GET";

    @Parameter(minimum = 0, help = "Seconds the transfer may take in all.")
    private int maxDownloadTime = 7_776_000;

    @Parameter(help = "A program and its arguments, run when the job is transferred or fails.")
    private String[] notifyCmdLine = {};

    @Parameter(help = "When the program runs: 1 transferred, 2 error, 4 never; the sum of them.")
    private NotifyFlagValue notifyFlags = new NotifyFlagValue(3);

    @Parameter(
            values = {"Foreground", "High", "Normal", "Low"},
            help = "The scheduling class: Foreground competes with other traffic, the others are polite.")
    private String priority = "Foreground";

    @Parameter(
            values = {"Basic", "Digest", "Ntlm", "Negotiate", "Passport"},
            help =
                    "The scheme used with -ProxyCredential. Left out or Negotiate: what the proxy asks for, Digest before"
                            + " Basic.")
    private String proxyAuthentication = "Negotiate";

    @Parameter(help = "Hosts reached directly; only with -ProxyUsage Override.")
    private String[] proxyBypass = {};

    @Parameter(help = "The account for the proxy; for a user name the password is asked for.")
    private @Nullable PSCredential proxyCredential;

    @Parameter(help = "Proxies, tried in order until one answers; only with -ProxyUsage Override.")
    private URI[] proxyList = {};

    @Parameter(
            values = {"SystemDefault", "NoProxy", "AutoDetect", "Override"},
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

    private @Nullable SynchronousWait wait;

    @Override
    protected boolean requires(String parameter) {
        return !(suspended && parameter.equals("Source"));
    }

    @Override
    protected void begin() {
        wait = asynchronous || suspended ? null : new SynchronousWait(runtime(), "StartBitsTransferCOMException");
    }

    @Override
    protected void process() {
        String target = source.length == 0 ? displayNameOrDefault() : String.join(", ", source);
        if (!shouldProcess(target, "Start-BitsTransfer")) {
            return;
        }
        try {
            for (JobSpec each : specs()) {
                create(each);
            }
        } catch (CmdletException refusal) {
            writeError(refusal.record());
        } catch (BitsException failure) {
            writeError(JobErrors.of(failure, "StartBitsTransferCOMException", target));
        }
    }

    private void create(JobSpec spec) {
        BitsJob job = BitsJob.of(runtime().service(JobAccess.class).manager().createJob(spec));
        if (wait == null) {
            write(job);
        } else {
            wait.add(job, true, !isBound("RetryTimeout"));
        }
    }

    private List<JobSpec> specs() {
        JobType type = JobType.valueOf(
                transferType.equalsIgnoreCase("UploadReply")
                        ? "UPLOAD_REPLY"
                        : transferType.toUpperCase(java.util.Locale.ROOT));
        JobArguments arguments = new JobArguments(CmdletInfo.of(getClass()), this, this::isBound);
        JobSettings settings = defaults().with(arguments.settings(ProxyUsage.PRECONFIG));
        List<AuthCredentials> credentials = arguments.credentials(settings);
        TransferNames names = new TransferNames(runtime().currentDirectory());
        List<FileSpec> files = source.length == 0
                ? List.of()
                : checks().of(type, names.pair(type, List.of(source), List.of(destination)), names);
        if (!type.isUpload() || files.size() < 2) {
            return List.of(new JobSpec(type, settings, files, credentials, !suspended));
        }
        List<JobSpec> specs = new ArrayList<>();
        for (FileSpec file : files) {
            specs.add(new JobSpec(type, settings, List.of(file), credentials, !suspended));
        }
        return specs;
    }

    private JobSettings defaults() {
        String priorityByProfile = Conversion.toText(runtime().variable("DefaultPriority"));
        return JobSettings.EMPTY
                .with(JobProperty.DISPLAY_NAME, DISPLAY_NAME)
                .with(JobProperty.DESCRIPTION, DESCRIPTION)
                .with(
                        JobProperty.PRIORITY,
                        JobArguments.priority(priorityByProfile.isEmpty() ? priority : priorityByProfile))
                .with(JobProperty.AUTO_COMPLETE, autoComplete || wait != null);
    }

    private String displayNameOrDefault() {
        return displayName.isEmpty() ? DISPLAY_NAME : displayName;
    }

    /** Waits for all jobs of this call. */
    @Override
    protected void end() {
        if (wait != null) {
            wait.run();
        }
    }

    @Override
    public void stop() {
        if (wait != null) {
            wait.stop();
        }
    }
}
