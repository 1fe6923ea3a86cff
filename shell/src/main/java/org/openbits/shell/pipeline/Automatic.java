package org.openbits.shell.pipeline;

import java.util.Map;
import org.openbits.automation.Culture;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.Version;

/** The variables that exist before a script's first line. */
final class Automatic {

    /** The PowerShell whose language this is; scripts ask for at least 3 to 5.1, some for 7. */
    static final Version LANGUAGE = Version.of(7, 4, 0);

    private Automatic() {}

    static void declare(Engine engine) {
        engine.scope()
                .global()
                .add(Variable.constant(
                        "ExecutionContext",
                        new CustomObject("System.Management.Automation.EngineIntrinsics")
                                .add("InvokeCommand", new TextExpansion(engine))));
        Scope global = engine.scope();
        constants(global);
        preferences(global);
        global.set("LASTEXITCODE", null);
        global.set("OFS", " ");
        global.set("HOME", System.getProperty("user.home"));
        global.add(Variable.constant("Host", host(engine)));
    }

    private static void constants(Scope global) {
        String os = System.getProperty("os.name");
        Map<String, Object> values = Map.of(
                "true",
                true,
                "false",
                false,
                "PID",
                (int) ProcessHandle.current().pid(),
                "IsWindows",
                os.startsWith("Windows"),
                "IsLinux",
                os.equals("Linux"),
                "IsMacOS",
                os.startsWith("Mac"),
                "PSVersionTable",
                versions(os),
                "ShellId",
                "OpenBITS",
                "PSCulture",
                "en-US",
                "PSUICulture",
                "en-US");
        global.set(DefaultParameters.VARIABLE, new HashTable());
        values.forEach((name, value) -> global.add(Variable.constant(name, value)));
        global.add(Variable.constant("null", null));
    }

    private static HashTable versions(String os) {
        HashTable table = new HashTable(true);
        table.put("PSVersion", LANGUAGE);
        table.put("PSEdition", "Core");
        table.put("OS", os + " " + System.getProperty("os.version"));
        table.put("Platform", os.startsWith("Windows") ? "Win32NT" : "Unix");
        return table;
    }

    private static void preferences(Scope global) {
        Map.of(
                        "ErrorActionPreference", "Continue",
                        "WarningPreference", "Continue",
                        "VerbosePreference", "SilentlyContinue",
                        "DebugPreference", "SilentlyContinue",
                        "InformationPreference", "SilentlyContinue",
                        "ProgressPreference", "Continue",
                        "ConfirmPreference", "High",
                        "WhatIfPreference", (Object) false)
                .forEach(global::set);
    }

    private static Object host(Engine engine) {
        CustomObject size = new CustomObject("System.Management.Automation.Host.Size")
                .add("Width", engine.host().width())
                .add("Height", 25);
        CustomObject raw = new CustomObject("System.Management.Automation.Internal.Host.InternalHostRawUserInterface")
                .add("WindowTitle", "OpenBITS")
                .add("BufferSize", size)
                .add("WindowSize", size)
                .add("ForegroundColor", "Gray")
                .add("BackgroundColor", "Black");
        return new CustomObject("System.Management.Automation.Internal.Host.InternalHost")
                .add("Name", "OpenBITS")
                .add("Version", LANGUAGE)
                .add("CurrentCulture", Culture.EN_US)
                .add("CurrentUICulture", Culture.EN_US)
                .add("UI", new HostUi(engine, raw));
    }
}
