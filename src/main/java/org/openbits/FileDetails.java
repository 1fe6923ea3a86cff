package org.openbits;

import java.util.List;

/**
 * What is known of a file beyond {@link FileInfo}.
 *
 * @param filledRanges which bytes of the file the disk holds; ascending, not touching. Only bytes that a crash leaves are
 *     named, so a running transfer may hold more
 * @param responseHeaders the header lines of the server's last answer
 */
public record FileDetails(List<FileRange> filledRanges, List<String> responseHeaders) {

    public FileDetails {
        filledRanges = List.copyOf(filledRanges);
        responseHeaders = List.copyOf(responseHeaders);
    }
}
