package org.openbits.cmdlets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.ErrorCode;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.ProxyUsage;
import org.openbits.UploadProtocol;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Numbered;
import org.openbits.automation.PSCredential;
import org.openbits.automation.ParameterInfo;
import org.openbits.automation.SecureText;

/** The parameters that Start- and Set-BitsTransfer share, as settings and credentials of a job: only those given. */
final class JobArguments {

    private final CmdletInfo info;
    private final Cmdlet cmdlet;
    private final Predicate<String> isBound;

    JobArguments(CmdletInfo info, Cmdlet cmdlet, Predicate<String> isBound) {
        this.info = info;
        this.cmdlet = cmdlet;
        this.isBound = isBound;
    }

    /**
     * The settings, checked.
     *
     * @param usage the proxy usage of the job as it stands
     * @throws CmdletException for combinations that BITS refuses
     * @throws org.openbits.BitsException for values that the job cannot have
     */
    JobSettings settings(ProxyUsage usage) {
        JobSettings settings = JobSettings.EMPTY;
        settings = text(settings, "DisplayName", JobProperty.DISPLAY_NAME);
        settings = text(settings, "Description", JobProperty.DESCRIPTION);
        settings = number(settings, "RetryInterval", JobProperty.MINIMUM_RETRY_DELAY);
        settings = number(settings, "RetryTimeout", JobProperty.NO_PROGRESS_TIMEOUT);
        settings = number(settings, "MaxDownloadTime", JobProperty.MAXIMUM_DOWNLOAD_TIME);
        settings = number(settings, "TransferPolicy", JobProperty.COST_FLAGS);
        settings = number(settings, "ACLFlags", JobProperty.ACL_FLAGS);
        settings = number(settings, "SecurityFlags", JobProperty.SECURITY_FLAGS);
        settings = number(settings, "NotifyFlags", JobProperty.NOTIFY_FLAGS);
        settings = list(settings, "NotifyCmdLine", JobProperty.NOTIFY_COMMAND_LINE);
        settings = headers(settings);
        settings = flag(settings, "CustomHeadersWriteOnly", JobProperty.CUSTOM_HEADERS_WRITE_ONLY);
        settings = flag(settings, "Dynamic", JobProperty.DYNAMIC_CONTENT);
        settings = flag(settings, "AutoComplete", JobProperty.AUTO_COMPLETE);
        settings = flag(settings, "OnDemandMode", JobProperty.ON_DEMAND);
        settings = flag(settings, "HighPerformance", JobProperty.HIGH_PERFORMANCE);
        settings = number(settings, "MaxDownloadSize", JobProperty.MAXIMUM_DOWNLOAD_SIZE);
        settings = number(settings, "MinimumNotificationInterval", JobProperty.MINIMUM_NOTIFICATION_INTERVAL);
        settings = number(settings, "PeerCachingFlags", JobProperty.PEER_CACHING_FLAGS);
        settings = number(settings, "HelperTokenFlags", JobProperty.HELPER_TOKEN_FLAGS);
        settings = uploadProtocol(settings);
        settings = proxy(settings, usage);
        settings = schemes(settings);
        settings = certificate(settings);
        return priority(settings);
    }

    /** The credentials, for the schemes given or the default one. */
    List<AuthCredentials> credentials(JobSettings settings) {
        List<AuthCredentials> credentials = new ArrayList<>();
        if (isBound.test("Credential")) {
            credentials.add(credential("Credential", AuthTarget.SERVER, settings.get(JobProperty.AUTHENTICATION)));
        }
        if (isBound.test("ProxyCredential")) {
            credentials.add(
                    credential("ProxyCredential", AuthTarget.PROXY, settings.get(JobProperty.PROXY_AUTHENTICATION)));
        }
        return credentials;
    }

    private AuthCredentials credential(String parameter, AuthTarget target, AuthScheme scheme) {
        if (!(value(parameter) instanceof PSCredential account)) {
            throw refusal("-" + parameter + " has no value; make one with Get-Credential.");
        }
        SecureText password = account.password();
        return new AuthCredentials(target, scheme, account.userName(), new String(password.reveal()));
    }

    private JobSettings headers(JobSettings settings) {
        List<String> lines = texts("CustomHeaders").stream()
                .flatMap(text -> Stream.of(text.split("\r\n"))) // BITS takes lines ended by CR LF
                .filter(line -> !line.isEmpty())
                .toList();
        for (String header : lines) {
            if (isBound.test("CustomHeaders") && !header.matches("(?s)[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n]*")) {
                throw refusal("-CustomHeaders takes one 'Name: value' per element; '"
                        + header.replaceFirst(":.*", ": ...").replaceAll("[\\r\\n]+", " ") + "' is none.");
            }
        }
        return isBound.test("CustomHeaders") ? settings.with(JobProperty.CUSTOM_HEADERS, lines) : settings;
    }

    private JobSettings proxy(JobSettings before, ProxyUsage usage) {
        JobSettings settings = before;
        ProxyUsage wanted = usage;
        if (isBound.test("ProxyUsage")) {
            wanted = switch (text("ProxyUsage").toLowerCase(Locale.ROOT)) {
                case "noproxy" -> ProxyUsage.NO_PROXY;
                case "autodetect" -> ProxyUsage.AUTODETECT;
                case "override" -> ProxyUsage.OVERRIDE;
                default -> ProxyUsage.PRECONFIG;
            };
            settings = settings.with(JobProperty.PROXY_USAGE, wanted);
        }
        for (String parameter : List.of("ProxyList", "ProxyBypass")) {
            if (isBound.test(parameter) && wanted != ProxyUsage.OVERRIDE) {
                throw refusal("-" + parameter + " counts only with -ProxyUsage Override; add that.");
            }
        }
        if (wanted != ProxyUsage.OVERRIDE && usage == ProxyUsage.OVERRIDE) {
            // What was listed goes with the usage that it belonged to.
            return settings.with(JobProperty.PROXY_LIST, List.of()).with(JobProperty.PROXY_BYPASS_LIST, List.of());
        }
        if (isBound.test("ProxyList")) {
            // The slashes are how Java writes an address that has a port and no scheme.
            List<String> proxies = texts("ProxyList").stream()
                    .map(entry -> entry.replaceFirst("^//", ""))
                    .toList();
            settings = settings.with(JobProperty.PROXY_LIST, proxies);
        }
        return list(settings, "ProxyBypass", JobProperty.PROXY_BYPASS_LIST);
    }

    private JobSettings uploadProtocol(JobSettings settings) {
        return isBound.test("UploadProtocol")
                ? settings.with(
                        JobProperty.UPLOAD_PROTOCOL,
                        UploadProtocol.valueOf(text("UploadProtocol").toUpperCase(Locale.ROOT)))
                : settings;
    }

    private JobSettings schemes(JobSettings before) {
        JobSettings settings = before;
        if (isBound.test("Authentication")) {
            settings = settings.with(JobProperty.AUTHENTICATION, scheme("Authentication"));
        }
        if (isBound.test("ProxyAuthentication")) {
            settings = settings.with(JobProperty.PROXY_AUTHENTICATION, scheme("ProxyAuthentication"));
        }
        if (isBound.test("UseStoredCredential") && (numberOf("UseStoredCredential") & 1) != 0) {
            throw refusal("-UseStoredCredential Server is not supported, as in BITS; use Proxy or None, or give"
                    + " -Credential.");
        }
        return number(settings, "UseStoredCredential", JobProperty.USE_STORED_CREDENTIALS);
    }

    private AuthScheme scheme(String parameter) {
        return AuthScheme.valueOf(text(parameter).toUpperCase(Locale.ROOT));
    }

    private JobSettings certificate(JobSettings before) {
        JobSettings settings = text(before, "CertStoreLocation", JobProperty.CERTIFICATE_STORE_LOCATION);
        settings = text(settings, "CertStoreName", JobProperty.CERTIFICATE_STORE_NAME);
        if (!isBound.test("CertHash")) {
            return settings;
        }
        StringBuilder hexadecimal = new StringBuilder();
        for (Object octet : Conversion.enumerate(value("CertHash"))) {
            hexadecimal.append(String.format(
                    Locale.ROOT, "%02X", Conversion.toNumber(octet).intValue() & 0xFF));
        }
        if (hexadecimal.length() != 40) {
            throw refusal("-CertHash takes the 20 bytes of a SHA-1 thumbprint; got " + hexadecimal.length() / 2 + ".");
        }
        return settings.with(JobProperty.CERTIFICATE_HASH, hexadecimal.toString());
    }

    /** Any method but GET pins the job to Foreground. */
    private JobSettings priority(JobSettings before) {
        JobSettings settings = text(before, "HttpMethod", JobProperty.HTTP_METHOD);
        boolean isPinned = !settings.get(JobProperty.HTTP_METHOD).equalsIgnoreCase("GET");
        if (isPinned) {
            return settings.with(JobProperty.PRIORITY, JobPriority.FOREGROUND);
        }
        return isBound.test("Priority") ? settings.with(JobProperty.PRIORITY, priority(text("Priority"))) : settings;
    }

    static JobPriority priority(String text) {
        return JobPriority.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static CmdletException refusal(String message) {
        return new CmdletException(JobErrors.of(
                ErrorCode.E_INVALIDARG,
                message,
                "ParameterArgumentValidationError",
                ErrorCategory.InvalidArgument,
                ExitCode.USAGE));
    }

    private JobSettings text(JobSettings settings, String parameter, JobProperty<String> property) {
        return isBound.test(parameter) ? settings.with(property, text(parameter)) : settings;
    }

    private JobSettings number(JobSettings settings, String parameter, JobProperty<Long> property) {
        return isBound.test(parameter) ? settings.with(property, numberOf(parameter)) : settings;
    }

    private JobSettings flag(JobSettings settings, String parameter, JobProperty<Boolean> property) {
        return isBound.test(parameter) ? settings.with(property, Conversion.isTrue(value(parameter))) : settings;
    }

    private JobSettings list(JobSettings settings, String parameter, JobProperty<List<String>> property) {
        return isBound.test(parameter) ? settings.with(property, texts(parameter)) : settings;
    }

    private long numberOf(String parameter) {
        Object value = value(parameter);
        return value instanceof Numbered numbered
                ? numbered.number()
                : Conversion.toNumber(value).longValue();
    }

    private String text(String parameter) {
        return Conversion.toText(value(parameter));
    }

    private List<String> texts(String parameter) {
        List<String> texts = new ArrayList<>();
        Object value = value(parameter);
        if (value != null) {
            Conversion.enumerate(value).forEach(element -> texts.add(Conversion.toText(element)));
        }
        return texts;
    }

    private @Nullable Object value(String parameter) {
        ParameterInfo found = info.parameter(parameter);
        return found == null ? null : found.accessor().get(cmdlet);
    }
}
