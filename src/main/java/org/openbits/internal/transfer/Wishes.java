package org.openbits.internal.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.FileRange;
import org.openbits.internal.transfer.Checkpoint.Range;
import org.openbits.internal.transfer.Layout.Gap;
import org.openbits.spi.TransferException;

/**
 * Which bytes of a file are to come first: the parts somebody asked for, then, where not only they are wanted, the rest.
 * Confined to the worker of the download.
 */
final class Wishes {

    private final TransferOrder order;
    private final Ledger ledger;
    /** Whether the server was found to send files from their first byte on only. */
    private boolean inOrderOnly;

    Wishes(TransferOrder order, Ledger ledger) {
        this.order = order;
        this.ledger = ledger;
    }

    /** The server has no parts: where parts were a wish it is given up, where nothing else will do it fails. */
    void takeInOrder(String shownName) throws TransferException {
        requireNoDemand(shownName);
        inOrderOnly = true;
    }

    /** What must come in parts cannot come from a server that has none. */
    void requireNoDemand(String shownName) throws TransferException {
        if (order.demand().only()) {
            throw RemoteFaults.noRandomAccess(shownName);
        }
    }

    /** Of a wish that is only a hint, what lies beyond the end is passed over. */
    void requireWithin(long remoteBytes, String shownName) throws TransferException {
        for (FileRange range : order.demand().first()) {
            if (!order.demand().only()) {
                return;
            }
            if (range.offset() >= remoteBytes || Demand.end(range, remoteBytes) > remoteBytes) {
                throw RemoteFaults.rangeBeyondTheEnd(range, remoteBytes, shownName);
            }
        }
    }

    /**
     * Whether all bytes that may be fetched are there, and others are not.
     *
     * @param layout null while the length of the file is not known
     */
    boolean areMet(@Nullable Layout layout) {
        return order.demand().only()
                && (layout == null
                        ? order.demand().first().isEmpty()
                        : next(layout) == null && layout.firstGap(ledger) != null);
    }

    /** The next bytes of a file of known length; null when there are none to fetch. */
    @Nullable
    Gap next(Layout layout) {
        for (FileRange range : order.demand().first()) {
            long end = Math.min(layout.localBytes(), Demand.end(range, layout.localBytes()));
            Range gap = inOrderOnly ? null : ledger.firstGap(range.offset(), end);
            if (gap != null) {
                return new Gap(gap.start(), gap.start(), gap.end() - gap.start());
            }
        }
        return order.demand().only() ? null : layout.firstGap(ledger);
    }

    /** What to ask for while nothing is known of the file. */
    Gap first() {
        List<FileRange> ranges = order.file().ranges();
        if (!ranges.isEmpty()) {
            FileRange first = ranges.get(0);
            return new Gap(0, first.offset(), Demand.end(first, Long.MAX_VALUE) - first.offset());
        }
        if (!order.demand().first().isEmpty() && ledger.heldBytes() == 0 && !inOrderOnly) {
            FileRange first = order.demand().first().get(0);
            return new Gap(first.offset(), first.offset(), Demand.end(first, Long.MAX_VALUE) - first.offset());
        }
        return new Gap(ledger.end(), ledger.end(), Long.MAX_VALUE - ledger.end());
    }
}
