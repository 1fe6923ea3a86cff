package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;
import org.openbits.automation.ModuleFiles;
import org.openbits.automation.ModuleItem;
import org.openbits.automation.Session;

/** The modules of a session: the sources of its commands. All are there from the start; loading one is no work. */
final class Modules {

    /** Parts of PowerShell that scripts load although they are always there. */
    private static final Set<String> BUILT_IN = Set.of(
            "microsoft.powershell.utility",
            "microsoft.powershell.management",
            "microsoft.powershell.core",
            "microsoft.powershell.security",
            "microsoft.powershell.archive",
            "microsoft.powershell.host");

    private Modules() {}

    /** The modules whose names match, in order of their names. */
    static List<ModuleItem> matching(CommandRuntime runtime, String pattern) {
        Predicate<String> wanted = Conversion.wildcard(pattern, false);
        Map<String, HashTable> exported = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (CmdletInfo info : runtime.commands().all()) {
            if (wanted.test(info.source())) {
                exported.computeIfAbsent(info.source(), source -> new HashTable())
                        .put(info.name(), info.name());
            }
        }
        List<ModuleItem> modules = new ArrayList<>();
        exported.forEach((name, commands) -> modules.add(module(name, commands)));
        return modules;
    }

    /** The loaded modules that are files. */
    static List<ModuleItem> files(CommandRuntime runtime, String pattern) {
        ModuleFiles files = runtime.service(Session.class).modules();
        Predicate<String> wanted = Conversion.wildcard(pattern, false);
        return files == null
                ? List.of()
                : files.loaded().stream()
                        .filter(module -> wanted.test(Conversion.toText(module.property("Name"))))
                        .toList();
    }

    static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name.toLowerCase(Locale.ROOT));
    }

    private static ModuleItem module(String name, HashTable commands) {
        List<String> names = new ArrayList<>();
        commands.keySet().forEach(each -> names.add(Conversion.toText(each)));
        String version = name.equals("BitsTransfer") ? "1.0.0.0" : "";
        return new ModuleItem("Manifest", name, version, "", List.of(), names, List.of(), List.of());
    }
}
