package org.openbits.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The time that a wait without a limit of its own takes at most: it only keeps what hangs from hanging for ever, so that a
 * slow machine, or one that stands still for a moment, fails no test. Found by JUnit, in every module.
 */
public final class Patience implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }
}
