package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openbits.cmdlets.BitsCmdlets;

/** The documented examples of module and help, the count of all, and those of the help pages. */
class DocumentedExamplesTest extends DocumentedExamples {

    @Test
    void everyExampleIsRun() {
        TreeSet<String> known = new TreeSet<>();
        for (Class<?> tests :
                List.of(DocumentedTransfersTest.class, DocumentedQueueTest.class, DocumentedExamplesTest.class)) {
            for (var method : tests.getDeclaredMethods()) {
                Matcher ids = Pattern.compile("c\\d\\d").matcher(method.getName());
                while (method.isAnnotationPresent(Test.class) && ids.find()) {
                    known.add(ids.group().toUpperCase(Locale.ROOT));
                }
            }
        }
        assertThat(known).isEqualTo(new TreeSet<>(EXAMPLES.keySet())).hasSize(31);
    }

    @Test
    void c29importsTheModule() {
        assertThat(run("C29")).isEmpty();
        assertThat(run("C29")).isEmpty();
    }

    @Test
    void c30helps() {
        assertThat(run("C30"))
                .contains("Start-BitsTransfer")
                .containsIgnoringCase("synopsis")
                .contains("-Source");
    }

    @Test
    void c31findsTheCommands() {
        String shown = run("C31");
        for (String name : List.of(
                "Add-BitsFile",
                "Complete-BitsTransfer",
                "Get-BitsTransfer",
                "Remove-BitsTransfer",
                "Resume-BitsTransfer",
                "Set-BitsTransfer",
                "Start-BitsTransfer",
                "Suspend-BitsTransfer")) {
            assertThat(shown).contains(name);
        }
    }

    /** Every example of the help pages of the BITS cmdlets binds and runs. */
    @Test
    void examplesOfTheHelpPagesRun() {
        write("list.csv", "Source,Destination\n" + server.url("testfile1.txt") + "," + dir.resolve("x.txt") + "\n");
        for (String name : List.of("big.iso", "extra.txt")) {
            try {
                Files.writeString(server.root().resolve(name), name);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        session.variables().put("account", account());
        session.variables()
                .put(
                        "thumbprint",
                        java.util.stream.IntStream.range(0, 20).boxed().toList());
        session.variables().put("secret", new org.openbits.automation.SecureText("p".toCharArray()));
        session.run("$one = 'a'; $two = 'b'", "setup");
        for (var info : BitsCmdlets.registry().all()) {
            for (var example : info.examples()) {
                // A job that completes by itself may be gone before it can be cancelled.
                session.run("Get-BitsTransfer | Remove-BitsTransfer -ErrorAction Ignore", "setup");
                suspended("nightly");
                session.run("$job = Get-BitsTransfer nightly", "setup");
                boolean confirms = example.code().contains("-Confirm");
                boolean isAll =
                        example.code().contains("-AllUsers") || example.code().contains("Get-BitsTransfer | ");
                if (!confirms && !(isAll && example.code().contains("Wait-"))) {
                    String code = example.code().replace("http://host/", server.url(""));
                    // Servers are a matter of their own test: here their commands bind, and do nothing.
                    String shown =
                            show(info.name().matches("(Start|Stop)-BitsServer") ? code + " -WhatIf" : code, null);
                    assertThat(shown)
                            .as(example.code())
                            .doesNotContain("ParameterBinding", "cannot be found", "Cannot bind");
                }
            }
        }
    }

    private static Object account() {
        return new org.openbits.automation.PSCredential("u", new org.openbits.automation.SecureText("p".toCharArray()));
    }
}
