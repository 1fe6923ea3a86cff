package org.openbits.internal.smb;

import java.nio.ByteBuffer;
import java.util.List;
import org.openbits.JobSettings;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;

/** Prints short files of a share, or why not; a process of its own has tickets of its own. */
final class ReadingMain {

    private ReadingMain() {}

    public static void main(String[] names) {
        SmbProtocol protocol = new SmbProtocol();
        for (String name : names) {
            read(protocol, name);
        }
        protocol.close();
        System.exit(0); // the library leaves threads behind
    }

    private static void read(SmbProtocol protocol, String name) {
        DownloadRequest request =
                new DownloadRequest(name, 0, DownloadRequest.TO_END, null, JobSettings.EMPTY, List.of(), new Abort());
        try (DownloadSource source = protocol.open(request)) {
            ByteBuffer bytes = ByteBuffer.allocate(100);
            source.read(bytes);
            System.out.println("read " + new String(bytes.array(), 0, bytes.position()));
        } catch (TransferException | java.io.IOException e) {
            System.out.println("failed " + e.getMessage());
        }
    }
}
