package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of binding: PowerShell's ids and sentences. */
final class BindingErrors {

    private final CmdletInfo info;

    BindingErrors(CmdletInfo info) {
        this.info = info;
    }

    BindingException unknown(Argument argument, @Nullable String suggestion) {
        String hint = suggestion == null ? "" : " Did you mean -" + suggestion + "?";
        return error(
                "NamedParameterNotFound",
                "A parameter cannot be found that matches parameter name '" + argument.parameter() + "'." + hint,
                argument.parameter(),
                argument.offset());
    }

    BindingException ambiguous(Argument argument, List<ParameterInfo> matches) {
        StringBuilder names = new StringBuilder();
        matches.forEach(match -> names.append(" -").append(match.name()));
        return error(
                "AmbiguousParameter",
                "Parameter cannot be processed because the parameter name '" + argument.parameter()
                        + "' is ambiguous. Possible matches include:" + names + ".",
                argument.parameter(),
                argument.offset());
    }

    BindingException twice(ParameterInfo parameter, int offset) {
        return error(
                "ParameterAlreadyBound",
                "Cannot bind parameter because parameter '" + parameter.name()
                        + "' is specified more than once. To provide multiple values to parameters that can accept"
                        + " multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".",
                parameter.name(),
                offset);
    }

    BindingException noValue(ParameterInfo parameter, int offset) {
        return error(
                "MissingArgument",
                "Missing an argument for parameter '" + parameter.name() + "'. Specify a parameter of type '"
                        + parameter.netType() + "' and try again.",
                parameter.name(),
                offset);
    }

    BindingException leftOver(Argument argument) {
        return error(
                "PositionalParameterNotFound",
                "A positional parameter cannot be found that accepts argument '" + Conversion.toText(argument.value())
                        + "'.",
                argument.value(),
                argument.offset());
    }

    BindingException notConvertible(ParameterInfo parameter, RuntimeException cause, int offset) {
        if (info.isFunction()) {
            // The parameters of a function are converted by an attribute of their own.
            ErrorRecord record = ErrorRecord.of(
                            BindingFailure.transformation(
                                    parameter.name(),
                                    "Cannot process argument transformation on parameter '" + parameter.name() + "'. "
                                            + cause.getMessage()),
                            "ParameterArgumentTransformationError",
                            ErrorCategory.InvalidData,
                            null)
                    .by(info.errorClass())
                    .withExitCode(ExitCode.USAGE);
            return new BindingException(record, offset);
        }
        return error(
                "CannotConvertArgument",
                "Cannot bind parameter '" + parameter.name() + "'. " + cause.getMessage(),
                parameter.name(),
                offset);
    }

    BindingException invalid(ParameterInfo parameter, String reason, int offset) {
        return error(
                "ParameterArgumentValidationError",
                "Cannot validate argument on parameter '" + parameter.name() + "'. " + reason,
                parameter.name(),
                offset);
    }

    BindingException empty(ParameterInfo parameter, ParameterInfo.Emptiness what, int offset) {
        return error(
                "ParameterArgumentValidationError" + what.id() + "NotAllowed",
                "Cannot bind argument to parameter '" + parameter.name() + "' because it is " + what.words() + ".",
                parameter.name(),
                offset);
    }

    BindingException sets(int offset) {
        return error(
                "AmbiguousParameterSet",
                "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued"
                        + " cannot be used together or an insufficient number of parameters were provided.",
                null,
                offset);
    }

    BindingException missing(List<String> parameters) {
        return error(
                "MissingMandatoryParameter",
                "Cannot process command because of one or more missing mandatory parameters: "
                        + String.join(" ", parameters) + ".",
                null,
                -1);
    }

    /** An input object that fits no parameter; not terminating. */
    ErrorRecord notBound(@Nullable Object input) {
        return error(
                        "InputObjectNotBound",
                        "The input object cannot be bound to any parameters for the command either because the command"
                                + " does not take pipeline input or the input and its properties do not match any of"
                                + " the parameters that take pipeline input.",
                        input,
                        -1)
                .record();
    }

    /** An input object that leaves mandatory parameters open; not terminating. */
    ErrorRecord notEnough(@Nullable Object input, List<String> parameters) {
        return error(
                        "InputObjectMissingMandatory",
                        "The input object cannot be bound because it did not contain the information required to bind"
                                + " all mandatory parameters: " + String.join(" ", parameters),
                        input,
                        -1)
                .record();
    }

    BindingException noOutput(ParameterInfo parameter, int offset) {
        return error(
                "ScriptBlockArgumentNoOutput",
                "Cannot evaluate parameter '" + parameter.name()
                        + "' because its argument is specified as a script block and that gave nothing for the input.",
                parameter.name(),
                offset);
    }

    BindingException noInput(ParameterInfo parameter, int offset) {
        return error(
                "ScriptBlockArgumentNoInput",
                "Cannot evaluate parameter '" + parameter.name()
                        + "' because its argument is specified as a script block and there is no input. A script block"
                        + " cannot be evaluated without input.",
                parameter.name(),
                offset);
    }

    private BindingException error(String id, String message, @Nullable Object target, int offset) {
        String parameter = target instanceof String name ? name : "";
        IllegalArgumentException cause = new BindingFailure(message, parameter, BindingFailure.kind(id), id);
        boolean isValue = id.startsWith("ParameterArgumentValidationError")
                || id.startsWith("ParameterArgumentTransformationError");
        ErrorRecord record = ErrorRecord.of(
                        cause, id, isValue ? ErrorCategory.InvalidData : ErrorCategory.InvalidArgument, target)
                .by(info.errorClass())
                .withExitCode(ExitCode.USAGE);
        return new BindingException(record, offset);
    }
}
