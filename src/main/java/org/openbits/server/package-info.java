/**
 * The BITS server: the files of one directory over HTTP, with ranges, and uploads by {@code BITS_POST}. Start reading at
 * {@link org.openbits.server.BitsServer}; {@link org.openbits.server.ServedDirectory} is what keeps every request inside the
 * directory. Knows nothing of jobs, of the shell or of the job service, and runs in a process of its own.
 */
@NullMarked
package org.openbits.server;

import org.jspecify.annotations.NullMarked;
