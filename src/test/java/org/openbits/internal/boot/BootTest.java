package org.openbits.internal.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.BitsException;

class BootTest {

    @TempDir
    Path room;

    private final List<String> asked = new ArrayList<>();

    @Test
    void aUsersUnit() {
        BootEntry entry = BootEntry.of(linux(false, Map.of("PATH", "/bin")));

        assertThat(entry.file()).isEqualTo(room.resolve(".config/systemd/user/openbits.service"));
        assertThat(entry.text()).isEqualTo("""
                # Written by 'bits service install'; 'bits service uninstall' removes it.
                [Unit]
                Description=OpenBITS background file transfers
                Documentation=man:bits(1)

                [Service]
                Type=forking
                ExecStart="/opt/open bits/bin/bits" service start
                Restart=on-failure
                RestartSec=30
                TimeoutStopSec=90

                [Install]
                WantedBy=default.target
                """);
        assertThat(entry.enable())
                .containsExactly(
                        List.of("systemctl", "--user", "daemon-reload"),
                        List.of("systemctl", "--user", "enable", "openbits.service"));
    }

    @Test
    void theAdministratorsUnit() {
        BootEntry entry = BootEntry.of(linux(true, Map.of("JAVA_HOME", "/opt/100%/$jdk")));

        assertThat(entry.file()).isEqualTo(Path.of("/etc/systemd/system/openbits.service"));
        assertThat(entry.text())
                .contains("After=network-online.target\n")
                .contains("Environment=\"HOME=" + room + "\"\nEnvironment=\"JAVA_HOME=/opt/100%%/$jdk\"\n")
                .contains("WantedBy=multi-user.target\n");
        assertThat(entry.hasten()).isNull();
    }

    @Test
    void anotherHomeHasAnEntryOfItsOwn() {
        BootEntry one = BootEntry.of(linux(true, Map.of("BITS_HOME", "/srv/one")));
        BootEntry two = BootEntry.of(linux(true, Map.of("BITS_HOME", "/srv/two")));

        assertThat(one.file()).isNotEqualTo(two.file());
        assertThat(one.text()).contains("Environment=\"BITS_HOME=/srv/one\"\n");
    }

    /** The only judge of a unit that needs no running systemd. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void systemdUnderstandsTheUnit(boolean root) throws Exception {
        Path judge = Path.of("/usr/bin/systemd-analyze");
        assumeThat(judge).as("part of Debian's package systemd").isExecutable();
        Path program = Files.createDirectories(room.resolve("a $b 5%")).resolve("bits");
        assertThat(Files.writeString(program, "#!/bin/sh\n").toFile().setExecutable(true))
                .isTrue();
        BootEntry entry =
                BootEntry.of(new Machine("Linux", root, room, program, Map.of("BITS_HOME", "/srv/a \"b\" 5%")));
        Path unit = Files.writeString(room.resolve("openbits.service"), entry.text());

        ProcessBuilder builder = new ProcessBuilder(
                        judge.toString(), "verify", root ? "--system" : "--user", "--man=no", unit.toString())
                .redirectErrorStream(true);
        builder.environment().put("XDG_RUNTIME_DIR", room.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(said).doesNotContain("openbits.service");
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void anAgentOfLaunchd() throws Exception {
        BootEntry entry = BootEntry.of(
                new Machine("Mac OS X", false, room, Path.of("/Apps/<a & b>/bits"), Map.of("JAVA_HOME", "/j")));

        assertThat(entry.file()).isEqualTo(room.resolve("Library/LaunchAgents/org.openbits.plist"));
        assertThat(entry.text()).contains("<key>RunAtLoad</key>\n  <true/>").contains("<string>/j</string>");
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        String program = parsers.newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(entry.text().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getElementsByTagName("array")
                .item(0)
                .getTextContent();
        assertThat(program.strip().split("\\s*\n\\s*")).containsExactly("/Apps/<a & b>/bits", "service", "start");
    }

    @Test
    void elsewhereItSaysWhatToDo() {
        assertThatThrownBy(() -> BootEntry.of(new Machine("Windows 11", false, room, Path.of("/p/bits"), Map.of())))
                .isInstanceOf(BitsException.class)
                .hasMessageContaining("Windows 11")
                .hasMessageContaining("/p/bits service start");
    }

    @Test
    void whatIsInstalledTwiceChangesOnce() throws IOException {
        BootSetting setting = new BootSetting(new Fake(room), this::obedient);

        assertThat(setting.install()).contains("starts with the machine");
        assertThat(asked).containsExactly("read it", "earlier");
        assertThat(Files.readString(room.resolve("d/entry"))).isEqualTo("text");
        assertThat(setting.install()).isNull();
        assertThat(setting.uninstall()).isTrue();
        assertThat(setting.uninstall()).isFalse();
        assertThat(asked).containsExactly("read it", "earlier", "forget it");
        assertThat(room.resolve("d")).isEmptyDirectory();
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        BootSetting setting = new BootSetting(new Fake(room), command -> "no bus\n");

        assertThatThrownBy(setting::install).hasMessage("'read it' failed: no bus");
        assertThat(room.resolve("d")).isEmptyDirectory();
    }

    @Test
    void withoutLingeringItStartsAtTheNextLogIn() {
        BootSetting setting =
                new BootSetting(new Fake(room), command -> command.contains("earlier") ? "not allowed" : null);

        assertThat(setting.install())
                .contains("when you log in")
                .contains("'earlier'")
                .contains("not allowed");
        assertThat(setting.isInstalled()).isTrue();
    }

    @Test
    void aSystemWithoutSystemdKeepsNothing() {
        BootSetting setting = new BootSetting(
                new Fake(room) {
                    @Override
                    public Path presence() {
                        return room.resolve("none");
                    }
                },
                this::obedient);

        assertThatThrownBy(setting::install).hasMessageContaining("systemd does not run here");
        assertThat(asked).isEmpty();
        assertThat(room).isEmptyDirectory();
    }

    private @Nullable String obedient(List<String> command) {
        asked.add(String.join(" ", command));
        return null;
    }

    private Machine linux(boolean root, Map<String, String> environment) {
        return new Machine("Linux", root, room, Path.of("/opt/open bits/bin/bits"), environment);
    }

    private static class Fake implements BootEntry {

        private final Path room;

        Fake(Path room) {
            this.room = room;
        }

        @Override
        public Path file() {
            return room.resolve("d/entry");
        }

        @Override
        public String text() {
            return "text";
        }

        @Override
        public List<List<String>> enable() {
            return List.of(List.of("read", "it"));
        }

        @Override
        public List<List<String>> disable() {
            return List.of(List.of("forget", "it"));
        }

        @Override
        public List<String> hasten() {
            return List.of("earlier");
        }

        @Override
        public String moment() {
            return "with the machine";
        }

        @Override
        public Path presence() {
            return room;
        }
    }
}
