package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes with one place at which they are read and written, as .NET's FileStream and MemoryStream have it. */
interface SeekableBytes {

    long size() throws IOException;

    /** Where the next byte is read or written. */
    long place() throws IOException;

    void place(long newPlace) throws IOException;

    /** Cuts it, or lengthens it by zeros. */
    void resize(long newSize) throws IOException;

    InputStream input();

    OutputStream output();
}
