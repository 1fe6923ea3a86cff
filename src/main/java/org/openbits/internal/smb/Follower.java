package org.openbits.internal.smb;

import jcifs.CIFSContext;
import jcifs.Configuration;
import jcifs.internal.CommonServerMessageBlockRequest;
import jcifs.internal.smb2.ServerMessageBlock2Request;
import jcifs.internal.smb2.ServerMessageBlock2Response;
import org.jspecify.annotations.Nullable;

/**
 * A message id, and nothing else: a request that is never written and has its answer from the start. A request that costs
 * several credits uses up as many ids, and the library takes an id for each request that follows another.
 */
final class Follower extends ServerMessageBlock2Request<Follower.Answered> {

    private final int command;
    private final @Nullable Follower next;

    private Follower(Configuration config, int command, @Nullable Follower next) {
        super(config, command);
        this.command = command;
        this.next = next;
    }

    /** So many of them in a row; null for none. */
    static @Nullable Follower chain(Configuration config, int command, int count) {
        Follower first = null;
        for (int i = 0; i < count; i++) {
            first = new Follower(config, command, first);
        }
        return first;
    }

    @Override
    public @Nullable ServerMessageBlock2Request<?> getNext() {
        return next;
    }

    @Override
    public boolean allowChain(CommonServerMessageBlockRequest other) {
        return true;
    }

    @Override
    public int getCreditCost() {
        return 0;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    protected Answered createResponse(CIFSContext context, ServerMessageBlock2Request<Answered> request) {
        return new Answered(context.getConfig(), command);
    }

    @Override
    protected int writeBytesWireFormat(byte[] to, int at) {
        return 0;
    }

    @Override
    protected int readBytesWireFormat(byte[] from, int at) {
        return 0;
    }

    /** The answer that nobody waits for. */
    static final class Answered extends ServerMessageBlock2Response {

        private Answered(Configuration config, int command) {
            super(config, command);
        }

        @Override
        public void reset() {
            super.reset();
            received();
        }

        @Override
        protected int writeBytesWireFormat(byte[] to, int at) {
            return 0;
        }

        @Override
        protected int readBytesWireFormat(byte[] from, int at) {
            return 0;
        }
    }
}
