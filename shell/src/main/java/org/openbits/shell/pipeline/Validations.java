package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.BindingFailure;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.Span;

/** {@code [ValidateSet()]} and its kin on the parameters of functions. */
final class Validations {

    private final Engine engine;
    private final String command;
    private final ParameterDeclaration parameter;

    private Validations(Engine engine, String command, ParameterDeclaration parameter) {
        this.engine = engine;
        this.command = command;
        this.parameter = parameter;
    }

    /**
     * Refuses a value that an attribute of the parameter does not allow.
     *
     * @throws org.openbits.automation.CmdletException with the id ParameterArgumentValidationError
     */
    static void check(Engine engine, String command, ParameterDeclaration parameter, @Nullable Object value) {
        Validations validations = new Validations(engine, command, parameter);
        for (Attribute attribute : parameter.attributes()) {
            validations.check(attribute, value);
        }
    }

    /** Those attributes of a parameter that later values of its variable obey, too. */
    static List<Attribute> rulesOf(ParameterDeclaration parameter) {
        return parameter.attributes().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains("validate"))
                .toList();
    }

    /**
     * Refuses a value that the rules of a variable do not allow.
     *
     * @throws CmdletException with the id ValidateSetFailure
     */
    static void checkVariable(
            Engine engine, String name, List<Attribute> rules, @Nullable Object value, @Nullable Span span) {
        ParameterDeclaration like = new ParameterDeclaration(rules.get(0).span(), name, null, rules, null);
        try {
            check(engine, "", like, value);
        } catch (CmdletException refused) {
            throw Failures.at(
                    span,
                    new NetException(
                            "System.Management.Automation.ValidationMetadataException",
                            "The variable cannot be validated because the value " + Conversion.toText(value)
                                    + " is not a valid value for the " + name + " variable.",
                            refused.record().exception()),
                    "ValidateSetFailure",
                    ErrorCategory.MetadataError,
                    null);
        }
    }

    private void check(Attribute attribute, @Nullable Object value) {
        if (attribute.is("ValidateNotNull") && value == null) {
            throw failure(
                    "The argument is null. Provide a valid value for the argument, and then try running the command again.");
        }
        if (attribute.is("ValidateNotNullOrEmpty") && isEmpty(value)) {
            throw failure(
                    "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.");
        }
        if (attribute.is("ValidateCount")) {
            count(attribute, value == null ? 0 : Conversion.enumerate(value).size());
        }
        for (Object each : value == null ? List.<Object>of() : Conversion.enumerate(value)) {
            checkOne(attribute, each);
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof CharSequence text && text.length() == 0
                || Conversion.isMany(value) && Conversion.enumerate(value).isEmpty();
    }

    private void checkOne(Attribute attribute, @Nullable Object value) {
        String text = Conversion.toText(value);
        if (attribute.is("ValidateSet") && !isIn(attribute, value)) {
            throw failure(words(
                    attribute,
                    text,
                    "The argument \"" + text + "\" does not belong to the set \"" + set(attribute)
                            + "\" specified by the ValidateSet attribute. Supply an argument that is in the set and then"
                            + " try the command again."));
        }
        if (attribute.is("ValidateRange")) {
            range(attribute, value);
        }
        if (attribute.is("ValidateLength")) {
            length(attribute, text);
        }
        if (attribute.is("ValidatePattern")
                && !engine.operators()
                        .regexes()
                        .compile(Conversion.toText(argument(attribute, 0)), false)
                        .matcher(text)
                        .find()) {
            String pattern = Conversion.toText(argument(attribute, 0));
            throw failure(words(
                    attribute,
                    text,
                    "The argument \"" + text + "\" does not match the \"" + pattern
                            + "\" pattern. Supply an argument that matches \"" + pattern
                            + "\" and try the command again."));
        }
        if (attribute.is("ValidateScript")
                && argument(attribute, 0) instanceof Block block
                && !Conversion.isTrue(block.invokeSingle(value))) {
            throw failure(words(
                    attribute,
                    text,
                    "The \"" + block.text() + "\" validation script for the argument with value \"" + text
                            + "\" did not return a result of True. Determine why the validation script failed, and then"
                            + " try the command again."));
        }
    }

    private boolean isIn(Attribute attribute, @Nullable Object value) {
        for (Expression allowed : attribute.values()) {
            if (Conversion.equal(engine.expressions().value(allowed), value, false)) {
                return true;
            }
        }
        return false;
    }

    private String set(Attribute attribute) {
        return Conversion.toText(Operators.join(engine.expressions().values(attribute.values()), ","));
    }

    private @Nullable Object argument(Attribute attribute, int index) {
        return index < attribute.values().size()
                ? engine.expressions().value(attribute.values().get(index))
                : null;
    }

    private void range(Attribute attribute, @Nullable Object value) {
        Object low = argument(attribute, 0);
        Object high = argument(attribute, 1);
        if (high == null) {
            sign(Conversion.toText(low).toLowerCase(Locale.ROOT), value);
            return;
        }
        String text = Conversion.toText(value);
        if (Conversion.compare(value, low, false) < 0) {
            String least = Conversion.toText(low);
            throw failure("The " + text + " argument is less than the minimum allowed range of " + least
                    + ". Supply an argument that is greater than or equal to " + least
                    + " and then try the command again.");
        }
        if (Conversion.compare(value, high, false) > 0) {
            String most = Conversion.toText(high);
            throw failure("The " + text + " argument is greater than the maximum allowed range of " + most
                    + ". Supply an argument that is less than or equal to " + most
                    + " and then try the command again.");
        }
    }

    /** The ranges that have names: Positive, NonNegative, Negative, NonPositive. */
    private void sign(String kind, @Nullable Object value) {
        int sign = Conversion.compare(value, 0, false);
        String wanted = switch (kind) {
            case "positive" -> sign > 0 ? "" : "greater than zero";
            case "nonnegative" -> sign >= 0 ? "" : "greater than or equal to zero";
            case "negative" -> sign < 0 ? "" : "less than zero";
            default -> sign <= 0 ? "" : "less than or equal to zero";
        };
        if (!wanted.isEmpty()) {
            throw failure("The argument \"" + Conversion.toText(value)
                    + "\" cannot be validated because its value is not " + wanted + ".");
        }
    }

    private void length(Attribute attribute, String text) {
        Object least = argument(attribute, 0);
        Object most = argument(attribute, 1);
        if (Conversion.compare(text.length(), least, false) < 0) {
            throw failure("The character length of the " + text.length()
                    + " argument is too short. Specify an argument with a length that is greater than or equal to \""
                    + Conversion.toText(least) + "\", and then try the command again.");
        }
        if (most != null && Conversion.compare(text.length(), most, false) > 0) {
            throw failure("The character length of the " + text.length()
                    + " argument is too long. Shorten the character length of the argument so it is fewer than or equal"
                    + " to \"" + Conversion.toText(most) + "\" characters, and then try the command again.");
        }
    }

    private void count(Attribute attribute, int size) {
        Object least = argument(attribute, 0);
        Object most = argument(attribute, 1);
        if (Conversion.compare(size, least, false) < 0 || Conversion.compare(size, most, false) > 0) {
            throw failure("The parameter requires at least " + Conversion.toText(least) + " value(s) and no more than "
                    + Conversion.toText(most) + " value(s) - " + size + " value(s) were provided.");
        }
    }

    private RuntimeException failure(String reason) {
        return new CmdletException(ErrorRecord.of(
                        BindingFailure.validation(
                                parameter.name(),
                                "Cannot validate argument on parameter '" + parameter.name() + "'. " + reason),
                        "ParameterArgumentValidationError",
                        ErrorCategory.InvalidData,
                        null)
                .by(command));
    }

    /** What the attribute's own ErrorMessage says; else the usual words. */
    private String words(Attribute attribute, String text, String usual) {
        for (Attribute.Named named : attribute.named()) {
            if (named.key().equalsIgnoreCase("ErrorMessage") && named.value() != null) {
                return Conversion.toText(engine.expressions().value(named.value()))
                        .replace("{0}", text);
            }
        }
        return usual;
    }
}
