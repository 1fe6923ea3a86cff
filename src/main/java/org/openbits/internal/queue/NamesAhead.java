package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Temporary names of files that a job will begin soon, saved many in one commit, so that no file waits for a commit of its
 * own before it is created.
 *
 * <p>A saved name says that a file of that name may be there and is then ours: after a crash the next transfer makes it
 * when it is missing, and Cancel deletes what is there. So a name that was never used leaves nothing behind. A job that
 * loses its place gives such names back. Confined to the queue thread, but for {@link Name#isDurable}.
 */
final class NamesAhead {

    /** So many files are begun while one commit is under way, on a fast disk and network. */
    private static final int WANTED = 32;

    /** A name saved ahead. */
    static final class Name {

        private volatile boolean durable;

        /** Whether the commit that saved it is over. Any thread. */
        boolean isDurable() {
            return durable;
        }
    }

    private final SortedMap<Integer, Name> unused = new TreeMap<>();
    private List<Name> beingSaved = new ArrayList<>();
    /** Files before this one were looked at. */
    private int next;

    /** Whether it is time for the next commit of names. */
    boolean areFew() {
        return unused.size() < WANTED / 2;
    }

    boolean areFewerThanWanted() {
        return unused.size() < WANTED;
    }

    /** The first file to look at, of those from {@code first} on. */
    int from(int first) {
        next = Math.max(next, first);
        return next;
    }

    /** The file was looked at; {@code named} when it got its name in this turn. */
    void add(int index, boolean named) {
        next = index + 1;
        if (named) {
            Name name = new Name();
            unused.put(index, name);
            beingSaved.add(name);
        }
    }

    /** To be run once the names added since the last call are durable. */
    Runnable saved() {
        List<Name> saved = beingSaved;
        beingSaved = new ArrayList<>();
        return () -> saved.forEach(name -> name.durable = true);
    }

    /** The name of a file that begins, if it was saved ahead. */
    @Nullable
    Name take(int index) {
        return unused.remove(index);
    }

    /** The files whose names were not used; from here on they have none. */
    List<Integer> takeAll() {
        List<Integer> files = List.copyOf(unused.keySet());
        unused.clear();
        return files;
    }
}
