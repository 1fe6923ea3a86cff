package org.openbits.internal.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyJob;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobType;

/** The life cycle of a job, and the switches that show jobs. */
final class JobSwitches {

    private JobSwitches() {}

    static final List<String> NAMES = List.of(
            "/list",
            "/monitor",
            "/reset",
            "/transfer",
            "/create",
            "/info",
            "/addfile",
            "/addfileset",
            "/addfilewithranges",
            "/replaceremoteprefix",
            "/listfiles",
            "/suspend",
            "/resume",
            "/takeownership",
            "/cancel",
            "/complete");

    /** The switch of that name, made when it is asked for: a process needs one of them, and starts sooner without the rest. */
    static @Nullable Switch named(String name) {
        return switch (name) {
            case "/list" -> new Switch(name, "[/allusers] [/verbose]", 0, 2, "Lists the jobs.", JobSwitches::list);
            case "/monitor" ->
                new Switch(
                        name,
                        "[/allusers] [/refresh <seconds>]",
                        0,
                        3,
                        "Lists the jobs again and again.",
                        JobSwitches::monitor);
            case "/reset" -> new Switch(name, "[/allusers]", 0, 1, "Cancels all jobs.", JobSwitches::reset);
            case "/transfer" ->
                new Switch(
                        name,
                        "<job_name> [/download|/upload] [/priority <priority>] [/aclflags <flags>] [/dynamic]"
                                + " <remote> <local> [<remote> <local> ...]",
                        3,
                        Switch.ANY,
                        "Transfers files in one step.",
                        TransferSwitch::run);
            case "/create" ->
                new Switch(
                        name,
                        "[/download|/upload|/upload-reply] <job_name>",
                        1,
                        2,
                        "Creates a job.",
                        JobSwitches::create);
            case "/info" -> new Switch(name, "<job> [/verbose]", 1, 2, "Shows a job.", JobSwitches::info);
            case "/addfile" ->
                new Switch(
                        name,
                        "<job> <remote_url> <local_name>",
                        3,
                        3,
                        "Adds a file to a job.",
                        call -> add(call, List.of(FileSpec.of(call.argument(1), call.argument(2)))));
            case "/addfileset" ->
                new Switch(
                        name,
                        "<job> <text_file>",
                        2,
                        2,
                        "Adds the files a text file lists.",
                        call -> add(call, fileSet(call.argument(1))));
            case "/addfilewithranges" ->
                new Switch(
                        name,
                        "<job> <remote_url> <local_name> <offset:length,offset:eof,...>",
                        4,
                        4,
                        "Adds parts of a file to a job.",
                        call -> add(
                                call,
                                List.of(FileSpec.of(call.argument(1), call.argument(2))
                                        .withRanges(ranges(call.argument(3))))));
            case "/replaceremoteprefix" ->
                new Switch(
                        name,
                        "<job> <old_prefix> <new_prefix>",
                        3,
                        3,
                        "Changes the beginning of remote names.",
                        call -> call.output()
                                .line(
                                        call.job()
                                                        .replaceRemotePrefix(call.argument(1), call.argument(2))
                                                        .equals(ErrorCode.S_FALSE)
                                                ? "No remote name begins with " + call.argument(1) + "."
                                                : "Job " + call.argument(0) + " changed."));
            case "/listfiles" ->
                new Switch(
                        name,
                        "<job>",
                        1,
                        1,
                        "Lists the files of a job.",
                        call -> call.job()
                                .files()
                                .forEach(file -> call.output().line("\t" + JobText.file(file.info()))));
            case "/suspend" -> act(name, "Suspends a job.", "suspend job", "suspended", BackgroundCopyJob::suspend);
            case "/resume" ->
                act(name, "Starts a job, or tries again.", "resume job", "resumed", BackgroundCopyJob::resume);
            case "/takeownership" ->
                act(
                        name,
                        "Makes you the owner of a job.",
                        "take ownership of job",
                        "taken over",
                        BackgroundCopyJob::takeOwnership);
            case "/cancel" ->
                new Switch(name, "<job>", 1, 1, "Cancels a job and deletes its files.", call -> {
                    BackgroundCopyJob job = call.job();
                    ActionFailed.doing("cancel job", job::cancel);
                    call.output().line(job.id().toRegistryForm() + " canceled.");
                });
            case "/complete" ->
                act(
                        name,
                        "Makes the files of a job available.",
                        "complete job",
                        "completed",
                        BackgroundCopyJob::complete);
            default -> null;
        };
    }

    private static Switch act(
            String name, String help, String action, String done, java.util.function.Consumer<BackgroundCopyJob> work) {
        return new Switch(name, "<job>", 1, 1, help, call -> {
            BackgroundCopyJob job = call.job();
            ActionFailed.doing(action, () -> work.accept(job));
            call.output().line("Job " + job.id().toRegistryForm() + " " + done + ".");
        });
    }

    private static List<BackgroundCopyJob> jobs(Call call) {
        return call.has("/allusers")
                ? call.manager().jobsOfAllUsers()
                : call.manager().jobs();
    }

    private static void list(Call call) {
        List<BackgroundCopyJob> jobs = jobs(call);
        for (BackgroundCopyJob job : jobs) {
            if (call.has("/verbose")) {
                JobText.longForm(job).forEach(call.output()::line);
                call.output().line("");
            } else {
                call.output().line(JobText.shortLine(job.info()));
            }
        }
        if (!call.has("/verbose")) {
            call.output().line("");
        }
        call.output().line("Listed " + jobs.size() + " job(s).");
    }

    private static void monitor(Call call) {
        long seconds = 5;
        for (int i = 0; i + 1 < call.arguments().size(); i++) {
            if (Call.isOption(call.argument(i), "/refresh")) {
                seconds = Math.max(1, call.number(i + 1));
            }
        }
        while (!call.stopped().getAsBoolean()) {
            call.output().clear();
            call.output().line("MONITORING BACKGROUND COPY MANAGER(" + seconds + " second refresh)");
            jobs(call).forEach(job -> call.output().line(JobText.shortLine(job.info())));
            for (long i = 0; i < seconds && !call.stopped().getAsBoolean(); i++) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private static void reset(Call call) {
        List<BackgroundCopyJob> jobs = jobs(call);
        int canceled = 0;
        for (BackgroundCopyJob job : jobs) {
            try {
                job.cancel();
                canceled++;
                call.output().line(job.id().toRegistryForm() + " canceled.");
            } catch (BitsException e) {
                call.output().line(job.id().toRegistryForm() + " " + e.getMessage());
            }
        }
        call.output().line(canceled + " out of " + jobs.size() + " jobs canceled.");
    }

    private static void create(Call call) {
        JobType type = call.has("/upload")
                ? JobType.UPLOAD
                : call.has("/upload-reply") ? JobType.UPLOAD_REPLY : JobType.DOWNLOAD;
        if (call.arguments().size() == 2 && type == JobType.DOWNLOAD && !call.has("/download")) {
            throw new UsageException("'" + call.argument(0) + "' is none of /download, /upload, /upload-reply.");
        }
        String name = call.argument(call.arguments().size() - 1);
        BackgroundCopyJob job = call.manager().createJob(name, type);
        call.output()
                .value(
                        call.output().isRaw()
                                ? job.id().toRegistryForm()
                                : "Created job " + job.id().toRegistryForm() + ".");
    }

    private static void info(Call call) {
        BackgroundCopyJob job = call.job();
        if (call.has("/verbose")) {
            JobText.longForm(job).forEach(call.output()::line);
        } else {
            call.output().line(JobText.shortLine(job.info()));
        }
    }

    private static void add(Call call, List<FileSpec> files) {
        ActionFailed.doing("add file to job", () -> call.job().addFiles(files));
        for (FileSpec file : files) {
            call.output()
                    .line("Added " + file.remoteName() + " -> " + file.localName() + " to job " + call.argument(0)
                            + ".");
        }
    }

    /** Lines of remote and local name; {@code #} begins a comment. Read whole before anything is added. */
    private static List<FileSpec> fileSet(String textFile) {
        List<FileSpec> files = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of(textFile))) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                List<String> words = CommandWords.split(text);
                if (words.size() != 2) {
                    throw new UsageException(
                            "A line of " + textFile + " needs a remote and a local name, separated by blanks: " + text);
                }
                files.add(FileSpec.of(words.get(0), words.get(1)));
            }
        } catch (IOException e) {
            throw new BitsException(
                    ErrorCode.ERROR_FILE_NOT_FOUND, "The list " + textFile + " cannot be read: " + e.getMessage(), e);
        }
        return files;
    }

    /** {@code offset:length} pairs joined by commas. A length of 0 counts as overlap, as in BITS. */
    static List<FileRange> ranges(String text) {
        List<FileRange> ranges = new ArrayList<>();
        for (String pair : text.split(",")) {
            String[] ends = pair.strip().split(":", -1);
            try {
                long offset = Long.parseLong(ends[0]);
                long length =
                        ends[1].toLowerCase(Locale.ROOT).equals("eof") ? FileRange.TO_EOF : Long.parseLong(ends[1]);
                if (length != 0) {
                    ranges.add(new FileRange(offset, length));
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new UsageException("'" + pair + "' is not a range; write offset:length or offset:eof.");
            }
        }
        return ranges;
    }
}
