package org.openbits.internal.transfer;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.JobProgress;
import org.openbits.internal.file.SafeName;
import org.openbits.internal.transfer.TransferObserver.SourceFacts;
import org.openbits.spi.DownloadSource;

/** What the job is told of a server's answer. */
final class Answers {

    private Answers() {}

    /**
     * @param bytes of the local file, or {@link JobProgress#SIZE_UNKNOWN}
     * @param resumable whether a transfer of this version can go on where it stopped
     */
    static SourceFacts facts(
            TransferOrder order, Sources sources, DownloadSource source, long bytes, boolean resumable) {
        List<String> notes = new ArrayList<>(source.notes());
        if (bytes == JobProgress.SIZE_UNKNOWN) {
            notes.add("The server does not say how long the file is.");
        }
        if (!resumable) {
            notes.add("The server cannot go on where a transfer stopped: an interruption starts this file again.");
        }
        return new SourceFacts(
                bytes,
                resumable,
                source.lastModified(),
                source.responseHeaders(),
                sources.isMirror() ? order.file().remoteName() : source.remoteName(),
                notes,
                order.file().serverMayName() ? localName(order, source.suggestedName()) : null);
    }

    /** Beside where the file would be without it; a file that exists is never the server's to replace. */
    private static @Nullable String localName(TransferOrder order, @Nullable String suggested) {
        String name = suggested == null ? null : SafeName.of(suggested);
        Path named = name == null ? null : Path.of(order.file().localName()).resolveSibling(name);
        return named == null || Files.exists(named, LinkOption.NOFOLLOW_LINKS) ? null : named.toString();
    }
}
