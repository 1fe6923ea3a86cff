package org.openbits.internal.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a directory count. A checkpoint holds all that happened before its generation; the state is the newest
 * checkpoint and every journal from its generation on, without a gap. Generation 1 starts from nothing and has no
 * checkpoint. Anything older is left over from a crash between the last two steps of a checkpoint.
 *
 * @param checkpoint name of the newest checkpoint, or null for none
 * @param journals generations of the journals that count, ascending; empty when there is no store
 * @param leftovers names of files that do not count any more
 */
record Generations(@Nullable String checkpoint, List<Long> journals, List<String> leftovers) {

    private static final String JOURNAL = "journal.";

    /** @throws StoreDamage when a file that must be there is missing */
    static Generations in(StoreFiles files) throws IOException {
        List<String> names = files.list();
        String checkpoint = null;
        long first = 1;
        for (String name : names) {
            long generation = CheckpointFile.generationOf(name);
            if (generation >= first) {
                checkpoint = name;
                first = generation;
            }
        }
        List<Long> journals = new ArrayList<>();
        List<String> leftovers = new ArrayList<>();
        for (String name : names) {
            long generation = journalGeneration(name);
            if (generation >= first) {
                journals.add(generation);
            } else if (!name.equals(checkpoint)) {
                leftovers.add(name);
            }
        }
        journals.sort(null);
        requireNoGap(checkpoint, first, journals);
        return new Generations(checkpoint, journals, leftovers);
    }

    private static void requireNoGap(@Nullable String checkpoint, long first, List<Long> journals) throws StoreDamage {
        if (checkpoint != null && journals.isEmpty()) {
            throw new StoreDamage(Journal.name(first) + " is missing beside " + checkpoint);
        }
        for (int i = 0; i < journals.size(); i++) {
            if (journals.get(i) != first + i) {
                String missing =
                        i == 0 && checkpoint == null ? "checkpoint." + journals.get(0) : Journal.name(first + i);
                throw new StoreDamage(missing + " is missing before " + Journal.name(journals.get(i)));
            }
        }
    }

    private static long journalGeneration(String name) {
        return name.startsWith(JOURNAL) ? parse(name.substring(JOURNAL.length())) : -1;
    }

    /** A generation in a file name, or -1. */
    static long parse(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : -1;
    }
}
