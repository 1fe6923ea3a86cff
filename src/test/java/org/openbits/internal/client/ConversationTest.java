package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.internal.channel.ChannelManager;
import org.openbits.internal.wire.Build;
import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.LineChannel;

/** Whatever goes wrong on the threads of a conversation, nobody waits for an answer that cannot come. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConversationTest {

    @Test
    void whoConnectsHearsOfAFaultOfTheProgram() {
        assertThatThrownBy(() -> ServiceManagerProvider.open((Connector) () -> {
                    throw new IllegalStateException("the test said so");
                }))
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERROR_SERVICE_NOT_ACTIVE))
                .hasMessageContaining("the test said so");
    }

    @Test
    void whoAsksHearsOfAnAnswerThatCannotBeRead() throws IOException {
        Path directory = Files.createTempDirectory("bits");
        Path socket = directory.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread service = new Thread(() -> answerNonsense(server));
            service.setDaemon(true);
            service.start();
            Connector connector = () -> {
                try {
                    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                    return new Link(new LineChannel(channel), Hello.ofThisProgram());
                } catch (IOException e) {
                    throw new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, e.toString(), e);
                }
            };
            try (BackgroundCopyManager manager = new ChannelManager(new SocketChannelClient(connector))) {
                assertThatThrownBy(() -> manager.history(false, 1))
                        .isInstanceOfSatisfying(
                                BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E_FAIL));
            }
        } finally {
            Files.delete(socket);
            Files.delete(directory);
        }
    }

    /** Whether it waits for a call or for an answer. */
    @Test
    void whoAsksHearsWhenSomebodyInterruptsAThreadOfTheConversation() throws Exception {
        Path directory = Files.createTempDirectory("bits");
        Path socket = directory.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Connector connector = () -> {
                try {
                    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                    return new Link(new LineChannel(channel), Hello.ofThisProgram());
                } catch (IOException e) {
                    throw new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, e.toString(), e);
                }
            };
            for (String name : new String[] {"bits-client-reader", "bits-client-writer"}) {
                Set<Thread> before = Thread.getAllStackTraces().keySet();
                try (BackgroundCopyManager manager = new ChannelManager(new SocketChannelClient(connector))) {
                    CompletableFuture<?> asked = CompletableFuture.runAsync(() -> manager.history(false, 1));
                    try (LineChannel service = new LineChannel(server.accept())) {
                        service.read(); // the call is under way: an interrupt before it would end an idle conversation
                        for (Thread thread : Thread.getAllStackTraces().keySet()) {
                            if (thread.getName().equals(name) && !before.contains(thread)) {
                                thread.interrupt();
                            }
                        }
                        assertThatThrownBy(() -> asked.get(60, TimeUnit.SECONDS))
                                .as(name)
                                .hasCauseInstanceOf(BitsException.class);
                    }
                }
            }
        } finally {
            Files.delete(socket);
            Files.delete(directory);
        }
    }

    private static void answerNonsense(ServerSocketChannel server) {
        try (LineChannel lines = new LineChannel(server.accept())) {
            String request = lines.read();
            String id = String.valueOf(request).replaceAll(".*\"id\":([0-9]+).*", "$1");
            lines.write("{\"jsonrpc\":\"2.0\",\"id\":" + id
                    + ",\"result\":{\"items\":[{\"files\":[],\"time\":\"soon\"}]}}");
            lines.read();
        } catch (IOException e) {
            // The client went away, which ends the test.
        }
    }

    @Test
    void buildsMayBeNumberedByTheTime() {
        assertThat(new Build("20261128180036", 0).isNewerThan(new Build("20261128180035", 0)))
                .isTrue();
        assertThat(new Build("0.1.0", 0).isNewerThan(new Build("20261128180035", 0)))
                .isFalse();
    }
}
