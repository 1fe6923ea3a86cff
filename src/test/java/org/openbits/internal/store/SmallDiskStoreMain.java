package org.openbits.internal.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionException;

/** Commits to a store on a disk of six megabytes until nothing more goes in, then looks what is there. Says what happens. */
final class SmallDiskStoreMain {

    private static final byte[] VALUE = new byte[10_000];

    private SmallDiskStoreMain() {}

    public static void main(String[] args) throws Exception {
        Path disk = Path.of(args[0]);
        Path ballast = Files.write(disk.resolve("ballast"), new byte[2_500_000]);
        StoreFiles files = DirectoryFiles.in(disk.resolve("jobs"));
        int acknowledged = 0;
        boolean failedBefore = false;
        try (DurableMap map = DurableMap.open(files, Long.MAX_VALUE)) {
            while (true) {
                map.commit(put(acknowledged)).join();
                acknowledged++;
                if (acknowledged % 40 == 0 && !failedBefore) {
                    failedBefore = !isMade(map);
                    if (failedBefore) {
                        map.commit(put(acknowledged++)).join();
                        say("a checkpoint failed and the commits went on");
                    }
                }
            }
        } catch (CompletionException e) {
            say(String.valueOf(e.getMessage()).contains("cannot be written any more") ? "full, and says so" : "" + e);
        }
        Files.delete(ballast);
        try (DurableMap map = DurableMap.open(files, Long.MAX_VALUE)) {
            int missing = 0;
            for (int i = 0; i < acknowledged; i++) {
                missing += Arrays.equals(map.get(key(i)), VALUE) ? 0 : 1;
            }
            say(missing == 0 ? "nothing acknowledged is missing" : missing + " of " + acknowledged + " are missing");
            map.commit(put(acknowledged)).join();
            new ProcessBuilder("mount", "-o", "remount,size=30m", disk.toString())
                    .start()
                    .waitFor();
            say(isMade(map) ? "goes on" : "makes no checkpoint");
        }
    }

    private static boolean isMade(DurableMap map) {
        try {
            map.checkpointNow().join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private static byte[] key(int number) {
        return ("key" + number).getBytes(StandardCharsets.US_ASCII);
    }

    private static Transaction put(int number) {
        Transaction transaction = new Transaction();
        transaction.put(key(number), VALUE);
        return transaction;
    }

    private static void say(String line) {
        System.out.println("store: " + line);
    }
}
