package org.openbits.internal.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.openbits.internal.file.LocalDisk;
import org.openbits.internal.http.HttpProtocol;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Moves a file to a disk of two megabytes, which is full, then is not, then cannot be written. Says what happens. */
final class SmallDiskMain {

    private static final byte[] CONTENT = new byte[1_000_000];

    private SmallDiskMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        new Random(3).nextBytes(CONTENT);
        Path disk = Path.of(args[0]);
        Path ballast = Files.write(disk.resolve("ballast"), new byte[1_500_000]);
        try (FaultyServer server = FaultyServer.serving(CONTENT)) {
            server.always(Fault.CHUNKED_WHOLE);
            move("unknown length", server, disk);
            server.recovered();
            move("known length", server, disk);
            Files.delete(ballast);
            move("with room", server, disk);
        }
        LocalDisk local = new LocalDisk(new Random(1));
        new ProcessBuilder("mount", "-o", "remount,ro", disk.toString()).start().waitFor();
        try {
            local.publish(disk.resolve("BIT0.tmp"), disk.resolve("final"), null);
            say("published");
        } catch (IOException e) {
            say("not published, " + (Files.exists(disk.resolve("final")) ? "half" : "nothing") + " there");
        }
        new ProcessBuilder("mount", "-o", "remount,rw", disk.toString()).start().waitFor();
        local.publish(disk.resolve("BIT0.tmp"), disk.resolve("final"), null);
        say("published " + verdict(disk.resolve("final")));
    }

    private static void move(String what, FaultyServer server, Path disk) throws IOException {
        Path temporary = disk.resolve("BIT0.tmp");
        Recorder observer = new Recorder();
        try (FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime)) {
            engine.start(observer.again(Recorder.order(server.url(), temporary)), observer);
            String end = observer.awaitEnd();
            say(what + ": " + end + " "
                    + (observer.failure() == null
                            ? verdict(temporary)
                            : observer.failure().severity()));
        }
    }

    private static String verdict(Path file) throws IOException {
        return Arrays.equals(Files.readAllBytes(file), CONTENT) ? "right" : "wrong";
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
