package org.openbits.internal.service;

import org.openbits.BackgroundCopyManager;
import org.openbits.ManagerContract;

/** The manager in this process keeps the contract. */
class EmbeddedManagerTest extends ManagerContract {

    @Override
    protected BackgroundCopyManager open() {
        return BackgroundCopyManager.embedded(directory.resolve("home"));
    }
}
