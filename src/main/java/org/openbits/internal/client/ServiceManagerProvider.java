package org.openbits.internal.client;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.internal.channel.ChannelManager;
import org.openbits.internal.home.Home;
import org.openbits.spi.ManagerProvider;

/** The API over the service of this user, or of a home of its own. */
public final class ServiceManagerProvider implements ManagerProvider {

    @Override
    public String name() {
        return "service";
    }

    @Override
    public BackgroundCopyManager open(@Nullable Path home) {
        return open(activation(home, System.getenv()));
    }

    static Activation activation(@Nullable Path home, Map<String, String> environment) {
        String ofUser = environment.get("BITS_HOME");
        Path bitsHome = home != null ? home : ofUser == null || ofUser.isBlank() ? null : Path.of(ofUser);
        return new Activation(bitsHome == null ? Home.ofUser() : Home.below(bitsHome), bitsHome, environment);
    }

    static BackgroundCopyManager open(Connector connector) {
        SocketChannelClient client = new SocketChannelClient(connector);
        try {
            client.connected().get();
            return new ChannelManager(client);
        } catch (InterruptedException e) {
            client.close();
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while connecting to the service");
        } catch (ExecutionException e) {
            client.close();
            if (e.getCause() instanceof BitsException refusal) {
                throw new BitsException(refusal.code(), String.valueOf(refusal.getMessage()), refusal);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
