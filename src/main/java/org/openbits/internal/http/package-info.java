/**
 * http and https on Apache HttpClient 5: ranges, validators, redirects, authentication, proxies.
 *
 * <p>Start at {@link org.openbits.internal.http.HttpProtocol}: it opens a file with one GET, never a HEAD, and judges the
 * answer. What a status or a failure means stands in one table, {@link org.openbits.internal.http.Verdicts}. Knows
 * nothing of jobs' states, local files or checkpoints.
 */
@NullMarked
package org.openbits.internal.http;

import org.jspecify.annotations.NullMarked;
