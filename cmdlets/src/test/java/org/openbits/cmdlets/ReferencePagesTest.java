package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.CommonParameters;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;
import org.openbits.cmdlets.core.CoreCmdlets;

/**
 * The reference pages under src/docs/cmdlets say what the commands say of themselves. Write them again with {@code mvn
 * test -Dtest=ReferencePagesTest -DwritePages=true}.
 */
class ReferencePagesTest {

    private static final Path PAGES = Path.of("../src/docs/cmdlets");

    @Test
    void pagesAreWhatTheCommandsSay() throws IOException {
        TreeMap<String, String> expected = pages();
        if (Boolean.getBoolean("writePages")) {
            Files.createDirectories(PAGES);
            for (var page : expected.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        for (var page : expected.entrySet()) {
            assertThat(PAGES.resolve(page.getKey()))
                    .as("a command has changed: write its page again with -Dtest=ReferencePagesTest -DwritePages=true")
                    .hasContent(page.getValue());
        }
        try (var files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
        }
    }

    @Test
    void everyParameterIsDescribedAndInAnExample() {
        for (CmdletInfo info : BitsCmdlets.registry().all()) {
            StringBuilder examples = new StringBuilder();
            info.examples().forEach(example -> examples.append(example.code()).append('\n'));
            assertThat(info.synopsis()).as(info.name()).isNotEmpty();
            for (ParameterInfo parameter : info.parameters()) {
                assertThat(parameter.help())
                        .as(info.name() + " -" + parameter.name())
                        .isNotEmpty();
                boolean isObvious =
                        List.of("BitsJob", "Source", "Destination", "Name").contains(parameter.name());
                assertThat(isObvious || examples.indexOf("-" + parameter.name()) >= 0)
                        .as(info.name() + " -" + parameter.name() + " stands in an example")
                        .isTrue();
            }
        }
    }

    private static TreeMap<String, String> pages() {
        CmdletRegistry registry = new CmdletRegistry();
        BitsCmdlets.register(registry);
        CoreCmdlets.register(registry);
        TreeMap<String, String> pages = new TreeMap<>();
        StringBuilder index = new StringBuilder(
                "# The commands\n\nWritten from the commands themselves; a test keeps these pages equal.\n\n");
        for (CmdletInfo info : registry.all()) {
            pages.put(info.name() + ".md", page(info));
            index.append("- [")
                    .append(info.name())
                    .append("](")
                    .append(info.name())
                    .append(".md): ")
                    .append(info.synopsis())
                    .append('\n');
        }
        index.append(
                "\n## Common parameters\n\nEvery command takes these; WhatIf and Confirm where its page says so.\n\n");
        CommonParameters.of(true).forEach(parameter -> index.append(line(parameter)));
        pages.put("README.md", index.toString());
        return pages;
    }

    private static String page(CmdletInfo info) {
        StringBuilder page =
                new StringBuilder("# ").append(info.name()).append("\n\n").append(info.synopsis());
        if (!info.description().isEmpty()) {
            page.append("\n\n").append(info.description());
        }
        page.append("\n\n```powershell\n");
        info.sets().forEach(set -> page.append(syntax(info, set)).append('\n'));
        page.append("```\n");
        if (!info.aliases().isEmpty()) {
            page.append("\nAliases: ").append(String.join(", ", info.aliases())).append('\n');
        }
        if (!info.parameters().isEmpty()) {
            page.append("\n## Parameters\n\n");
            info.parameters().forEach(parameter -> page.append(line(parameter)));
        }
        if (!info.examples().isEmpty()) {
            page.append("\n## Examples\n");
            info.examples()
                    .forEach(example -> page.append("\n")
                            .append(example.title())
                            .append(":\n\n```powershell\n")
                            .append(example.code())
                            .append("\n```\n"));
        }
        return page.toString();
    }

    private static String syntax(CmdletInfo info, String set) {
        StringBuilder syntax = new StringBuilder(info.name());
        List<ParameterInfo> parameters = new ArrayList<>(info.parameters());
        parameters.removeIf(parameter -> parameter.place(set) == null);
        parameters.sort(java.util.Comparator.comparingInt(parameter -> {
            int position = parameter.place(set).position();
            return position == Parameter.NAMED ? Integer.MAX_VALUE : position;
        }));
        for (ParameterInfo parameter : parameters) {
            ParameterInfo.Place place = parameter.place(set);
            String name = "-" + parameter.name();
            String value = parameter.isSwitch() ? "" : " <" + parameter.typeName() + ">";
            String word = place.position() == Parameter.NAMED || parameter.isSwitch()
                    ? name + value
                    : "[" + name + "]" + value;
            syntax.append(' ').append(place.mandatory() ? word : "[" + word + "]");
        }
        return syntax.append(info.shouldProcess() ? " [-WhatIf] [-Confirm]" : "")
                .append(" [<CommonParameters>]")
                .toString();
    }

    private static String line(ParameterInfo parameter) {
        ParameterInfo.Place place = parameter.sets().values().iterator().next();
        List<String> facts = new ArrayList<>();
        facts.add(parameter.typeName());
        if (place.mandatory()) {
            facts.add("required");
        }
        if (place.position() != Parameter.NAMED) {
            facts.add("position " + place.position());
        }
        if (place.pipeline()) {
            facts.add("from the pipeline");
        }
        if (place.pipelineByName()) {
            facts.add("from the pipeline by name");
        }
        if (!parameter.aliases().isEmpty()) {
            facts.add("alias " + String.join(", ", parameter.aliases()));
        }
        if (!parameter.values().isEmpty()) {
            facts.add("one of " + String.join(", ", parameter.values()));
        }
        return "- **-" + parameter.name() + "** (" + String.join("; ", facts) + ")"
                + (parameter.help().isEmpty() ? "" : ": " + parameter.help()) + "\n";
    }
}
