package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.internal.home.PrivateDirectory;
import org.openbits.internal.wire.Build;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;

/** A client meets services of other ages; these are played by the test, what replaces them is real. */
class ReplacementTest {

    private static final Build ANCIENT = new Build("0", -1);

    private final ServiceHome home = new ServiceHome();
    private ServerSocketChannel other;
    private volatile boolean retired;

    @BeforeEach
    void makeDirectory() throws IOException {
        PrivateDirectory.create(home.home().runtime());
    }

    @AfterEach
    void end() throws IOException {
        if (other != null) {
            other.close();
        }
        home.close();
    }

    @Test
    void anIdleOlderServiceMakesRoom() throws IOException {
        play(new Hello(Methods.PROTOCOL, ANCIENT, 1), true);

        try (BackgroundCopyManager manager = home.connect()) {
            assertThat(manager.jobs()).isEmpty();
        }
        assertThat(retired).isTrue();
        assertThat(home.process().pid()).isNotEqualTo(1);
    }

    @Test
    void anIdleServiceOfAnOlderProtocolMakesRoom() throws IOException {
        play(new Hello(Methods.PROTOCOL - 1, ANCIENT, 1), true);

        home.connect().close();

        assertThat(home.process().pid()).isNotEqualTo(1);
    }

    @Test
    void aBusyOlderServiceIsUsed() throws IOException {
        play(new Hello(Methods.PROTOCOL, ANCIENT, 4711), false);

        home.connect().close();

        assertThat(retired).isFalse();
        assertThat(home.home().state()).doesNotExist();
        leave();
    }

    @Test
    void aBusyServiceOfAnOlderProtocolIsNamed() throws IOException {
        play(new Hello(Methods.PROTOCOL - 1, ANCIENT, 4711), false);

        assertThatThrownBy(home::connect)
                .isInstanceOf(BitsException.class)
                .hasMessageContaining("process 4711")
                .hasMessageContaining("bits service stop");
        leave();
    }

    @Test
    void aServiceOfANewerProtocolIsNamed() throws IOException {
        play(new Hello(Methods.PROTOCOL + 1, ANCIENT, 4711), true);

        assertThatThrownBy(home::connect).isInstanceOf(BitsException.class).hasMessageContaining("too new");
        assertThat(retired).isFalse();
        leave();
    }

    /** The service is real: what it says must make the clients of the protocol before give up with a word, not guess. */
    @Test
    void aClientOfTheProtocolBeforeIsToldThatTheServiceIsTooNew() throws IOException {
        home.connect().close();
        long pid = home.process().pid();
        Hello old = new Hello(Methods.PROTOCOL - 1, ANCIENT, 0);
        Activation activation = new Activation(home.home(), home.directory(), Map.of(), old);

        assertThatThrownBy(activation::connect)
                .isInstanceOf(BitsException.class)
                .hasMessageContaining("process " + pid)
                .hasMessageContaining("too new for this program; use the program that came with it");
        assertThat(home.process().pid()).isEqualTo(pid);
    }

    /** Such a client may still stop it, which needs no more than the one request that never changes. */
    @Test
    void aRequestOfAnOlderProtocolIsRefusedByName() throws IOException {
        home.connect().close();
        Activation activation =
                new Activation(home.home(), home.directory(), Map.of(), new Hello(Methods.PROTOCOL - 1, ANCIENT, 0));
        try (Link link = Objects.requireNonNull(activation.find())) {
            assertThat(link.service().protocol()).isEqualTo(Methods.PROTOCOL);
            assertThatThrownBy(() -> Activation.ask(link, "job.list"))
                    .isInstanceOf(BitsException.class)
                    .hasMessageContaining("'job.list'");
        }
    }

    @Test
    void aStrangerAtTheSocketIsNotTalkedTo() throws IOException {
        other = listen();
        new Thread(() -> {
                    try (LineChannel client = new LineChannel(other.accept())) {
                        client.write("220 mail ready");
                        client.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .start();

        assertThatThrownBy(home::connect).isInstanceOf(BitsException.class).hasMessageContaining("end that program");
        leave();
    }

    /** Another client had just made it leave: it says goodbye before it could greet, or hangs up on the question. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServiceThatLeavesAtThisMomentIsReplaced(boolean greets) throws IOException {
        other = listen();
        new Thread(() -> {
                    try (LineChannel client = new LineChannel(other.accept())) {
                        if (greets) {
                            new Hello(Methods.PROTOCOL, ANCIENT, 1).toNote().lines(client::write);
                            client.read();
                        }
                        new Message.Note(Methods.BYE, Fields.empty().put("reason", "retire")).lines(client::write);
                        leave();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .start();

        home.connect().close();

        assertThat(home.process().pid()).isNotEqualTo(1);
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(home.home().socket()));
    }

    private void leave() throws IOException {
        other.close();
        Files.deleteIfExists(home.home().socket());
    }

    /** Says hello to everybody, and to a wish to retire yes or no; a yes is kept. */
    private void play(Hello hello, boolean idle) throws IOException {
        other = listen();
        new Thread(() -> {
                    try {
                        while (true) {
                            serve(new LineChannel(other.accept()), hello, idle);
                        }
                    } catch (IOException e) {
                        // The test, or the service itself, closed the socket.
                        return;
                    }
                })
                .start();
    }

    private void serve(LineChannel client, Hello hello, boolean idle) throws IOException {
        try (client) {
            hello.toNote().lines(client::write);
            String line;
            while ((line = client.read()) != null) {
                Message.Request request = (Message.Request) Message.parse(line);
                assertThat(request.method()).isEqualTo(Methods.RETIRE);
                new Message.Reply(request.id(), Fields.empty().put("leaving", idle)).lines(client::write);
                if (idle) {
                    retired = true;
                    leave();
                }
            }
        }
    }
}
