package org.openbits.internal.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one client at a time start a service. A file lock tells processes apart and ends with its process; inside this
 * process, where file locks do not, a lock does. Taken in that order: {@link #IN_PROCESS}, then the file.
 */
final class StartLock implements AutoCloseable {

    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for its turn. The directory exists. */
    static StartLock in(Path directory) throws IOException {
        IN_PROCESS.lock();
        try {
            FileChannel channel = FileChannel.open(
                    directory.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
                return new StartLock(channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            IN_PROCESS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            IN_PROCESS.unlock();
        }
    }
}
