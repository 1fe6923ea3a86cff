package org.openbits.spi;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyManager;

/** Makes managers; found by {@link java.util.ServiceLoader}. Loading one must cost nothing until it is opened. */
public interface ManagerProvider {

    /** {@code service} or {@code embedded}. */
    String name();

    /** @param home where state lives, or null for this user's own place */
    BackgroundCopyManager open(@Nullable Path home);
}
