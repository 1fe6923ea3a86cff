package org.openbits;

/** What an HTTP status means, in words a user can act on. */
final class HttpStatus {

    private HttpStatus() {}

    static String meaning(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> "The server redirects to another address.";
            case 400 -> "The server could not understand the request.";
            case 401 -> "Access is denied; the server asks for credentials.";
            case 403 -> "The server refuses access to the requested file.";
            case 404 -> "The requested URL does not exist on the server.";
            case 405 -> "The server does not allow this method for the URL.";
            case 407 -> "The proxy asks for credentials.";
            case 408 -> "The server gave up waiting for the request.";
            case 409 -> "The request conflicts with the state of the file on the server.";
            case 410 -> "The requested file is gone from the server for good.";
            case 411 -> "The server requires a length.";
            case 412 -> "A condition of the request does not hold on the server.";
            case 413 -> "The file is larger than the server accepts.";
            case 414 -> "The URL is longer than the server accepts.";
            case 416 -> "The requested range is not part of the file.";
            case 425 -> "The server is not ready to process the request yet.";
            case 429 -> "The server asks for fewer requests.";
            case 500 -> "The server had an internal error.";
            case 501 -> "The server does not support this request.";
            case 502 -> "A gateway got an invalid response from the server behind it.";
            case 503 -> "The server is overloaded or down for maintenance.";
            case 504 -> "A gateway got no answer from the server behind it in time.";
            case 505 -> "The server does not support this version of HTTP.";
            default -> "The server answered with an unexpected status.";
        };
    }
}
