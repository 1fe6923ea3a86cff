package org.openbits.internal.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openbits.JobProgress;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.spi.Abort;
import org.openbits.spi.Digest;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;

/**
 * What a file must be, as far as anybody says so: the user, a list of digests that he names, else the server itself. A
 * mirror may have the file of yesterday, so what the first address said before it failed holds for all. Confined to the
 * worker of the download.
 */
final class Expected {

    private final TransferOrder order;
    private final Sources sources;
    private final TemporaryFile file;
    /** Null while nobody says what the digest must be. */
    private @Nullable Verification verification;

    private boolean digestIsTheServers;
    /** What the first address itself said of the digest; null while it said nothing. Mirrors must agree. */
    private @Nullable Digest firstDigest;

    private long firstBytes = JobProgress.SIZE_UNKNOWN;

    Expected(TransferOrder order, Sources sources, TemporaryFile file) {
        this.order = order;
        this.sources = sources;
        this.file = file;
    }

    /** What the user says, or a list he names; the server's own word counts only without them. */
    void learn(Abort abort) throws TransferException {
        String checksum = order.file().checksum();
        String list = order.file().checksumUri();
        if (checksum != null) {
            try {
                verification = new Verification(Digest.parse(checksum), "as the job says", file);
            } catch (IllegalArgumentException e) {
                throw RemoteFaults.unreadableChecksum(checksum, String.valueOf(e.getMessage()));
            }
        } else if (list != null) {
            DownloadRequest request = new DownloadRequest(
                    list,
                    0,
                    DownloadRequest.TO_END,
                    null,
                    sources.settingsFor(list, order.settings()),
                    sources.credentialsFor(list, order.credentials()),
                    abort);
            Digest digest = ChecksumList.fetch(
                    request, sources.protocolFor(list), order.file().remoteName());
            verification = new Verification(digest, "as its list of digests says", file);
        }
    }

    /** An answer of the first address is remembered, one of a mirror is held against it. */
    void compare(DownloadSource source) throws TransferException {
        if (sources.isMirror()) {
            requireLength(source.totalBytes());
        } else {
            firstBytes = source.totalBytes();
            firstDigest = source.digests().isEmpty() ? null : source.digests().get(0);
        }
    }

    /** Believes the digest of an answer, where nobody said more. */
    void believe(DownloadSource source) {
        if (verification == null
                && order.file().ranges().isEmpty()
                && !source.digests().isEmpty()) {
            verification = new Verification(source.digests().get(0), "as the server itself says", file);
            digestIsTheServers = true;
        }
    }

    /** A mirror's file has the length of the first address's. Where a digest says what the file is, a length says no more. */
    void requireLength(long remoteBytes) throws TransferException {
        boolean bothKnown = firstBytes != JobProgress.SIZE_UNKNOWN && remoteBytes != JobProgress.SIZE_UNKNOWN;
        boolean digestDecides = firstDigest != null
                || order.file().checksum() != null
                || order.file().checksumUri() != null;
        if (sources.isMirror() && bothKnown && firstBytes != remoteBytes && !digestDecides) {
            throw RemoteFaults.notTheSameFile(sources.shownName(), remoteBytes, firstBytes);
        }
    }

    /** Another version may come: its server has the word again. */
    void forget() {
        if (digestIsTheServers) {
            Digest said = sources.isMirror() && order.file().ranges().isEmpty() ? firstDigest : null;
            verification = said == null ? null : new Verification(said, "as the first address says", file);
        } else if (verification != null) {
            verification.restart();
        }
    }

    /** Whether somebody says what the digest must be. */
    boolean hasDigest() {
        return verification != null;
    }

    /** So many bytes from the first one on are there. */
    void follow(long contiguousBytes) throws IOException {
        if (verification != null) {
            verification.follow(contiguousBytes);
        }
    }

    /** @throws TransferException when the whole file has another digest */
    void verify(long bytes) throws TransferException, IOException {
        if (verification != null) {
            verification.complete(bytes, sources.shownName());
        }
    }
}
