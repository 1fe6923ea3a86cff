package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.BindingFailure;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ParameterDeclaration;

/** {@code [ValidateSet()]} and its kin on the parameters of functions. */
final class Validations {

    private final Engine engine;
    private final ParameterDeclaration parameter;

    private Validations(Engine engine, ParameterDeclaration parameter) {
        this.engine = engine;
        this.parameter = parameter;
    }

    /**
     * Refuses a value that an attribute of the parameter does not allow.
     *
     * @throws org.openbits.automation.CmdletException with the id ParameterArgumentValidationError
     */
    static void check(Engine engine, ParameterDeclaration parameter, @Nullable Object value) {
        Validations validations = new Validations(engine, parameter);
        for (Attribute attribute : parameter.attributes()) {
            validations.check(attribute, value);
        }
    }

    private void check(Attribute attribute, @Nullable Object value) {
        if (attribute.is("ValidateNotNull") && value == null) {
            throw failure("The argument is null.");
        }
        if (attribute.is("ValidateNotNullOrEmpty") && isEmpty(value)) {
            throw failure("The argument is null or empty.");
        }
        if (attribute.is("ValidateCount")) {
            between(attribute, value == null ? 0 : Conversion.enumerate(value).size(), "number of elements");
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
            between(attribute, value, "value");
        }
        if (attribute.is("ValidateLength")) {
            between(attribute, text.length(), "length");
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

    private void between(Attribute attribute, @Nullable Object value, String what) {
        Object low = argument(attribute, 0);
        Object high = argument(attribute, 1);
        boolean tooLow = low != null && Conversion.compare(value, low, false) < 0;
        boolean tooHigh = high != null && Conversion.compare(value, high, false) > 0;
        if (tooLow || tooHigh) {
            throw failure("The " + what + " " + Conversion.toText(value) + " is not between " + Conversion.toText(low)
                    + " and " + Conversion.toText(high) + ".");
        }
    }

    private RuntimeException failure(String reason) {
        return Failures.at(
                null,
                BindingFailure.validation(
                        parameter.name(),
                        "Cannot validate argument on parameter '" + parameter.name() + "'. " + reason),
                "ParameterArgumentValidationError",
                ErrorCategory.InvalidData,
                null);
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
