package org.openbits.internal.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.ErrorCode;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.ProxyUsage;

/** The /set switches: one property of one job. */
final class SetSwitches {

    private static final String[] LOCATIONS = {
        "CURRENT_USER",
        "LOCAL_MACHINE",
        "CURRENT_SERVICE",
        "SERVICES",
        "USERS",
        "CURRENT_USER_GROUP_POLICY",
        "LOCAL_MACHINE_GROUP_POLICY",
        "LOCAL_MACHINE_ENTERPRISE"
    };

    private SetSwitches() {}

    static final List<String> NAMES = List.of(
            "/setdisplayname",
            "/setdescription",
            "/setpriority",
            "/setminretrydelay",
            "/setnoprogresstimeout",
            "/setmaxdownloadtime",
            "/setnotifyflags",
            "/setnotifycmdline",
            "/setproxysettings",
            "/setcredentials",
            "/removecredentials",
            "/setcustomheaders",
            "/makecustomheaderswriteonly",
            "/sethttpmethod",
            "/setsecurityflags",
            "/setclientcertificatebyid",
            "/setclientcertificatebyname",
            "/removeclientcertificate",
            "/setaclflags",
            "/setvalidationstate",
            "/setreplyfilename",
            "/sethelpertoken",
            "/sethelpertokenflags",
            "/setpeercachingflags");

    /** The switch of that name, made when it is asked for: a process needs one of them, and starts sooner without the rest. */
    static @Nullable Switch named(String name) {
        return switch (name) {
            case "/setdisplayname" -> text(name, "<display_name>", JobProperty.DISPLAY_NAME, "Sets the display name.");
            case "/setdescription" -> text(name, "<description>", JobProperty.DESCRIPTION, "Sets the description.");
            case "/setpriority" ->
                set(
                        name,
                        "<FOREGROUND|HIGH|NORMAL|LOW>",
                        2,
                        2,
                        "Sets the priority.",
                        call -> change(
                                call,
                                JobProperty.PRIORITY,
                                JobPriority.values()[call.word(1, names(JobPriority.values()))]));
            case "/setminretrydelay" ->
                number(name, "<seconds>", JobProperty.MINIMUM_RETRY_DELAY, "Sets the retry delay.");
            case "/setnoprogresstimeout" ->
                number(
                        name,
                        "<seconds>",
                        JobProperty.NO_PROGRESS_TIMEOUT,
                        "Sets the time without progress after which the job is in error.");
            case "/setmaxdownloadtime" ->
                number(
                        name,
                        "<seconds>",
                        JobProperty.MAXIMUM_DOWNLOAD_TIME,
                        "Sets the longest time the transfer may take.");
            case "/setnotifyflags" ->
                number(
                        name,
                        "<flags>",
                        JobProperty.NOTIFY_FLAGS,
                        "Sets when to notify: 1 transferred, 2 error, 4 never.");
            case "/setnotifycmdline" ->
                set(
                        name,
                        "<program> [<parameters>]",
                        2,
                        3,
                        "Sets the program to run; NULL NULL clears it.",
                        SetSwitches::notifyCommandLine);
            case "/setproxysettings" ->
                set(
                        name,
                        "<PRECONFIG|NO_PROXY|AUTODETECT|OVERRIDE> [<proxy_list> [<bypass_list>]]",
                        2,
                        4,
                        "Sets the proxy.",
                        SetSwitches::proxySettings);
            case "/setcredentials" ->
                set(
                        name,
                        "<SERVER|PROXY> <BASIC|DIGEST|NTLM|NEGOTIATE|PASSPORT> <user> <password>",
                        5,
                        5,
                        "Adds credentials.",
                        call -> call.job()
                                .setCredentials(new AuthCredentials(
                                        target(call),
                                        scheme(call),
                                        call.isNull(3) ? "" : call.argument(3),
                                        call.isNull(4) ? "" : call.argument(4))));
            case "/removecredentials" ->
                new Switch(
                        name,
                        "<job> <SERVER|PROXY> <BASIC|DIGEST|NTLM|NEGOTIATE|PASSPORT>",
                        3,
                        3,
                        "Removes credentials.",
                        call -> {
                            boolean had = !call.job()
                                    .removeCredentials(target(call), scheme(call))
                                    .equals(ErrorCode.S_FALSE);
                            call.output()
                                    .line(
                                            had
                                                    ? "Job " + call.argument(0) + " changed."
                                                    : "The job had no such credentials.");
                        });
            case "/setcustomheaders" ->
                set(
                        name,
                        "<header> [<header> ...]",
                        2,
                        Switch.ANY,
                        "Sets the custom headers.",
                        call -> change(call, JobProperty.CUSTOM_HEADERS, headers(call)));
            case "/makecustomheaderswriteonly" ->
                set(
                        name,
                        "",
                        1,
                        1,
                        "Makes the custom headers unreadable, for good.",
                        call -> change(call, JobProperty.CUSTOM_HEADERS_WRITE_ONLY, true));
            case "/sethttpmethod" -> text(name, "<method>", JobProperty.HTTP_METHOD, "Sets the HTTP method.");
            case "/setsecurityflags" ->
                number(
                        name,
                        "<value>",
                        JobProperty.SECURITY_FLAGS,
                        "Sets the certificate checks and the redirect policy.");
            case "/setclientcertificatebyid" ->
                set(
                        name,
                        "<store_location> <store_name> <hex_cert_id>",
                        4,
                        4,
                        "Sets the client certificate by its hash.",
                        call -> certificate(call, JobProperty.CERTIFICATE_HASH));
            case "/setclientcertificatebyname" ->
                set(
                        name,
                        "<store_location> <store_name> <subject_name>",
                        4,
                        4,
                        "Sets the client certificate by its subject.",
                        call -> certificate(call, JobProperty.CERTIFICATE_SUBJECT_NAME));
            case "/removeclientcertificate" ->
                set(
                        name,
                        "",
                        1,
                        1,
                        "Removes the client certificate.",
                        call -> call.job()
                                .change(JobSettings.EMPTY
                                        .with(JobProperty.CERTIFICATE_STORE_LOCATION, "")
                                        .with(JobProperty.CERTIFICATE_STORE_NAME, "")
                                        .with(JobProperty.CERTIFICATE_HASH, "")
                                        .with(JobProperty.CERTIFICATE_SUBJECT_NAME, "")));
            case "/setaclflags" ->
                set(
                        name,
                        "<letters of O G D S>",
                        2,
                        2,
                        "Sets which rights travel with a file.",
                        call -> change(call, JobProperty.ACL_FLAGS, aclFlags(call.argument(1))));
            case "/setvalidationstate" ->
                set(
                        name,
                        "<file_index> <TRUE|FALSE>",
                        3,
                        3,
                        "Declares a file valid or not.",
                        call -> call.file(1).setValidationState(call.word(2, "FALSE", "TRUE") == 1));
            case "/setreplyfilename" -> text(name, "<path>", JobProperty.REPLY_FILE_NAME, "Sets the reply file name.");
            case "/sethelpertoken" ->
                set(
                        name,
                        "[<user@domain> <password>]",
                        1,
                        3,
                        "Helper tokens exist on Windows only.",
                        GroupSwitches.notApplicable("A helper token"));
            case "/sethelpertokenflags" ->
                number(
                        name,
                        "<flags>",
                        JobProperty.HELPER_TOKEN_FLAGS,
                        "Sets what a helper token is for; kept and shown only.");
            case "/setpeercachingflags" ->
                number(
                        name,
                        "<value>",
                        JobProperty.PEER_CACHING_FLAGS,
                        "Sets the peer caching flags; kept and shown only.");
            default -> null;
        };
    }

    private static Switch set(String name, String arguments, int least, int most, String help, Switch.Action action) {
        return new Switch(name, ("<job> " + arguments).strip(), least, most, help, call -> {
            action.run(call);
            if (!call.output().isRaw()) {
                call.output().line("Job " + call.argument(0) + " changed.");
            }
        });
    }

    private static Switch text(String name, String arguments, JobProperty<String> property, String help) {
        return set(name, arguments, 2, 2, help, call -> change(call, property, call.argument(1)));
    }

    private static Switch number(String name, String arguments, JobProperty<Long> property, String help) {
        return set(name, arguments, 2, 2, help, call -> change(call, property, call.number(1)));
    }

    private static <T> void change(Call call, JobProperty<T> property, T value) {
        call.job().set(property, value);
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static AuthTarget target(Call call) {
        return AuthTarget.values()[call.word(1, names(AuthTarget.values()))];
    }

    private static AuthScheme scheme(Call call) {
        return AuthScheme.values()[call.word(2, names(AuthScheme.values()))];
    }

    /** The first word of the parameters repeats the program, as Windows demands; a job keeps the program once. */
    private static void notifyCommandLine(Call call) {
        if (call.isNull(1)) {
            if (!call.isNull(2)) {
                throw new UsageException("Without a program there can be no parameters; write NULL NULL.");
            }
            change(call, JobProperty.NOTIFY_COMMAND_LINE, List.of());
            return;
        }
        List<String> command = new ArrayList<>(List.of(call.argument(1)));
        if (!call.isNull(2)) {
            List<String> words = CommandWords.split(call.argument(2));
            command.addAll(words.subList(1, words.size()));
        }
        change(call, JobProperty.NOTIFY_COMMAND_LINE, command);
    }

    private static void proxySettings(Call call) {
        ProxyUsage usage = ProxyUsage.values()[call.word(1, names(ProxyUsage.values()))];
        if (usage == ProxyUsage.OVERRIDE && call.isNull(2)) {
            throw new UsageException("OVERRIDE needs a list of proxies, separated by commas.");
        }
        if (usage != ProxyUsage.OVERRIDE && call.arguments().size() > 2) {
            throw new UsageException("Only OVERRIDE takes a list of proxies.");
        }
        call.job()
                .change(JobSettings.EMPTY
                        .with(JobProperty.PROXY_USAGE, usage)
                        .with(JobProperty.PROXY_LIST, call.isNull(2) ? List.of() : parts(call.argument(2), "[, ]+"))
                        .with(
                                JobProperty.PROXY_BYPASS_LIST,
                                call.isNull(3) ? List.of() : parts(call.argument(3), "[; ]+")));
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<String> headers(Call call) {
        List<String> headers = call.arguments().subList(1, call.arguments().size());
        for (String header : headers) {
            if (header.indexOf(':') < 1) {
                throw new UsageException("'" + header + "' is not a header; write \"Name:value\".");
            }
        }
        return List.copyOf(headers);
    }

    private static void certificate(Call call, JobProperty<String> by) {
        String given = call.argument(1);
        int location = given.matches("[1-8]") ? Integer.parseInt(given) - 1 : call.word(1, LOCATIONS);
        call.job()
                .change(JobSettings.EMPTY
                        .with(JobProperty.CERTIFICATE_HASH, "")
                        .with(JobProperty.CERTIFICATE_SUBJECT_NAME, "")
                        .with(JobProperty.CERTIFICATE_STORE_LOCATION, LOCATIONS[location])
                        .with(JobProperty.CERTIFICATE_STORE_NAME, call.argument(2))
                        .with(by, call.argument(3)));
    }

    static long aclFlags(String letters) {
        long flags = 0;
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            int bit = "OGDS".indexOf(letter);
            if (bit < 0) {
                throw new UsageException("'" + letter + "' is none of the letters O, G, D, S.");
            }
            flags |= 1L << bit;
        }
        return flags;
    }
}
