package org.openbits.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.Nginx;

/** What configuration tools call: the first run brings the files, the second changes nothing, a failure has its code. */
class AutomationTest {

    private static final Path EXAMPLES = Path.of("").toAbsolutePath();
    private static final Path BITS = EXAMPLES.resolveSibling("shell").resolve("target/dist/bin/bits");

    @TempDir
    Path dir;

    private Nginx server;

    private record Run(int code, String output, String messages) {}

    @BeforeEach
    void serve() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(BITS), "the distribution is not packaged yet");
        server = Nginx.in(Files.createDirectories(dir.resolve("www"))).start();
        Files.writeString(server.root().resolve("data.bin"), "some data\n".repeat(1000));
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            run(List.of(BITS.toString(), "service", "stop"));
            server.close();
        }
    }

    private Run run(List<String> command) throws Exception {
        Path messages = dir.resolve("messages");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(messages.toFile());
        builder.environment()
                .putAll(Map.of(
                        "BITS_HOME", dir.resolve("home").toString(),
                        "BITS", BITS.toString(),
                        "HOME", dir.toString(),
                        "ANSIBLE_NOCOLOR", "1",
                        "ANSIBLE_LOCALHOST_WARNING", "False",
                        "ANSIBLE_INVENTORY_UNPARSED_WARNING", "False",
                        "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, Files.readString(messages));
    }

    private Run bits(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(BITS.toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    private String script(String name) {
        return EXAMPLES.resolve(name).toString();
    }

    @Test
    void playbookIsUnchangedTheSecondTime() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/ansible-playbook")), "ansible-core is not installed");
        byte[] content = Files.readAllBytes(server.root().resolve("data.bin"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        List<String> play = List.of(
                "/usr/bin/ansible-playbook",
                script("playbook.yml"),
                "-e",
                "bits=" + BITS,
                "-e",
                "source=" + server.url("data.bin"),
                "-e",
                "target=" + dir.resolve("depot"),
                "-e",
                "sha256=" + digest);

        Run first = run(play);
        assertThat(first.code()).as(first.toString()).isZero();
        assertThat(first.output()).contains("changed=3").contains("failed=0");
        assertThat(dir.resolve("depot/by-powershell.bin")).hasBinaryContent(content);
        assertThat(dir.resolve("depot/by-groovy.bin")).hasBinaryContent(content);

        Run second = run(play);
        assertThat(second.code()).as(second.toString()).isZero();
        assertThat(second.output()).contains("changed=0").contains("failed=0");
    }

    @Test
    void firstBootFetchesOnce() throws Exception {
        List<String> boot = List.of(
                script("first-boot.sh"),
                server.url("data.bin"),
                dir.resolve("boot").toString());
        assertThat(run(boot).output()).isEqualTo("ps1.bin: fetched\ngroovy.bin: fetched\n");
        assertThat(run(boot).output()).isEqualTo("ps1.bin: unchanged\ngroovy.bin: unchanged\n");
        assertThat(dir.resolve("boot/ps1.bin"))
                .hasSameBinaryContentAs(server.root().resolve("data.bin"));
    }

    @Test
    void failuresHaveTheirCodeInBothLanguagesAndAnEmptyDocument() throws Exception {
        for (String name : List.of("ensure-file.ps1", "ensure-file.groovy")) {
            Run missing = bits(
                    "--no-input",
                    "--json",
                    script(name),
                    server.url("none"),
                    dir.resolve("none").toString());
            assertThat(missing.code()).as(name + missing).isEqualTo(3);
            assertThat(missing.output().trim()).as(name).isIn("", "[]");
            assertThat(missing.messages()).as(name).contains("404");
            assertThat(dir.resolve("none")).doesNotExist();
        }
    }

    @Test
    void anotherContentIsRefusedAndRemoved() throws Exception {
        for (String name : List.of("ensure-file.ps1", "ensure-file.groovy")) {
            Run wrong =
                    bits(script(name), server.url("data.bin"), dir.resolve("x").toString(), "00".repeat(32));
            assertThat(wrong.code()).as(name + wrong).isNotZero();
            assertThat(wrong.messages()).as(name).contains("another digest");
            assertThat(dir.resolve("x")).doesNotExist();
        }
    }

    @Test
    void theOutputIsTheDocumentAndNothingElse() throws Exception {
        String text =
                "Write-Host shown; Write-Warning careful; sh -c 'echo from a program'; 1; [pscustomobject]@{ a = 2 }";
        Run json = bits("--json", "-c", text);
        assertThat(json.output().replaceAll("\\s", "")).isEqualTo("[\"fromaprogram\",1,{\"a\":2}]");
        assertThat(json.messages()).contains("shown").contains("WARNING: careful");
        assertThat(bits("--json-lines", "-c", text).output()).isEqualTo("\"from a program\"\n1\n{\"a\":2}\n");
    }

    @Test
    void nobodyIsAsked() throws Exception {
        Run asked = bits("--no-input", "-c", "Start-BitsTransfer");
        assertThat(asked.code()).isNotZero();
        assertThat(asked.messages()).contains("MissingMandatoryParameter");
    }
}
