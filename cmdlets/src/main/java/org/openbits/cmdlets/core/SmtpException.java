package org.openbits.cmdlets.core;

import java.io.IOException;
import org.openbits.automation.NetNamed;

/** What a mail server refused, or what it cannot do. */
final class SmtpException extends IOException implements NetNamed {

    private static final long serialVersionUID = 1L;

    SmtpException(String message) {
        super(message);
    }

    @Override
    public String netName() {
        return "System.Net.Mail.SmtpException";
    }
}
