/**
 * Files on SMB shares: UNC names and {@code smb:} URLs, dialects 2.1 to 3.1.1, on jcifs-ng.
 *
 * <p>Start at {@link org.openbits.internal.smb.SmbProtocol}. {@link org.openbits.internal.smb.Share} is one connection
 * with one share; it sends the requests of MS-SMB2 itself, because the library's own file classes read 64 KiB a request
 * and open files again behind the caller's back. Nothing of the library is loaded before the first name is opened.
 */
@NullMarked
package org.openbits.internal.smb;

import org.jspecify.annotations.NullMarked;
