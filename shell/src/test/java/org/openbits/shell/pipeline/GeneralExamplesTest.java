package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.Conversion;
import org.openbits.automation.ParameterInfo;
import org.openbits.cmdlets.BitsCmdlets;
import org.openbits.cmdlets.JobAccess;
import org.openbits.cmdlets.core.CoreCmdlets;
import org.openbits.cmdlets.core.TransferService;

/** Every example on the help pages of the general cmdlets runs as it is printed, without an error. */
class GeneralExamplesTest {

    /** What an example is there to show. */
    private static final Map<String, Set<String>> MEANT =
            Map.of("Write-Error", Set.of("HostUnknown"), "Send-MailMessage", Set.of("SmtpException"));

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> examplesRun() throws IOException {
        Files.writeString(directory.resolve("list.csv"), "Source,Destination\nhttp://127.0.0.1:9/a,./a\n");
        Files.writeString(directory.resolve("README.md"), "read me\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(directory.resolve("big.zip")))) {
            zip.putNextEntry(new ZipEntry("entry.txt"));
        }
        return general().all().stream()
                .flatMap(info -> info.examples().stream()
                        .map(example -> dynamicTest(
                                example.code(),
                                () -> assertThat(errors(example.code()))
                                        .allMatch(id -> MEANT.getOrDefault(info.name(), Set.of()).stream()
                                                .anyMatch(id::contains)))));
    }

    /** All but what every command takes that changes something. */
    @Test
    void everyParameterStandsInAnExample() {
        List<String> missing = new ArrayList<>();
        for (CmdletInfo info : general().all()) {
            StringBuilder examples = new StringBuilder();
            info.examples().forEach(example -> examples.append(example.code()).append('\n'));
            for (ParameterInfo parameter : info.parameters()) {
                if (!Pattern.compile("(?i)-" + parameter.name() + "\\b")
                        .matcher(examples)
                        .find()) {
                    missing.add(info.name() + " -" + parameter.name());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static CmdletRegistry general() {
        CmdletRegistry general = new CmdletRegistry();
        CoreCmdlets.register(general);
        SessionCommands.register(general);
        return general;
    }

    /** The ids of the errors, each with what was shown. */
    private List<String> errors(String code) {
        CmdletRegistry commands = new CmdletRegistry();
        CoreCmdlets.register(commands);
        BitsCmdlets.register(commands);
        ScriptedHost host = new ScriptedHost().typing("ann", "secret", "more");
        ShellSession session = new ShellSession(commands, host);
        session.provide(TransferService.class, Idle::new);
        session.provide(
                JobAccess.class,
                () -> new JobAccess(() -> {
                    throw new IllegalStateException("an example asked for the queue");
                }));
        session.setCurrentDirectory(directory);
        session.run(code, "example");
        String shown = host.take();
        return Conversion.enumerate(session.variables().get("Error")).stream()
                .map(error -> error instanceof org.openbits.automation.ErrorRecord record
                        ? record.fullyQualifiedErrorId() + "\n" + shown
                        : String.valueOf(error))
                .toList();
    }

    /** A service that nobody started. */
    private static final class Idle implements TransferService {

        @Override
        public boolean isRunning() {
            return false;
        }

        @Override
        public void start() {
            throw new AssertionError("an example started the service");
        }

        @Override
        public void stop() {
            throw new AssertionError("an example stopped the service");
        }
    }
}
