package org.openbits.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.openbits.JobId;
import org.openbits.internal.queue.Records;

/** Transactions for tests of the map, and its state as text that can be compared. */
final class MapStates {

    private MapStates() {}

    static JobId job(int number) {
        return Records.id(number);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Transaction put(Transaction transaction, int job, int file, String value) {
        transaction.put(Keys.file(job(job), file), bytes(value));
        return transaction;
    }

    /** Everything in the map; each key is also asked for by itself. */
    static Map<String, String> stateOf(DurableMap map) {
        Map<String, String> state = new TreeMap<>();
        map.each(Keys.everything(), (key, value) -> {
            String text = new String(value, StandardCharsets.UTF_8);
            if (state.put(HexFormat.of().formatHex(key), text) != null) {
                throw new AssertionError("a key comes twice");
            }
            if (!text.equals(new String(map.get(key), StandardCharsets.UTF_8))) {
                throw new AssertionError("the two ways of reading differ");
            }
        });
        return state;
    }
}
