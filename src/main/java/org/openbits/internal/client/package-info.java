/**
 * The API over the socket: finds or starts the service of this user, and keeps the conversation with it.
 *
 * <p>Start at {@link org.openbits.internal.client.SocketChannelClient} for the calls, at {@link
 * org.openbits.internal.client.Activation} for how a service is found. Loads neither store nor logging: a client lives for
 * a fraction of a second.
 */
@NullMarked
package org.openbits.internal.client;

import org.jspecify.annotations.NullMarked;
