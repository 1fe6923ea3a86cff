/**
 * Messages and framing between client and service: JSON-RPC 2.0, one object a line, over a Unix domain socket.
 *
 * <p>Start at {@link org.openbits.internal.wire.Message}, then {@link org.openbits.internal.wire.Methods}. Knows neither
 * queue nor processes. Uses Jackson's streaming core only: a client lives for a fraction of a second, and data binding
 * would double its start.
 */
@NullMarked
package org.openbits.internal.wire;

import org.jspecify.annotations.NullMarked;
