package org.openbits.spi;

import java.util.Map;

/**
 * What a protocol needs to find an upload again after the loss of this process. Holds no secret of the job.
 *
 * @param protocol which way of sending made it
 * @param values its own notes, such as the address of the upload
 */
public record UploadSession(String protocol, Map<String, String> values) {

    public UploadSession {
        values = Map.copyOf(values);
    }
}
