package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openbits.JobSettings;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** A host that says it has too much to do is asked less. */
class HostGatesTest {

    private final AtomicLong now = new AtomicLong(1);
    private final HostGates gates = new HostGates(8, now::get);

    @Test
    void halvesWhatIsOpenWhenTheHostComplains() throws Exception {
        enter(6);
        gates.complained("h");
        leave(6);

        enter(3);
        assertThat(isLetIn()).isFalse();
    }

    @Test
    void takesManyRefusalsAtOnceForOneComplaint() throws Exception {
        enter(8);
        gates.complained("h");
        gates.complained("h");
        gates.complained("h");
        leave(8);

        enter(4);
        assertThat(isLetIn()).isFalse();
    }

    @Test
    void alwaysLeavesOneAndAsksForMoreStepByStep() throws Exception {
        enter(1);
        gates.complained("h");
        assertThat(isLetIn()).isFalse();

        now.addAndGet(Duration.ofSeconds(30).toNanos());
        enter(1);
        assertThat(isLetIn()).isFalse();

        now.addAndGet(Duration.ofSeconds(30).toNanos());
        enter(2);
        assertThat(isLetIn()).isFalse();
    }

    @Test
    void letsTheNextInWhenOneLeaves() throws Exception {
        enter(8);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> enterUnchecked(new Abort()));

        gates.leave("h");

        waiting.get(2, TimeUnit.MINUTES);
    }

    @Test
    void anAbortEndsTheWait() throws Exception {
        enter(8);
        Abort abort = new Abort();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> enterUnchecked(abort));

        abort.abort();

        assertThatThrownBy(() -> waiting.get(2, TimeUnit.MINUTES)).hasRootCauseInstanceOf(TransferException.class);
    }

    @Test
    void otherHostsDoNotMatter() throws Exception {
        enter(8);
        gates.enter("other", new Abort());
    }

    @Test
    void aServerThatIsBusyGetsFewerConnections() throws Exception {
        try (HttpProtocol protocol = new HttpProtocol();
                FaultyServer server = FaultyServer.serving(new byte[1000])) {
            List<DownloadSource> open = new ArrayList<>(List.of(open(protocol, server), open(protocol, server)));
            server.faults(Fault.retryAfter(429, "1"));
            assertThatThrownBy(() -> open(protocol, server)).isInstanceOf(TransferException.class);
            open.remove(0).close();

            CompletableFuture<DownloadSource> second = CompletableFuture.supplyAsync(() -> {
                try {
                    return open(protocol, server);
                } catch (TransferException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(server.requests()).hasSize(3);

            open.remove(0).close();
            second.get(2, TimeUnit.MINUTES).close();
        }
    }

    private static DownloadSource open(HttpProtocol protocol, FaultyServer server) throws TransferException {
        return protocol.open(new DownloadRequest(
                server.url(), 0, DownloadRequest.TO_END, null, JobSettings.EMPTY, List.of(), new Abort()));
    }

    private void enter(int times) throws TransferException {
        for (int i = 0; i < times; i++) {
            gates.enter("h", new Abort());
        }
    }

    private void enterUnchecked(Abort abort) {
        try {
            gates.enter("h", abort);
        } catch (TransferException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leave(int times) {
        for (int i = 0; i < times; i++) {
            gates.leave("h");
        }
    }

    /** Whether one more would be let in at once; does not stay in. */
    private boolean isLetIn() throws Exception {
        Abort abort = new Abort();
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> enterUnchecked(abort));
        try {
            one.get(100, TimeUnit.MILLISECONDS);
            gates.leave("h");
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            abort.abort();
            one.handle((nothing, failure) -> nothing).get(2, TimeUnit.MINUTES);
            return false;
        }
    }
}
