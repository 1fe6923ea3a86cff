package org.openbits.internal.admin;

import java.util.List;
import org.openbits.BitsException;
import org.openbits.ErrorCode;

/** /cache, /peers, /peercaching and /util: machine level, mostly of Windows. Each answers truthfully. */
final class GroupSwitches {

    private static final String NO_CACHE = "This system keeps no peer cache.";

    private GroupSwitches() {}

    static List<Switch> all() {
        return List.of(
                say("/cache /list", "[/verbose]", "Lists the entries of the peer cache.", "Listed 0 record(s)."),
                new Switch("/cache /info", "<record_id> [/verbose]", 1, 2, "Shows a cache entry.", noRecord()),
                new Switch("/cache /delete", "<record_id>", 1, 1, "Removes a cache entry.", noRecord()),
                new Switch(
                        "/cache /deleteurl",
                        "<url>",
                        1,
                        1,
                        "Removes the entries of a URL.",
                        call -> call.output().line("Deleted 0 record(s). " + NO_CACHE)),
                say("/cache /clear", "", "Empties the cache.", "The cache is empty. " + NO_CACHE),
                value("/cache /getlimit", "Returns the size limit in per cent of the disk.", "0"),
                new Switch(
                        "/cache /setlimit", "<percent>", 1, 1, "Sets the size limit.", notApplicable("A peer cache")),
                value("/cache /getexpirationtime", "Returns the age limit in seconds.", "0"),
                new Switch(
                        "/cache /setexpirationtime",
                        "<seconds>",
                        1,
                        1,
                        "Sets the age limit.",
                        notApplicable("A peer cache")),
                say("/peers /discover", "", "Looks for peers.", "Found 0 peer(s)."),
                say("/peers /clear", "", "Forgets the peers.", "The list of peers is empty."),
                say("/peers /list", "", "Lists the peers.", "Listed 0 peer(s)."),
                new Switch(
                        "/peercaching /getconfigurationflags",
                        "[<job>]",
                        0,
                        1,
                        "Returns the peer caching flags of the machine.",
                        call -> call.output().value("0")),
                new Switch(
                        "/peercaching /setconfigurationflags",
                        "[<job>] <value>",
                        1,
                        2,
                        "Sets the peer caching flags of the machine.",
                        notApplicable("Peer caching")),
                new Switch("/util /version", "[/verbose]", 0, 1, "Returns the version.", GroupSwitches::version),
                new Switch(
                        "/util /getieproxy",
                        "<account> [/conn <connection>]",
                        1,
                        3,
                        "Proxy settings of service accounts exist on Windows only.",
                        notApplicable("The proxy of a service account")),
                new Switch(
                        "/util /setieproxy",
                        "<account> <usage> [/conn <connection>]",
                        2,
                        6,
                        "Proxy settings of service accounts exist on Windows only.",
                        notApplicable("The proxy of a service account")),
                new Switch("/util /repairservice", "[/force]", 0, 1, "Checks that the service answers.", call -> {
                    call.manager().jobs();
                    call.output().line("The service answers; nothing had to be repaired.");
                }),
                new Switch(
                        "/util /enableanalyticchannel",
                        "<TRUE|FALSE>",
                        1,
                        1,
                        "Event channels exist on Windows only.",
                        notApplicable("An analytic event channel")),
                say("/help", "", "Shows this text.", ""),
                say("/?", "", "Shows this text.", ""));
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
