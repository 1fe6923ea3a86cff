package org.openbits.internal.store;

import java.io.IOException;

/** What is on disk cannot be what the store wrote. Other failures to read (rights, a broken disk) are no damage. */
final class StoreDamage extends IOException {

    private static final long serialVersionUID = 1;

    StoreDamage(String message) {
        super(message);
    }
}
