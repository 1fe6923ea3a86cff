package org.openbits.shell.pipeline;

import java.util.function.Consumer;
import org.openbits.automation.CustomObject;

/** An object of a script that tells when something happens; from any thread. */
interface EventSource {

    /**
     * Begins to tell.
     *
     * @param event the name, in any case
     * @param listener gets the arguments of each event
     * @return ends it; null when there is no such event
     */
    @org.jspecify.annotations.Nullable
    Runnable listen(String event, Consumer<CustomObject> listener);
}
