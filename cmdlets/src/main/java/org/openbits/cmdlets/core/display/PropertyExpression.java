package org.openbits.cmdlets.core.display;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Members;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.TypeData;

/**
 * What stands behind {@code -Property}: a property name, a name with wildcards, a script block, or a calculated
 * property {@code @{Name=...; Expression={...}}} with its options.
 *
 * @param name the heading
 * @param property the property to read, or null when a block computes the value
 * @param block the computation, or null
 */
public record PropertyExpression(
        String name, @Nullable String property, @Nullable ScriptBlock block, Options options) {

    /** What a calculated property may say beside its expression; null where it says nothing. */
    public record Options(
            @Nullable Integer width,
            @Nullable Alignment alignment,
            @Nullable String format,
            @Nullable Boolean descending) {

        static final Options NONE = new Options(null, null, null, null);
    }

    /** Thrown for a calculated property that cannot be understood; the message says what is wrong with it. */
    public static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String errorId;
        private final String sentence;

        Malformed(String errorId, String message) {
            super(message);
            this.errorId = errorId;
            this.sentence = message;
        }

        @Override
        public String getMessage() {
            return sentence;
        }

        /** PowerShell's id of the error. */
        public String errorId() {
            return errorId;
        }
    }

    /** An expression that reads one property. */
    public static PropertyExpression named(String property) {
        return new PropertyExpression(property, property, null, Options.NONE);
    }

    /** Reads each element of a {@code -Property} argument. */
    public static List<PropertyExpression> all(@Nullable Collection<?> specifications) {
        List<PropertyExpression> all = new ArrayList<>();
        if (specifications != null) {
            for (Object specification : specifications) {
                if (specification instanceof Collection<?> nested) {
                    all.addAll(all(nested));
                } else {
                    all.add(of(specification));
                }
            }
        }
        return all;
    }

    /** Reads one element of a {@code -Property} argument. */
    public static PropertyExpression of(@Nullable Object specification) {
        if (specification instanceof ScriptBlock block) {
            return new PropertyExpression(block.text().strip(), null, block, Options.NONE);
        }
        if (specification instanceof Map<?, ?> map) {
            return calculated(map);
        }
        return named(Conversion.toText(specification));
    }

    /** The value for an object; null when the object has no such property. */
    public @Nullable Object value(@Nullable Object target) {
        if (block != null) {
            return block.invokeSingle(target);
        }
        return property == null ? null : Members.getOrNull(target, property);
    }

    /** The expressions for one object: a name with wildcards becomes one for each property it matches. */
    public List<PropertyExpression> resolve(@Nullable Object target) {
        if (property == null || !Conversion.hasWildcard(property)) {
            List<String> set = property == null || target == null ? List.of() : TypeData.propertySet(target, property);
            return set.isEmpty()
                    ? List.of(this)
                    : set.stream().map(PropertyExpression::named).toList();
        }
        Predicate<String> matches = Conversion.wildcard(property, false);
        List<PropertyExpression> resolved = new ArrayList<>();
        for (String candidate : target == null ? List.<String>of() : Members.names(target)) {
            if (matches.test(candidate)) {
                resolved.add(new PropertyExpression(candidate, candidate, null, options));
            }
        }
        return resolved;
    }

    /** The same under another heading. */
    public PropertyExpression titled(String title) {
        return new PropertyExpression(title, property, block, options);
    }

    /** Whether an object has a property of that name, ignoring case. */
    public static boolean has(Object target, String property) {
        return Members.has(target, property);
    }

    private static PropertyExpression calculated(Map<?, ?> map) {
        String name = null;
        Object expression = null;
        Integer width = null;
        Alignment alignment = null;
        String format = null;
        Boolean descending = null;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = entry.getValue();
            switch (key(Conversion.toText(entry.getKey()))) {
                case "name" -> name = Conversion.toText(value);
                case "expression" -> expression = value;
                case "width" -> width = Conversion.to(Integer.class, value);
                case "alignment" -> alignment = alignment(Conversion.toText(value));
                case "formatstring" -> format = Conversion.toText(value);
                case "descending" -> descending = Conversion.isTrue(value);
                default -> descending = !Conversion.isTrue(value);
            }
        }
        if (expression == null) {
            if (name == null) {
                throw new Malformed("DictionaryKeyMissing", "A calculated property needs an Expression key.");
            }
            expression = name;
        }
        PropertyExpression plain = of(expression instanceof Map ? Conversion.toText(expression) : expression);
        return new PropertyExpression(
                name == null ? plain.name : name,
                plain.property,
                plain.block,
                new Options(width, alignment, format, descending));
    }

    /** Keys may be shortened to any prefix; {@code Label} is another word for {@code Name}. */
    private static String key(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String key :
                List.of("name", "expression", "width", "alignment", "formatstring", "descending", "ascending")) {
            if (!lower.isEmpty() && key.startsWith(lower)) {
                return key;
            }
        }
        if (!lower.isEmpty() && "label".startsWith(lower)) {
            return "name";
        }
        throw new Malformed(
                "DictionaryKeyIllegal",
                "The key '" + text
                        + "' is not one of a calculated property: Name, Label, Expression, FormatString, Width,"
                        + " Alignment, Ascending, Descending.");
    }

    private static Alignment alignment(String text) {
        for (Alignment candidate : Alignment.values()) {
            if (!text.isEmpty()
                    && candidate.name().toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT))) {
                return candidate;
            }
        }
        throw new Malformed("AlignmentIllegal", "The alignment '" + text + "' is not one of Left, Center, Right.");
    }
}
