package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.SecureText;

/** {@code Read-Host}: asks for a line. */
@CmdletName(verb = "Read", noun = "Host", errorClass = "Microsoft.PowerShell.Commands.ReadHostCommand")
@Help(
        synopsis = "Asks for a line of text.",
        examples = {
            @Example(title = "A question", code = "$name = Read-Host 'Your name'"),
            @Example(title = "A password nobody sees", code = "$secret = Read-Host -Prompt 'Password' -AsSecureString"),
            @Example(title = "Hidden, but kept as text", code = "$pin = Read-Host -Prompt 'PIN' -MaskInput")
        })
final class ReadHost extends Cmdlet {

    @Parameter(position = 0, remaining = true, help = "The question.")
    private @Nullable Object prompt;

    @Parameter(help = "Hides what is typed and gives a secure string.")
    private boolean asSecureString;

    @Parameter(help = "Hides what is typed.")
    private boolean maskInput;

    private boolean answerIsNothing;

    /** The command {@code pause}: waits for the enter key. */
    static CmdletInfo pause() {
        CmdletInfo info = CmdletInfo.of(ReadHost.class);
        return new CmdletInfo(
                "pause",
                info.source(),
                info.errorClass(),
                List.of(),
                info.defaultSet(),
                info.sets(),
                false,
                List.of(),
                "Waits until somebody presses Enter.",
                "As the last line of a script it keeps its window open.",
                List.of(new CmdletInfo.HelpExample("At the end of a script", "pause")),
                ReadHost::pausing);
    }

    private static ReadHost pausing() {
        ReadHost pause = new ReadHost();
        pause.prompt = "Press Enter to continue...";
        pause.answerIsNothing = true;
        return pause;
    }

    @Override
    protected void process() {
        String question = prompt == null ? "" : Conversion.toText(prompt) + ": ";
        if (!asSecureString && !maskInput) {
            String answer = Answers.line(runtime(), question);
            if (!answerIsNothing) {
                write(answer);
            }
            return;
        }
        char[] secret = Answers.secret(runtime(), question);
        write(asSecureString ? new SecureText(secret) : new String(secret));
    }
}
