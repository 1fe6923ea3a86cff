package org.openbits.internal.client;

/** Makes connections to the service of one home. */
interface Connector {

    /**
     * A fresh connection; starts the service when there is none. Blocks; called on the reading thread of a conversation,
     * which nobody interrupts.
     *
     * @throws org.openbits.BitsException ERROR_SERVICE_NOT_ACTIVE, with what was tried and what to do
     */
    Link connect();
}
