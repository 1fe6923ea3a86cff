package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.Message;

class OutboxTest {

    private final AtomicInteger answered = new AtomicInteger();
    private final Outbox outbox = new Outbox(answered::incrementAndGet);
    private final JobInfo job = FakeQueue.info(JobId.random(), JobSpec.download("a"), JobState.TRANSFERRING);

    @Test
    void ofManyModificationsOfAJobOnlyTheNewestIsSent() throws IOException {
        for (JobState state : List.of(JobState.QUEUED, JobState.CONNECTING, JobState.TRANSFERRING)) {
            outbox.put(event(JobEvent.Kind.MODIFICATION, FakeQueue.info(job.id(), JobSpec.download("a"), state), -1));
        }
        outbox.put(event(JobEvent.Kind.FILE_TRANSFERRED, job, 0));
        outbox.put(event(JobEvent.Kind.FILE_TRANSFERRED, job, 1));

        List<String> lines = written();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("MODIFICATION", "TRANSFERRING");
        assertThat(lines.get(2)).contains("\"file\":1");
    }

    @Test
    void answersGoFirstAndAreCounted() throws IOException {
        outbox.put(event(JobEvent.Kind.MODIFICATION, job, -1));
        outbox.put(new Message.Reply(7, Fields.empty()));

        assertThat(written()).first().asString().contains("\"id\":7");
        assertThat(answered).hasValue(1);
    }

    @Test
    void aListenerHopelesslyBehindIsKnown() {
        int put = 0;
        while (outbox.put(event(JobEvent.Kind.FILE_TRANSFERRED, job, put))) {
            put++;
        }

        assertThat(put).isEqualTo(10_000);
    }

    private List<String> written() throws IOException {
        outbox.end();
        Path directory = Files.createTempDirectory("bits");
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("s"));
        try (ServerSocketChannel server =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
                LineChannel reader = new LineChannel(SocketChannel.open(address))) {
            try (LineChannel writer = new LineChannel(server.accept())) {
                outbox.writeTo(writer);
            }
            List<String> lines = new ArrayList<>();
            String line;
            while ((line = reader.read()) != null) {
                lines.add(line);
            }
            return lines;
        } finally {
            Files.delete(address.getPath());
            Files.delete(directory);
        }
    }

    private static JobEvent event(JobEvent.Kind kind, JobInfo job, int file) {
        return new JobEvent(kind, job, file);
    }
}
