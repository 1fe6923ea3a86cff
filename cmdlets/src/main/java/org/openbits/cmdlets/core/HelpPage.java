package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.openbits.automation.Cells;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Conversion;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;
import org.openbits.cmdlets.core.display.ValueText;

/** The help page of a command, made of its metadata. */
final class HelpPage {

    private static final int INDENT = 4;

    private final CmdletInfo info;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    HelpPage(CmdletInfo info, int width) {
        this.info = info;
        this.width = Math.max(40, width);
    }

    /** What {@code Get-Help name} shows. */
    List<String> brief() {
        head();
        section("ALIASES", info.aliases().isEmpty() ? "None" : String.join(", ", info.aliases()));
        String name = info.name();
        lines.add("REMARKS");
        text(INDENT, "To see the examples, type: \"Get-Help " + name + " -Examples\"");
        text(INDENT, "For more information, type: \"Get-Help " + name + " -Detailed\"");
        text(INDENT, "For technical information, type: \"Get-Help " + name + " -Full\"");
        lines.add("");
        return lines;
    }

    /** With the parameters and examples. */
    List<String> detailed() {
        head();
        lines.add("PARAMETERS");
        info.parameters().forEach(parameter -> parameter(parameter, false));
        common();
        examples();
        return lines;
    }

    /** With everything that is known of each parameter. */
    List<String> full() {
        head();
        lines.add("PARAMETERS");
        info.parameters().forEach(parameter -> parameter(parameter, true));
        common();
        section("ALIASES", info.aliases().isEmpty() ? "None" : String.join(", ", info.aliases()));
        examples();
        return lines;
    }

    /** The examples only. */
    List<String> examplesOnly() {
        section("NAME", info.name());
        section("SYNOPSIS", info.synopsis());
        examples();
        return lines;
    }

    /** The parameters whose names match; empty when there is none. */
    List<String> parameters(String pattern) {
        Predicate<String> wanted = Conversion.wildcard(pattern, false);
        for (ParameterInfo parameter : info.parameters()) {
            if (wanted.test(parameter.name()) || parameter.aliases().stream().anyMatch(wanted)) {
                parameter(parameter, true);
            }
        }
        return lines;
    }

    private void head() {
        lines.add("");
        section("NAME", info.name());
        section("SYNOPSIS", info.synopsis());
        lines.add("SYNTAX");
        for (String syntax : CommandSyntax.of(info)) {
            text(INDENT, syntax);
            lines.add("");
        }
        if (!info.description().isEmpty()) {
            section("DESCRIPTION", info.description());
        }
    }

    private void common() {
        text(INDENT, "<CommonParameters>");
        text(
                2 * INDENT,
                "This cmdlet supports the common parameters: Verbose, Debug, ErrorAction, ErrorVariable, WarningAction,"
                        + " WarningVariable, InformationAction, InformationVariable, ProgressAction, OutVariable, OutBuffer"
                        + " and PipelineVariable" + (info.shouldProcess() ? ", and WhatIf and Confirm." : "."));
        lines.add("");
    }

    private void parameter(ParameterInfo parameter, boolean full) {
        String type = parameter.isSwitch() ? "" : " <" + parameter.typeName() + ">";
        text(INDENT, "-" + parameter.name() + type);
        text(2 * INDENT, parameter.help());
        if (!parameter.values().isEmpty()) {
            text(2 * INDENT, "Accepted values: " + String.join(", ", parameter.values()));
        }
        if (full) {
            lines.add("");
            attributes(parameter);
        }
        lines.add("");
    }

    private void attributes(ParameterInfo parameter) {
        ParameterInfo.Place place = parameter.sets().values().iterator().next();
        attribute("Required?", String.valueOf(place.mandatory()));
        attribute("Position?", place.position() == Parameter.NAMED ? "named" : String.valueOf(place.position()));
        attribute("Default value", defaultValue(parameter));
        attribute("Accept pipeline input?", pipeline(place));
        attribute("Aliases", parameter.aliases().isEmpty() ? "None" : String.join(", ", parameter.aliases()));
        attribute("Accept wildcard characters?", String.valueOf(parameter.wildcards()));
    }

    private void attribute(String name, String value) {
        lines.add(" ".repeat(2 * INDENT) + String.format(Locale.ROOT, "%-29s", name) + value);
    }

    private String defaultValue(ParameterInfo parameter) {
        Object value = parameter.accessor().get(info.factory().get());
        String text = value == null ? "" : ValueText.of(value);
        return text.isEmpty() || text.equals("{}") ? "None" : text;
    }

    private static String pipeline(ParameterInfo.Place place) {
        List<String> ways = new ArrayList<>();
        if (place.pipeline()) {
            ways.add("ByValue");
        }
        if (place.pipelineByName()) {
            ways.add("ByPropertyName");
        }
        return ways.isEmpty() ? "false" : "true (" + String.join(", ", ways) + ")";
    }

    private void examples() {
        int number = 1;
        for (CmdletInfo.HelpExample example : info.examples()) {
            lines.add("    -------------------------- EXAMPLE " + number++ + " --------------------------");
            lines.add("");
            text(INDENT, example.title());
            lines.add("");
            for (String line : example.code().split("\n", -1)) {
                lines.add("    PS> " + line);
            }
            lines.add("");
        }
    }

    private void section(String title, String content) {
        lines.add(title);
        text(INDENT, content);
        lines.add("");
    }

    private void text(int indent, String text) {
        for (String line : Cells.wrap(text, width - indent)) {
            lines.add(" ".repeat(indent) + line);
        }
    }
}
