package org.openbits.internal.client;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.ManagerContract;

/** The manager over the socket of a service process. */
class ServiceManagerTest extends ManagerContract {

    private static ServiceHome home;

    @BeforeAll
    static void makeHome() {
        home = new ServiceHome();
    }

    @AfterAll
    static void endService() {
        home.close();
    }

    @Override
    protected BackgroundCopyManager open() {
        return home.connect();
    }

    @AfterEach
    void emptyQueue() {
        try (BackgroundCopyManager manager = home.connect()) {
            manager.jobs().forEach(BackgroundCopyJob::cancel);
        }
    }
}
