package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Version;

/** {@code [Environment]}. */
final class EnvironmentType implements Statics {

    private final Engine engine;

    EnvironmentType(Engine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable Object get(String property) {
        return switch (property) {
            case "commandline" -> ProcessHandle.current().info().commandLine().orElse("bits");
            case "stacktrace" -> engine.calls(null);
            case "newline" -> System.lineSeparator();
            case "machinename" -> engine.environment().get("COMPUTERNAME");
            case "username" -> System.getProperty("user.name");
            case "userdomainname" -> engine.environment().get("COMPUTERNAME");
            case "currentdirectory" -> engine.directory().toString();
            case "processorcount" -> Runtime.getRuntime().availableProcessors();
            case "is64bitoperatingsystem", "is64bitprocess" -> true;
            case "userinteractive" -> engine.host().isInteractive();
            case "tickcount" -> (int) (System.nanoTime() / 1_000_000);
            case "systemdirectory" -> "";
            case "hasshutdownstarted" -> false;
            case "tickcount64" -> System.nanoTime() / 1_000_000;
            case "processid" -> ProcessHandle.current().pid();
            case "systempagesize" -> 4096;
            case "workingset" -> Runtime.getRuntime().totalMemory();
            case "version" -> Version.parse("8.0.0");
            case "osversion" -> osVersion();
            default -> MISSING;
        };
    }

    private static Object osVersion() {
        boolean windows = java.io.File.separatorChar == '\\';
        String number = System.getProperty("os.version").replaceAll("[^0-9.].*", "");
        return new CustomObject("System.OperatingSystem")
                .add("Platform", windows ? "Win32NT" : "Unix")
                .add("Version", Version.parse(number.contains(".") ? number : number + ".0"))
                .add("VersionString", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        String name = StaticTypes.text(arguments, 0);
        switch (method) {
            case "getenvironmentvariable" -> {
                return engine.environment().get(name);
            }
            case "setenvironmentvariable" -> {
                String value = Conversion.toText(arguments.get(1));
                if (value.isEmpty()) {
                    engine.environment().remove(name);
                } else {
                    engine.environment().put(name, value);
                }
                return null;
            }
            case "getenvironmentvariables" -> {
                return org.openbits.automation.HashTable.of(engine.environment());
            }
            case "getlogicaldrives" -> {
                return new java.util.ArrayList<Object>(List.of("/"));
            }
            case "getfolderpath" -> {
                return folder(name.toLowerCase(Locale.ROOT));
            }
            case "expandenvironmentvariables" -> {
                return expand(name);
            }
            case "getcommandlineargs" -> {
                return List.of("bits");
            }
            case "exit" -> throw new Signal.Exit(arguments.isEmpty() ? 0 : StaticTypes.number(arguments, 0));
            default -> {
                return MISSING;
            }
        }
    }

    private static Object folder(String name) {
        String home = System.getProperty("user.home");
        return switch (name) {
            case "desktop", "desktopdirectory" -> home + "/Desktop";
            case "mydocuments", "personal" -> home + "/Documents";
            case "applicationdata" -> home + "/.config";
            case "localapplicationdata" -> home + "/.local/share";
            case "userprofile" -> home;
            default -> "";
        };
    }

    /** Windows writes a variable between per cent signs; one that is not set stays as it is. */
    private String expand(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '%' ? text.indexOf('%', at + 1) : -1;
            String value = end > at + 1 ? engine.environment().get(text.substring(at + 1, end)) : null;
            result.append(value == null ? String.valueOf(text.charAt(at)) : value);
            at = value == null ? at + 1 : end + 1;
        }
        return result.toString();
    }
}
