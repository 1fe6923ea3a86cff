package org.openbits.internal.http;

import java.time.Duration;

/**
 * How long the client waits and how much it takes.
 *
 * @param connect for a connection, TLS included
 * @param firstByte from the request to the head of the answer
 * @param answer from the last byte of a body that was sent to the head of the answer: the server may have to store it, or its
 *     application to work on it (BITS: 5 minutes)
 * @param stall between two bytes of a body
 * @param headerLine characters of the longest header or chunk-size line
 * @param headerCount header lines of one answer
 * @param redirects how many are followed for one file
 * @param connectionsPerHost kept for one host
 * @param connections kept in all
 * @param channelBody a body at least so long is read from its channel, without copies; below, watching over that costs more
 */
record HttpLimits(
        Duration connect,
        Duration firstByte,
        Duration answer,
        Duration stall,
        int headerLine,
        int headerCount,
        int redirects,
        int connectionsPerHost,
        int connections,
        long channelBody) {

    /**
     * For a connection with all it takes: a place in the pool, several addresses of a host, TLS, whose time-out counts from
     * byte to byte only.
     */
    Duration connecting() {
        return connect.multipliedBy(4);
    }

    static final HttpLimits DEFAULT = new HttpLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(6),
            Duration.ofSeconds(60),
            32 << 10,
            200,
            10,
            32,
            64,
            1 << 20);
}
