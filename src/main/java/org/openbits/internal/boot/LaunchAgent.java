package org.openbits.internal.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A property list of macOS's launchd (launchd.plist(5)): of the machine for the administrator, else of the user. */
final class LaunchAgent implements BootEntry {

    private final Machine machine;
    private final String label;

    LaunchAgent(Machine machine) {
        this.machine = machine;
        this.label = "org." + BootEntry.name(machine);
    }

    @Override
    public Path file() {
        return (machine.isRoot()
                        ? Path.of("/Library/LaunchDaemons")
                        : machine.userHome().resolve("Library/LaunchAgents"))
                .resolve(label + ".plist");
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                """);
        text.append("  <key>Label</key>\n  <string>").append(escaped(label)).append("</string>\n");
        text.append("  <key>ProgramArguments</key>\n  <array>\n");
        for (String word : List.of(machine.program().toString(), "service", "start")) {
            text.append("    <string>").append(escaped(word)).append("</string>\n");
        }
        text.append("  </array>\n  <key>RunAtLoad</key>\n  <true/>\n");
        // The service is what the program leaves behind.
        text.append("  <key>AbandonProcessGroup</key>\n  <true/>\n");
        Map<String, String> variables = BootEntry.variables(machine);
        if (!variables.isEmpty()) {
            text.append("  <key>EnvironmentVariables</key>\n  <dict>\n");
            variables.forEach((name, value) -> text.append("    <key>")
                    .append(name)
                    .append("</key>\n    <string>")
                    .append(escaped(value))
                    .append("</string>\n"));
            text.append("  </dict>\n");
        }
        return text.append("</dict>\n</plist>\n").toString();
    }

    @Override
    public List<List<String>> enable() {
        return List.of(List.of("launchctl", "load", "-w", file().toString()));
    }

    @Override
    public List<List<String>> disable() {
        return List.of(List.of("launchctl", "unload", "-w", file().toString()));
    }

    @Override
    public String moment() {
        return machine.isRoot() ? "with the machine" : "when you log in";
    }

    @Override
    public @Nullable Path presence() {
        return null;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
