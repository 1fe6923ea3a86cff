package org.openbits.automation;

import java.io.InputStream;

/** An object of a script that bytes can be read from: a stream. */
public interface ByteSource {

    /**
     * Where the next byte comes from.
     *
     * @throws IllegalStateException when it can only be written
     */
    InputStream input();
}
