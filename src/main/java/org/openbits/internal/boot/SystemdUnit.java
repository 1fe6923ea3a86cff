package org.openbits.internal.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of systemd (systemd.service(5), systemd.syntax(7)): of the machine for the administrator, of the user's own manager
 * for anybody else, which by "lingering" starts with the machine too.
 */
final class SystemdUnit implements BootEntry {

    private final Machine machine;
    private final String unit;

    SystemdUnit(Machine machine) {
        this.machine = machine;
        this.unit = BootEntry.name(machine) + ".service";
    }

    @Override
    public Path file() {
        return machine.isRoot()
                ? Path.of("/etc/systemd/system", unit)
                : machine.userHome().resolve(".config/systemd/user").resolve(unit);
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("# Written by 'bits service install'; 'bits service uninstall' removes it.\n[Unit]\n");
        text.append("Description=OpenBITS background file transfers\nDocumentation=man:bits(1)\n");
        if (machine.isRoot()) {
            text.append("Wants=network-online.target\nAfter=network-online.target\n");
        }
        // It forks: "service start" returns when the service is ready. One that ends in order had nothing left to do.
        text.append("\n[Service]\nType=forking\n");
        text.append("ExecStart=").append(quoted(machine.program().toString())).append(" service start\n");
        text.append("Restart=on-failure\nRestartSec=30\nTimeoutStopSec=90\n");
        if (machine.isRoot()) {
            text.append(variable("HOME", machine.userHome().toString()));
        }
        for (Map.Entry<String, String> variable : BootEntry.variables(machine).entrySet()) {
            text.append(variable(variable.getKey(), variable.getValue()));
        }
        text.append("\n[Install]\nWantedBy=")
                .append(machine.isRoot() ? "multi-user.target" : "default.target")
                .append('\n');
        return text.toString();
    }

    @Override
    public List<List<String>> enable() {
        return List.of(systemctl("daemon-reload"), systemctl("enable", unit));
    }

    @Override
    public @Nullable List<String> hasten() {
        return machine.isRoot() ? null : List.of("loginctl", "enable-linger");
    }

    @Override
    public List<List<String>> disable() {
        return List.of(systemctl("disable", unit));
    }

    @Override
    public String moment() {
        return "with the machine";
    }

    /** Made by systemd when it is the system's first process (sd_booted(3)). */
    @Override
    public Path presence() {
        return Path.of("/run/systemd/system");
    }

    private List<String> systemctl(String... words) {
        List<String> command = new ArrayList<>(List.of("systemctl"));
        if (!machine.isRoot()) {
            command.add("--user");
        }
        command.addAll(List.of(words));
        return command;
    }

    private static String variable(String name, String value) {
        return "Environment=" + quoted(name + "=" + value) + "\n";
    }

    /** One word: {@code %} would begin a specifier; a variable is expanded neither in a program's path nor here. */
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + '"';
    }
}
