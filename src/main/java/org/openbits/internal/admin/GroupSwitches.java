package org.openbits.internal.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;

/** /cache, /peers, /peercaching and /util: machine level, mostly of Windows. Each answers truthfully. */
final class GroupSwitches {

    private static final String NO_CACHE = "This system keeps no peer cache.";

    private GroupSwitches() {}

    static final List<String> NAMES = List.of(
            "/cache /list",
            "/cache /info",
            "/cache /delete",
            "/cache /deleteurl",
            "/cache /clear",
            "/cache /getlimit",
            "/cache /setlimit",
            "/cache /getexpirationtime",
            "/cache /setexpirationtime",
            "/peers /discover",
            "/peers /clear",
            "/peers /list",
            "/peercaching /getconfigurationflags",
            "/peercaching /setconfigurationflags",
            "/util /version",
            "/util /getieproxy",
            "/util /setieproxy",
            "/util /repairservice",
            "/util /enableanalyticchannel",
            "/help",
            "/?");

    /** The switch of that name, made when it is asked for: a process needs one of them, and starts sooner without the rest. */
    static @Nullable Switch named(String name) {
        return switch (name) {
            case "/cache /list" ->
                say(name, "[/verbose]", "Lists the entries of the peer cache.", "Listed 0 record(s).");
            case "/cache /info" -> new Switch(name, "<record_id> [/verbose]", 1, 2, "Shows a cache entry.", noRecord());
            case "/cache /delete" -> new Switch(name, "<record_id>", 1, 1, "Removes a cache entry.", noRecord());
            case "/cache /deleteurl" ->
                new Switch(
                        name,
                        "<url>",
                        1,
                        1,
                        "Removes the entries of a URL.",
                        call -> call.output().line("Deleted 0 record(s). " + NO_CACHE));
            case "/cache /clear" -> say(name, "", "Empties the cache.", "The cache is empty. " + NO_CACHE);
            case "/cache /getlimit" -> value(name, "Returns the size limit in per cent of the disk.", "0");
            case "/cache /setlimit" ->
                new Switch(name, "<percent>", 1, 1, "Sets the size limit.", notApplicable("A peer cache"));
            case "/cache /getexpirationtime" -> value(name, "Returns the age limit in seconds.", "0");
            case "/cache /setexpirationtime" ->
                new Switch(name, "<seconds>", 1, 1, "Sets the age limit.", notApplicable("A peer cache"));
            case "/peers /discover" -> say(name, "", "Looks for peers.", "Found 0 peer(s).");
            case "/peers /clear" -> say(name, "", "Forgets the peers.", "The list of peers is empty.");
            case "/peers /list" -> say(name, "", "Lists the peers.", "Listed 0 peer(s).");
            case "/peercaching /getconfigurationflags" ->
                new Switch(
                        name,
                        "[<job>]",
                        0,
                        1,
                        "Returns the peer caching flags of the machine.",
                        call -> call.output().value("0"));
            case "/peercaching /setconfigurationflags" ->
                new Switch(
                        name,
                        "[<job>] <value>",
                        1,
                        2,
                        "Sets the peer caching flags of the machine.",
                        notApplicable("Peer caching"));
            case "/util /version" ->
                new Switch(name, "[/verbose]", 0, 1, "Returns the version.", GroupSwitches::version);
            case "/util /getieproxy" ->
                new Switch(
                        name,
                        "<account> [/conn <connection>]",
                        1,
                        3,
                        "Proxy settings of service accounts exist on Windows only.",
                        notApplicable("The proxy of a service account"));
            case "/util /setieproxy" ->
                new Switch(
                        name,
                        "<account> <usage> [/conn <connection>]",
                        2,
                        6,
                        "Proxy settings of service accounts exist on Windows only.",
                        notApplicable("The proxy of a service account"));
            case "/util /repairservice" ->
                new Switch(name, "[/force]", 0, 1, "Checks that the service answers.", call -> {
                    call.manager().jobs();
                    call.output().line("The service answers; nothing had to be repaired.");
                });
            case "/util /enableanalyticchannel" ->
                new Switch(
                        name,
                        "<TRUE|FALSE>",
                        1,
                        1,
                        "Event channels exist on Windows only.",
                        notApplicable("An analytic event channel"));
            case "/help" -> say(name, "", "Shows this text.", "");
            case "/?" -> say(name, "", "Shows this text.", "");
            default -> null;
        };
    }

    private static void version(Call call) {
        call.output().value("3.0");
        if (call.has("/verbose")) {
            String version = GroupSwitches.class.getPackage().getImplementationVersion();
            call.output().line("OpenBITS " + (version == null ? "(not packaged)" : version));
            call.manager().jobs();
            call.output().line("The service answers.");
        }
    }

    /** Refuses with E_NOTIMPL, saying what does not exist here. */
    static Switch.Action notApplicable(String what) {
        return call -> {
            throw new BitsException(ErrorCode.E_NOTIMPL, what + " is not applicable on this system.");
        };
    }

    private static Switch.Action noRecord() {
        return call -> {
            throw new BitsException(ErrorCode.BG_E_RECORD_DELETED, "There is no such record. " + NO_CACHE);
        };
    }

    private static Switch say(String name, String arguments, String help, String line) {
        return new Switch(
                name,
                arguments,
                0,
                arguments.isEmpty() ? 0 : 1,
                help,
                call -> call.output().line(line));
    }

    private static Switch value(String name, String help, String value) {
        return new Switch(name, "", 0, 0, help, call -> call.output().value(value));
    }
}
