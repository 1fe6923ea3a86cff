package org.openbits.internal.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyManager;
import org.openbits.internal.channel.ChannelManager;
import org.openbits.internal.home.Home;
import org.openbits.spi.ManagerProvider;

/** The API over a queue in this process. */
public final class EmbeddedManagerProvider implements ManagerProvider {

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public BackgroundCopyManager open(@Nullable Path home) {
        Engine engine = Composition.open(home == null ? Home.ofUser() : Home.below(home));
        return new ChannelManager(engine.channel(), engine::close);
    }
}
