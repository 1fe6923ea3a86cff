/**
 * The narrow waist between the API and the queue: what can be asked of a queue, as asynchronous calls of plain values.
 *
 * <p>{@link org.openbits.internal.channel.JobChannel} has two implementations, the queue itself (embedded, and inside the
 * service) and the socket client; {@link org.openbits.internal.channel.ChannelManager} turns either into the public API,
 * so both behave alike. Knows neither queue nor socket.
 */
@NullMarked
package org.openbits.internal.channel;

import org.jspecify.annotations.NullMarked;
