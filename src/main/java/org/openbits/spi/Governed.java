package org.openbits.spi;

import java.util.Set;

/** The ability of a protocol to do what policies allow. */
public interface Governed {

    /** What is allowed from here on; nothing is before the first call. Transfers under way are not touched. No I/O. */
    void allow(Set<Permission> permissions);
}
