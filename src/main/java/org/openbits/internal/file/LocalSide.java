package org.openbits.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a queue does to local files. Blocks; never called on the queue thread. An interface so that faults can be put in. */
public interface LocalSide {

    /**
     * Checks a destination before a job accepts it: absolute, a legal name, its directory exists and can be written, and
     * it is not a directory itself.
     *
     * @throws org.openbits.BitsException E_INVALIDARG, ERROR_PATH_NOT_FOUND or E_ACCESSDENIED, with what, where and why
     */
    void checkDestination(String localName);

    /**
     * Checks a file that a job is to send: absolute, there, a file, and readable.
     *
     * @throws org.openbits.BitsException E_INVALIDARG, ERROR_FILE_NOT_FOUND or E_ACCESSDENIED, with what, where and why
     */
    void checkSource(String localName);

    /** A fresh temporary name beside the destination: {@code BIT} + 8 hexadecimal digits + {@code .tmp}. No I/O. */
    Path temporaryFor(Path destination);

    /**
     * Gives a finished file its name: an atomic rename that replaces what was there and keeps its mode, with the time of
     * its source, forced together with its directory. Repeatable: when the temporary file is gone and the destination is
     * there, an earlier call did it.
     */
    void publish(Path temporary, Path destination, @Nullable Instant lastModified) throws IOException;

    /**
     * A finished file and the name it is to get; see {@link #publish(Path, Path, Instant)}.
     *
     * @param bytes how long it is, or -1 when that is not known: a file of another length is not the one that was finished
     * @param mayReplace whether a file that has the destination's name already gives way
     * @param origin whose owner, group and mode it takes as far as this process may, or null for none
     * @param notes hears a sentence for each of these that it could not take
     */
    record Publication(
            Path temporary,
            Path destination,
            @Nullable Instant lastModified,
            long bytes,
            boolean mayReplace,
            @Nullable AccessOrigin origin,
            Consumer<String> notes) {

        /** Without an origin; replaces what is there. */
        public Publication(Path temporary, Path destination, @Nullable Instant lastModified, long bytes) {
            this(temporary, destination, lastModified, bytes, true, null, note -> {});
        }
    }

    /**
     * The same for many files, whose forces may be shared; a failure of one does not keep the others.
     *
     * @return for each, in their order, what went wrong, or null
     */
    default List<@Nullable IOException> publish(List<Publication> files) {
        List<@Nullable IOException> outcomes = new ArrayList<>();
        for (Publication file : files) {
            try {
                publish(file.temporary(), file.destination(), file.lastModified());
                outcomes.add(null);
            } catch (IOException e) {
                outcomes.add(e);
            }
        }
        return outcomes;
    }

    /** Deletes an unfinished file; one that is not there is no error. */
    void discard(Path temporary) throws IOException;
}
