package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openbits.internal.transfer.Checkpoint.Range;

class LedgerTest {

    @Test
    void mergesRangesThatTouchOrOverlap() {
        Ledger ledger = new Ledger();
        ledger.add(10, 20);
        ledger.add(30, 40);
        assertThat(ledger.ranges()).containsExactly(new Range(10, 20), new Range(30, 40));

        ledger.add(20, 30);

        assertThat(ledger.ranges()).containsExactly(new Range(10, 40));
        assertThat(ledger.heldBytes()).isEqualTo(30);
        assertThat(ledger.firstGap(0, 50)).isEqualTo(new Range(0, 10));
        assertThat(ledger.firstGap(10, 50)).isEqualTo(new Range(40, 50));
        assertThat(ledger.firstGap(15, 40)).isNull();
    }

    @Test
    void agreesWithASetOfBitsOnAnySequence() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            Ledger ledger = new Ledger();
            BitSet bits = new BitSet();
            for (int i = 0; i < 20; i++) {
                int start = random.nextInt(90);
                int end = start + 1 + random.nextInt(10);
                ledger.add(start, end);
                bits.set(start, end);
            }
            assertThat(ledger.heldBytes()).isEqualTo(bits.cardinality());
            assertThat(ledger.end()).isEqualTo(bits.length());
            BitSet copy = new BitSet();
            ledger.ranges().forEach(range -> copy.set((int) range.start(), (int) range.end()));
            assertThat(copy).isEqualTo(bits);
            int from = random.nextInt(100);
            int gap = bits.nextClearBit(from);
            Range expected = gap >= 100 ? null : new Range(gap, nextSet(bits, gap));
            assertThat(ledger.firstGap(from, 100)).isEqualTo(expected);
        }
    }

    private static int nextSet(BitSet bits, int from) {
        int next = bits.nextSetBit(from);
        return next < 0 ? 100 : Math.min(100, next);
    }
}
