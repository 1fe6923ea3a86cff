package org.openbits.shell.pipeline;

import java.util.Map;
import org.openbits.automation.Numbered;

/**
 * .NET's HttpStatusCode: a number that prints as a word.
 *
 * @param number the code of the answer
 */
record HttpStatus(long number) implements Numbered {

    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(200L, "OK"),
            Map.entry(201L, "Created"),
            Map.entry(202L, "Accepted"),
            Map.entry(204L, "NoContent"),
            Map.entry(206L, "PartialContent"),
            Map.entry(301L, "MovedPermanently"),
            Map.entry(302L, "Found"),
            Map.entry(304L, "NotModified"),
            Map.entry(400L, "BadRequest"),
            Map.entry(401L, "Unauthorized"),
            Map.entry(403L, "Forbidden"),
            Map.entry(404L, "NotFound"),
            Map.entry(405L, "MethodNotAllowed"),
            Map.entry(407L, "ProxyAuthenticationRequired"),
            Map.entry(408L, "RequestTimeout"),
            Map.entry(409L, "Conflict"),
            Map.entry(410L, "Gone"),
            Map.entry(413L, "RequestEntityTooLarge"),
            Map.entry(416L, "RequestedRangeNotSatisfiable"),
            Map.entry(429L, "TooManyRequests"),
            Map.entry(500L, "InternalServerError"),
            Map.entry(501L, "NotImplemented"),
            Map.entry(502L, "BadGateway"),
            Map.entry(503L, "ServiceUnavailable"),
            Map.entry(504L, "GatewayTimeout"));

    /** The words of HTTP: {@code Not Found}. */
    String phrase() {
        return toString().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    @Override
    public String toString() {
        return NAMES.getOrDefault(number, Long.toString(number));
    }
}
