package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.SecureText;

/** The way scripts of Windows read a secure string. */
final class SecretsType implements Statics {
    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        Object secret = arguments.isEmpty() ? null : arguments.get(0);
        return switch (method) {
            case "securestringtobstr", "securestringtoglobalallocunicode", "securestringtocotaskmemunicode" -> secret;
            case "ptrtostringauto", "ptrtostringbstr", "ptrtostringuni" ->
                secret instanceof SecureText text ? new String(text.reveal()) : MISSING;
            case "zerofreebstr", "zerofreeglobalallocunicode", "freebstr" -> null;
            default -> MISSING;
        };
    }
}
