package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;
import org.openbits.automation.Shaped;

/** {@code Write-Error}: reports an error and goes on. */
@CmdletName(
        verb = "Write",
        noun = "Error",
        defaultSet = "NoException",
        errorClass = "Microsoft.PowerShell.Commands.WriteErrorCommand")
@Help(
        synopsis = "Reports an error without ending the script.",
        examples = {
            @Example(title = "An error with an id", code = "Write-Error 'No such host.' -ErrorId HostUnknown"),
            @Example(
                    title = "Say what is to be done",
                    code = "Write-Error -Message 'No such host: srv01' -ErrorId HostUnknown -Category ObjectNotFound"
                            + " -TargetObject srv01 -RecommendedAction 'Look at the name.'"),
            @Example(
                    title = "Of an exception",
                    code = "Write-Error -Exception ([System.IO.IOException]::new('No route to srv01.')) -Message"
                            + " 'srv01 is away.' -ErrorId HostUnknown"),
            @Example(
                    title = "Report a caught error again",
                    code = "try { throw 'no answer' } catch { Write-Error -ErrorRecord $_ -ErrorAction Ignore;"
                            + " $Error.Clear() }")
        })
final class WriteError extends Cmdlet {

    private static final String MESSAGE_ID = "Microsoft.PowerShell.Commands.WriteErrorException";

    @Parameter(
            position = 0,
            mandatory = true,
            pipeline = true,
            sets = "NoException",
            optionalIn = "WithException",
            aliases = "Msg",
            help = "The text.")
    @AllowEmpty
    private String message = "";

    @Parameter(
            mandatory = true,
            sets = "WithException",
            type = "Exception",
            help = "The cause; a text becomes one. -Message is then what people read of it.")
    private @Nullable Object exception;

    @Parameter(position = 0, mandatory = true, sets = "ErrorRecord", help = "The error itself.")
    private @Nullable ErrorRecord errorRecord;

    @Parameter(
            sets = {"NoException", "WithException"},
            help = "The id by which scripts know it.")
    private String errorId = "";

    @Parameter(
            sets = {"NoException", "WithException"},
            help = "Its kind.")
    private ErrorCategory category = ErrorCategory.NotSpecified;

    @Parameter(
            sets = {"NoException", "WithException"},
            help = "The object it is about.")
    private @Nullable Object targetObject;

    @Parameter(
            sets = {"NoException", "WithException"},
            help = "What to do about it; -Message's ErrorDetails.RecommendedAction.")
    private String recommendedAction = "";

    @Override
    protected void process() {
        if (errorRecord != null) {
            writeError(errorRecord);
            return;
        }

        Throwable cause = cause();
        String id = exception == null ? MESSAGE_ID : Members.typeName(cause);
        ErrorRecord plain = ErrorRecord.of(cause, "WriteError", category, targetObject)
                .withDetails(exception == null ? "" : message);
        String caller = caller();
        writeError(plain.identified((errorId.isEmpty() ? id : errorId) + (caller.isEmpty() ? "" : "," + caller)));
    }

    private Throwable cause() {
        if (exception instanceof Throwable given) {
            return given;
        }
        return exception == null
                ? new WriteErrorException(message, recommendedAction)
                : new WriteErrorException(Conversion.toText(exception), "", "System.Exception");
    }

    /** The name of the function or script that reports; empty at the prompt. */
    private String caller() {
        return runtime().variable("MyInvocation") instanceof Shaped invocation
                        && invocation.property("MyCommand") instanceof Shaped command
                ? Conversion.toText(command.property("Name"))
                : "";
    }
}
