package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyManager;
import org.openbits.automation.CmdletRegistry;
import org.openbits.cmdlets.BitsCmdlets;
import org.openbits.cmdlets.JobAccess;
import org.openbits.cmdlets.core.CoreCmdlets;
import org.openbits.cmdlets.core.TransferService;
import org.openbits.testing.Nginx;

/**
 * Scripts as administrators write them, on a real queue and a real server: $env:SRV is its address, $env:OUT a directory.
 * What a script shows stands in its last lines, each after {@code #> }; {@code #! n} there is its exit code.
 */
class AdministratorScriptsTest {

    @TempDir
    Path dir;

    @TestFactory
    Stream<DynamicNode> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/administrators"))) {
            return files.filter(file -> file.toString().endsWith(".ps1")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    private void play(Path file) throws IOException {
        Path own = Files.createDirectories(dir.resolve(file.getFileName().toString()));
        Path www = Files.createDirectories(own.resolve("www"));
        Path out = Files.createDirectories(own.resolve("out"));
        try (Nginx server = Nginx.in(www)
                        .with("types { text/html html; text/csv csv; application/json json; text/xml xml; text/plain"
                                + " ini log; }")
                        .start();
                BackgroundCopyManager manager = BackgroundCopyManager.embedded(own.resolve("home"))) {
            String address = server.url("").replaceFirst("/$", "");
            offer(server.root(), address);
            ScriptedHost host = new ScriptedHost();
            ShellSession session = session(host, manager);
            session.setCurrentDirectory(out);
            session.run("$env:SRV = '" + address + "'; $env:OUT = '" + out + "'", "test");
            int code = session.runFile(file.toAbsolutePath(), List.of());
            String shown = host.take()
                    .replace(address, "@SRV@")
                    .replace(out.toString(), "@OUT@")
                    .replace(file.toAbsolutePath().toString(), "@SCRIPT@")
                    .lines()
                    .map(line -> line.stripTrailing() + "\n")
                    .reduce("", String::concat);
            Path copy =
                    Files.createDirectories(Path.of("target/administrators")).resolve(file.getFileName());
            Files.writeString(copy, shown + "#! " + code + "\n");
            compare(file, shown, code);
        }
    }

    private static void compare(Path file, String shown, int code) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String expected = lines.stream()
                .filter(line -> line.startsWith("#> ") || line.equals("#>>"))
                .map(line -> line.length() > 3 ? line.substring(3) + "\n" : "\n")
                .reduce("", String::concat);
        int expectedCode = lines.stream()
                .filter(line -> line.startsWith("#! "))
                .mapToInt(line -> Integer.parseInt(line.substring(3).trim()))
                .findFirst()
                .orElse(0);
        assertThat(shown).isEqualTo(expected);
        assertThat(code).as("exit code").isEqualTo(expectedCode);
    }

    private static ShellSession session(ScriptedHost host, BackgroundCopyManager manager) {
        CmdletRegistry registry = new CmdletRegistry();
        BitsCmdlets.register(registry);
        CoreCmdlets.register(registry);
        ShellSession session = new ShellSession(registry, host);
        JobAccess access = new JobAccess(() -> manager);
        session.provide(JobAccess.class, () -> access);
        session.provide(TransferService.class, Switchable::new);
        return session;
    }

    /** A service that remembers what it was told. */
    private static final class Switchable implements TransferService {
        private boolean runs;

        @Override
        public boolean isRunning() {
            return runs;
        }

        @Override
        public void start() {
            runs = true;
        }

        @Override
        public void stop() {
            runs = false;
        }
    }

    private static void offer(Path www, String address) throws IOException {
        byte[] big = new byte[3_000_000];
        new Random(5).nextBytes(big);
        Files.write(www.resolve("big.bin"), big);
        for (int index = 1; index <= 4; index++) {
            Files.writeString(www.resolve("file" + index + ".txt"), "content " + index + "\n");
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(www.resolve("tool.zip")))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("hello\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("bin/run.sh"));
            zip.write("echo hi".getBytes(StandardCharsets.UTF_8));
        }
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/administrators/www"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        www.resolve(file.getFileName()), Files.readString(file).replace("@SRV@", address));
            }
        }
        Files.writeString(www.resolve("SHA256SUMS"), sum(www, "big.bin") + sum(www, "tool.zip"));
        Files.writeString(www.resolve("releases.json"), """
                [{"tag_name":"v2.1.0","prerelease":false,"published_at":"2024-05-01T10:00:00Z","assets":[
                  {"name":"tool.zip","size":300,"browser_download_url":"@SRV@/tool.zip"},
                  {"name":"tool-src.zip","size":1,"browser_download_url":"@SRV@/none.zip"}]},
                 {"tag_name":"v2.0.0","prerelease":true,"assets":[]}]
                """.replace("@SRV@", address));
    }

    private static String sum(Path www, String name) throws IOException {
        try {
            byte[] digest =
                    java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(www.resolve(name)));
            return java.util.HexFormat.of().formatHex(digest) + "  " + name + "\n";
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
