package org.openbits.internal.transfer;

/** Lets several threads of one transfer tell its observer, one at a time, and nothing after the last call. */
final class SerialObserver implements TransferObserver {

    private final TransferObserver observer;
    private boolean ended;

    SerialObserver(TransferObserver observer) {
        this.observer = observer;
    }

    @Override
    public synchronized void connecting() {
        if (!ended) {
            observer.connecting();
        }
    }

    @Override
    public synchronized void transferring(SourceFacts facts) {
        if (!ended) {
            observer.transferring(facts);
        }
    }

    @Override
    public synchronized void received(SourceFacts facts) {
        if (!ended) {
            observer.received(facts);
        }
    }

    @Override
    public synchronized void progress(long bytesTransferred) {
        if (!ended) {
            observer.progress(bytesTransferred);
        }
    }

    @Override
    public synchronized void checkpoint(Checkpoint checkpoint) {
        if (!ended) {
            observer.checkpoint(checkpoint);
        }
    }

    @Override
    public synchronized void checkpoint(Checkpoint checkpoint, Runnable saved) {
        if (!ended) {
            observer.checkpoint(checkpoint, saved);
        }
    }

    @Override
    public synchronized void startsOver(Runnable forgotten) {
        if (!ended) {
            observer.startsOver(forgotten);
        }
    }

    @Override
    public synchronized void finished(SourceFacts facts, long bytes) {
        ended = true;
        observer.finished(facts, bytes);
    }

    @Override
    public synchronized void demandMet() {
        ended = true;
        observer.demandMet();
    }

    @Override
    public synchronized void failed(Failure failure) {
        ended = true;
        observer.failed(failure);
    }

    @Override
    public synchronized void stopped() {
        ended = true;
        observer.stopped();
    }
}
