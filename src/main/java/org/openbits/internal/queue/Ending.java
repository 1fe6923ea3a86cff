package org.openbits.internal.queue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.file.AccessOrigin;
import org.openbits.internal.file.FileKey;
import org.openbits.internal.file.LocalSide;
import org.openbits.internal.queue.JobRecord.Intent;
import org.openbits.spi.TransferProtocol;

/**
 * Complete or Cancel under way: its intent is saved, then its files are named or deleted on a worker, then its record is
 * removed. Every step can be repeated, so a crash between two of them is finished at the next start.
 */
final class Ending {

    final Intent intent;
    /** Who asked; null when the queue itself did. */
    final @Nullable CompletableFuture<Outcome> answer;

    Ending(Intent intent, @Nullable CompletableFuture<Outcome> answer) {
        this.intent = intent;
        this.answer = answer;
    }

    /**
     * What came of the work on the files.
     *
     * @param files the files that changed
     * @param failure the first file that could not get its name, or null
     * @param leftovers whether a temporary file could not be deleted
     * @param notes what the owner should know
     */
    record Result(List<FileRecord> files, @Nullable BitsException failure, boolean leftovers, List<String> notes) {}

    /** The work on the files; blocks. */
    Result work(LocalSide localSide, List<TransferProtocol> protocols, JobRecord job, List<FileRecord> files) {
        return intent == Intent.COMPLETE ? complete(localSide, protocols, job, files) : discard(localSide, files);
    }

    private static Result complete(
            LocalSide localSide, List<TransferProtocol> protocols, JobRecord job, List<FileRecord> files) {
        List<String> notes = new ArrayList<>();
        List<FileRecord> finished = files.stream()
                .filter(file -> file.transferred() && !file.completed())
                .toList();
        Set<Object> named = named(job, files);
        List<@Nullable IOException> outcomes = Uploads.hasTemporary(job.type())
                ? localSide.publish(finished.stream()
                        .map(file -> publication(protocols, job, file, named, notes::add))
                        .toList())
                : Collections.nCopies(finished.size(), null);
        List<FileRecord> changed = new ArrayList<>();
        BitsException failure = null;
        for (int i = 0; i < finished.size(); i++) {
            FileRecord file = finished.get(i);
            IOException outcome = outcomes.get(i);
            if (outcome == null) {
                changed.add(file.withCompleted());
            } else if (failure == null) {
                failure = cannotName(file, Uploads.finalName(job, file), outcome);
            }
        }
        if (failure != null) {
            return new Result(changed, failure, false, notes);
        }
        List<FileRecord> unfinished =
                files.stream().filter(file -> !file.transferred()).toList();
        return new Result(changed, null, discard(localSide, unfinished).leftovers(), notes);
    }

    /** What an earlier Complete, which could not name all files, has named. */
    private static Set<Object> named(JobRecord job, List<FileRecord> files) {
        Set<Object> keys = new HashSet<>();
        for (FileRecord file : files) {
            Object key = file.completed() ? FileKey.of(Path.of(Uploads.finalName(job, file))) : null;
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static LocalSide.Publication publication(
            List<TransferProtocol> protocols,
            JobRecord job,
            FileRecord file,
            Set<Object> named,
            Consumer<String> notes) {
        Path name = Path.of(Uploads.finalName(job, file));
        Object there = named.isEmpty() ? null : FileKey.of(name);
        AccessOrigin origin = AccessFlags.areSet(job) ? AccessFlags.origin(job, file, protocols) : null;
        if (origin == null && AccessFlags.areSet(job)) {
            notes.accept(
                    "The ACL flags did nothing for " + name + ": where it comes from tells no owner, group and mode.");
        }
        return new LocalSide.Publication(
                Path.of(String.valueOf(file.temporaryName())),
                name,
                timeOf(job, file),
                job.type().isUpload() ? -1 : file.bytesTotal(),
                !file.spec().serverMayName() && (there == null || !named.contains(there)),
                origin,
                notes);
    }

    /**
     * Where its source tells none, when it came: so that a file that has the name already is not taken for it when another
     * program removed the transferred one. Saved with the job, and so the same when an ending goes on after a crash.
     */
    private static Instant timeOf(JobRecord job, FileRecord file) {
        Instant ofTheSource = file.lastModified();
        Instant came = job.times().transferCompletion();
        return ofTheSource != null
                ? ofTheSource
                : came != null ? came : job.times().creation();
    }

    private static Result discard(LocalSide localSide, List<FileRecord> files) {
        boolean leftovers = false;
        for (FileRecord file : files) {
            String temporary = file.temporaryName();
            if (temporary != null && file.createdBefore() && !file.completed()) {
                try {
                    localSide.discard(Path.of(temporary));
                } catch (IOException e) {
                    leftovers = true;
                }
            }
        }
        return new Result(List.of(), null, leftovers, List.of());
    }

    private static BitsException cannotName(FileRecord file, String name, IOException e) {
        String reason = e instanceof FileSystemException && ((FileSystemException) e).getReason() != null
                ? ((FileSystemException) e).getReason()
                : e.getClass().getSimpleName() + " " + e.getMessage();
        return new BitsException(
                code(e),
                ErrorContext.LOCAL_FILE,
                "The file " + name + " could not get its name: " + reason
                        + ". What there is of it is in " + file.temporaryName()
                        + "; remove the obstacle and complete the job again",
                file.job(),
                e);
    }

    private static ErrorCode code(IOException e) {
        if (e instanceof AccessDeniedException) {
            return ErrorCode.E_ACCESSDENIED;
        }
        if (e instanceof FileAlreadyExistsException) {
            return ErrorCode.ERROR_FILE_EXISTS;
        }
        return e instanceof NoSuchFileException ? ErrorCode.ERROR_FILE_NOT_FOUND : ErrorCode.ERROR_WRITE_FAULT;
    }
}
