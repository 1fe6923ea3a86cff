package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;
import org.openbits.automation.ParameterInfo;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.Span;

/**
 * An attribute as an object: {@code [System.Management.Automation.ParameterAttribute]::new()}, what a dynamicparam block
 * gives its parameters. Its properties are those of .NET; what its constructor is given fills the first of them.
 *
 * @param name such as {@code Parameter}, without Attribute
 * @param properties with their first values
 */
record AttributeType(String name, Map<String, @Nullable Object> properties) implements Statics {

    private static final String NAMESPACE = "System.Management.Automation.";

    /** The attribute of that key, with or without its ending; null when there is none. */
    static @Nullable AttributeType find(String key) {
        String bare = key.endsWith("attribute") ? key.substring(0, key.length() - "attribute".length()) : key;
        return switch (bare) {
            case "parameter" -> parameter();
            case "alias" -> of("Alias", "AliasNames");
            case "validateset" -> of("ValidateSet", "ValidValues");
            case "validaterange" -> of("ValidateRange", "MinRange", "MaxRange");
            case "validatelength" -> of("ValidateLength", "MinLength", "MaxLength");
            case "validatecount" -> of("ValidateCount", "MinLength", "MaxLength");
            case "validatepattern" -> of("ValidatePattern", "RegexPattern");
            case "validatescript" -> of("ValidateScript", "ScriptBlock");
            case "validatenotnull" -> of("ValidateNotNull");
            case "validatenotnullorempty" -> of("ValidateNotNullOrEmpty");
            case "allownull" -> of("AllowNull");
            case "allowemptystring" -> of("AllowEmptyString");
            case "allowemptycollection" -> of("AllowEmptyCollection");
            default -> null;
        };
    }

    private static AttributeType of(String name, String... properties) {
        Map<String, @Nullable Object> empty = new LinkedHashMap<>();
        for (String property : properties) {
            empty.put(property, null);
        }
        return new AttributeType(name, empty);
    }

    private static AttributeType parameter() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("Position", Integer.MIN_VALUE);
        properties.put("ParameterSetName", ParameterInfo.ALL_SETS);
        for (String flag : List.of(
                "Mandatory",
                "ValueFromPipeline",
                "ValueFromPipelineByPropertyName",
                "ValueFromRemainingArguments",
                "DontShow")) {
            properties.put(flag, false);
        }
        properties.put("HelpMessage", null);
        return new AttributeType("Parameter", properties);
    }

    @Override
    public Object create(List<@Nullable Object> arguments) {
        CustomObject made = new CustomObject(NAMESPACE + name + "Attribute");
        properties.forEach(made::add);
        if (arguments.size() == 1 && arguments.get(0) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> Members.set(made, Conversion.toText(key), value));
            return made;
        }
        List<String> names = List.copyOf(properties.keySet());
        boolean takesAll = names.size() == 1 && (name.equals("ValidateSet") || name.equals("Alias"));
        if (takesAll) {
            List<@Nullable Object> all = new ArrayList<>();
            arguments.forEach(each -> all.addAll(Conversion.enumerate(each)));
            made.add(names.get(0), all);
            return made;
        }
        for (int index = 0; index < Math.min(arguments.size(), names.size()); index++) {
            made.add(names.get(index), arguments.get(index));
        }
        return made;
    }

    /** The attribute as it would stand before a parameter; null for an object that is none. */
    static @Nullable Attribute declared(@Nullable Object value, Span place) {
        if (!(value instanceof CustomObject object) || !object.typeName().startsWith(NAMESPACE)) {
            return null;
        }
        String name = object.typeName().substring(NAMESPACE.length());
        AttributeType type = find(name.toLowerCase(Locale.ROOT));
        if (type == null) {
            return null;
        }
        List<Expression> values = new ArrayList<>();
        List<Attribute.Named> named = new ArrayList<>();
        for (String property : type.properties().keySet()) {
            Object set = object.property(property);
            if (set == null || set.equals(type.properties().get(property))) {
                continue;
            }
            if (type.name().equals("Parameter")) {
                named.add(new Attribute.Named(place, property, literal(place, set)));
            } else {
                Conversion.enumerate(set).forEach(each -> values.add(literal(place, each == null ? "" : each)));
            }
        }
        return new Attribute(place, type.name(), values, named);
    }

    private static Expression literal(Span place, Object value) {
        return new Expression.Literal(place, value, false);
    }
}
