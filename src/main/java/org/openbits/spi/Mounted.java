package org.openbits.spi;

import java.nio.file.Path;

/** The ability of a protocol whose remote names are files of this machine, those of mounted shares included. */
public interface Mounted {

    /**
     * The file of a remote name. No I/O.
     *
     * @throws org.openbits.BitsException when the name is not of legal form
     */
    Path pathOf(String remoteName);
}
