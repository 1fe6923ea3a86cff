package org.openbits.internal.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openbits.BitsException;
import org.openbits.internal.client.Sighting.Knock;
import org.openbits.internal.home.Account;
import org.openbits.internal.home.PrivateDirectory;
import org.openbits.internal.home.PrivateDirectory.Condition;
import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.MalformedMessageException;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;
import org.openbits.internal.wire.Peer;

/** Looks whether a service is there. Changes nothing but the connection it may leave open in its answer. */
final class Probe {

    private final Path socket;
    private final Duration patience;

    /** @param patience how long a service that accepted may take to say hello */
    Probe(Path socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
    }

    Sighting look() throws IOException {
        UserPrincipal us = Account.current();
        Condition directory = PrivateDirectory.look(socket.resolveSibling(".").normalize(), us);
        if (directory != Condition.FINE) {
            return Sighting.of(directory, Knock.NOT_TRIED);
        }
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return Sighting.of(directory, Knock.NO_SOCKET);
        }
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (ConnectException e) {
            return Sighting.of(directory, Knock.REFUSED);
        } catch (SocketException e) {
            // It was removed since we looked.
            return Sighting.of(directory, Knock.NO_SOCKET);
        }
        if (!Peer.is(channel, us)) {
            channel.close();
            return Sighting.of(directory, Knock.ANOTHER_USER);
        }
        return greet(directory, new LineChannel(channel));
    }

    private Sighting greet(Condition directory, LineChannel lines) {
        AtomicBoolean late = new AtomicBoolean();
        Executor later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
        AtomicBoolean greeted = new AtomicBoolean();
        later.execute(() -> {
            if (!greeted.get()) {
                late.set(true);
                lines.close();
            }
        });
        Knock knock;
        try {
            String line = lines.read();
            greeted.set(true);
            if (line == null) {
                knock = Knock.HUNG_UP;
            } else {
                Message message = Message.parse(line);
                if (message instanceof Message.Note note && note.method().equals(Methods.HELLO)) {
                    return new Sighting(directory, Knock.HELLO, new Link(lines, Hello.of(note.params())));
                }
                // One that leaves may say so to a client that it had no time to greet.
                boolean leaves =
                        message instanceof Message.Note note && note.method().equals(Methods.BYE);
                knock = leaves ? Knock.HUNG_UP : Knock.GARBLED;
            }
        } catch (MalformedMessageException | BitsException e) {
            knock = Knock.GARBLED;
        } catch (IOException e) {
            knock = late.get() ? Knock.SILENCE : Knock.HUNG_UP;
        }
        greeted.set(true);
        lines.close();
        return Sighting.of(directory, knock);
    }
}
