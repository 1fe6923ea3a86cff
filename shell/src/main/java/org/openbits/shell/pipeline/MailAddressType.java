package org.openbits.shell.pipeline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;

/** {@code [System.Net.Mail.MailAddress]}, by which scripts tell whether a text is an address. */
final class MailAddressType implements Statics {

    private static final Pattern FORM =
            Pattern.compile("(?:\"?([^\"<>]*?)\"?\\s*<)?([^\\s<>@,;\"]+)@([^\\s<>@,;\"]+)>?");

    @Override
    public Object create(List<@Nullable Object> arguments) {
        String text = StaticTypes.text(arguments, 0).strip();
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || text.endsWith(".") || text.contains("..")) {
            throw new NetException(
                    "System.FormatException",
                    "The specified string is not in the form required for an e-mail address.",
                    null);
        }
        String name = arguments.size() > 1 ? StaticTypes.text(arguments, 1) : parts.group(1);
        return new CustomObject("System.Net.Mail.MailAddress")
                .add("DisplayName", name == null ? "" : name)
                .add("User", parts.group(2))
                .add("Host", parts.group(3))
                .add("Address", parts.group(2) + "@" + parts.group(3));
    }
}
