package org.openbits.spi;

/**
 * The ability of a protocol whose open files may change under the reader, as those of a share do: to say anew what
 * version a file is. Asked when all bytes are there and nothing of the file is open any more; only a file that is still of
 * the version that its bytes came from is complete.
 */
public interface Confirming {

    /** The version at this moment. Blocks. */
    Validator version(DownloadRequest request) throws TransferException;
}
