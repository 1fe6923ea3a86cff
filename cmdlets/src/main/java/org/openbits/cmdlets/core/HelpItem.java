package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CommonParameters;
import org.openbits.automation.CustomObject;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;
import org.openbits.automation.Shaped;

/**
 * The help of a command as an object: what is shown of it, and its parts for scripts.
 *
 * @param page the lines that are shown
 */
record HelpItem(CmdletInfo info, List<String> page) implements Shaped {

    private static final List<String> NAMES = List.of(
            "Name",
            "Category",
            "Synopsis",
            "Component",
            "Role",
            "Functionality",
            "ModuleName",
            "description",
            "syntax",
            "parameters",
            "examples",
            "details",
            "aliases");

    @Override
    public String typeName() {
        return "MamlCommandHelpInfo";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "name" -> info.name();
            case "category" -> info.isFunction() ? "Function" : "Cmdlet";
            case "synopsis" -> synopsis();
            case "component", "role", "functionality" -> null;
            case "modulename", "pssnapin" -> info.source();
            case "description" -> info.description().isEmpty() ? null : paragraphs(info.description());
            case "syntax" ->
                new CustomObject("MamlCommandHelpInfo#syntax")
                        .add("syntaxItem", new ArrayList<>(CommandSyntax.of(info)));
            case "parameters" -> new CustomObject("MamlCommandHelpInfo#parameters").add("parameter", parameters());
            case "examples" -> new CustomObject("MamlCommandHelpInfo#examples").add("example", examples());
            case "details" ->
                new CustomObject("MamlCommandHelpInfo#details")
                        .add("name", info.name())
                        .add("verb", info.verb())
                        .add("noun", info.noun())
                        .add("description", paragraphs(synopsis()));
            case "aliases" -> String.join("\n", info.aliases());
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** One that nobody described shows how it is called. */
    private String synopsis() {
        return info.synopsis().isEmpty() ? "\n" + String.join("\n", CommandSyntax.of(info)) + "\n" : info.synopsis();
    }

    private static List<Object> paragraphs(String text) {
        return new ArrayList<>(List.of(new CustomObject("MamlParaTextItem").add("Text", text)));
    }

    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        info.parameters().forEach(each -> parameters.add(parameter(each)));
        CommonParameters.of(info).stream()
                .filter(each -> each.name().equals("WhatIf") || each.name().equals("Confirm"))
                .forEach(each -> parameters.add(parameter(each)));
        return parameters;
    }

    /** A parameter as scripts see it. */
    static CustomObject parameter(ParameterInfo parameter) {
        ParameterInfo.Place place = parameter.sets().values().iterator().next();
        boolean piped = place.pipeline() || place.pipelineByName();
        return new CustomObject("MamlCommandHelpInfo#parameter")
                .add("name", parameter.name())
                .add("description", paragraphs(parameter.help()))
                .add("type", new CustomObject("MamlType").add("name", parameter.typeName()))
                .add("required", String.valueOf(place.mandatory()))
                .add("position", place.position() == Parameter.NAMED ? "named" : String.valueOf(place.position()))
                .add("pipelineInput", String.valueOf(piped))
                .add("aliases", String.join(", ", parameter.aliases()))
                .add("globbing", String.valueOf(parameter.wildcards()));
    }

    private List<Object> examples() {
        List<Object> examples = new ArrayList<>();
        for (CmdletInfo.HelpExample example : info.examples()) {
            examples.add(new CustomObject("MamlCommandHelpInfo#example")
                    .add(
                            "title",
                            "-------------------------- EXAMPLE " + (examples.size() + 1)
                                    + " --------------------------")
                    .add("code", example.code())
                    .add("remarks", paragraphs(example.title())));
        }
        return examples;
    }

    /** The page. */
    @Override
    public String toString() {
        return String.join("\n", page);
    }
}
