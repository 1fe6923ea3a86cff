package org.openbits.internal.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.BackgroundCopyFile;
import org.openbits.BackgroundCopyJob;
import org.openbits.FileInfo;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;

/** The layouts that scripts cut apart: labels with exactly one blank after the colon. */
final class JobText {

    private JobText() {}

    /** {@code {GUID} 'name' STATE files / total bytes / total}. */
    static String shortLine(JobInfo job) {
        JobProgress progress = job.progress();
        return job.id().toRegistryForm() + " '" + job.displayName() + "' " + job.state() + " "
                + progress.filesTransferred() + " / " + progress.filesTotal() + " "
                + Long.toUnsignedString(progress.bytesTransferred()) + " / " + size(progress.bytesTotal());
    }

    /** The long form of /info /verbose. */
    static List<String> longForm(BackgroundCopyJob handle) {
        JobInfo job = handle.info();
        JobSettings settings = job.settings();
        List<FileInfo> files =
                handle.files().stream().map(BackgroundCopyFile::info).toList();
        List<String> lines = new ArrayList<>();
        lines.add("GUID: " + job.id().toRegistryForm() + " DISPLAY: '" + job.displayName() + "'");
        lines.add("TYPE: " + type(job.type()) + " STATE: " + job.state() + " OWNER: " + job.owner());
        lines.add(progress(job));
        lines.add("CREATION TIME: " + time(job.times().creation()) + " MODIFICATION TIME: "
                + time(job.times().modification()));
        lines.add("COMPLETION TIME: " + time(job.times().transferCompletion()) + " ACL FLAGS: " + aclFlags(settings));
        lines.add("NOTIFY INTERFACE: UNREGISTERED NOTIFICATION FLAGS: " + settings.get(JobProperty.NOTIFY_FLAGS));
        lines.add("RETRY DELAY: " + settings.get(JobProperty.MINIMUM_RETRY_DELAY) + " NO PROGRESS TIMEOUT: "
                + settings.get(JobProperty.NO_PROGRESS_TIMEOUT) + " ERROR COUNT: " + job.errorCount());
        lines.add("PROXY USAGE: " + settings.get(JobProperty.PROXY_USAGE) + " PROXY LIST: "
                + list(settings.get(JobProperty.PROXY_LIST), ",") + " PROXY BYPASS LIST: "
                + list(settings.get(JobProperty.PROXY_BYPASS_LIST), " "));
        if (job.error() != null) {
            lines.addAll(error(job.error(), files));
        }
        lines.add("DESCRIPTION: " + settings.get(JobProperty.DESCRIPTION));
        lines.add("JOB FILES: ");
        files.forEach(file -> lines.add("\t" + file(file)));
        lines.add("NOTIFICATION COMMAND LINE: " + notifyCommandLine(settings));
        lines.addAll(peerCachingFlags(settings));
        lines.add("");
        lines.add("CUSTOM HEADERS: " + customHeaders(settings));
        return lines;
    }

    /** Priority, files and bytes in one line. */
    static String progress(JobInfo job) {
        JobProgress progress = job.progress();
        double share = progress.fraction();
        return "PRIORITY: " + job.priority() + " FILES: " + progress.filesTransferred() + " / " + progress.filesTotal()
                + " BYTES: " + progress.bytesTransferred() + " / " + size(progress.bytesTotal())
                + (share < 0 ? "" : " (" + Math.round(Math.floor(share * 100)) + "%)");
    }

    /** The three ERROR lines. */
    static List<String> error(BackgroundCopyError error, List<FileInfo> files) {
        List<String> lines = new ArrayList<>();
        if (error.fileIndex() >= 0 && error.fileIndex() < files.size()) {
            FileInfo file = files.get(error.fileIndex());
            lines.add("ERROR FILE:    " + file.remoteName() + " -> " + file.localName());
        }
        lines.add("ERROR CODE:    " + error.code().hex().toLowerCase(Locale.ROOT) + " - " + error.message());
        lines.add(String.format(
                Locale.ROOT,
                "ERROR CONTEXT: 0x%08x - %s",
                error.context().number(),
                error.context().description()));
        return lines;
    }

    /** {@code bytes / total WORKING remote -> local}; WORKING stands for finished files too. */
    static String file(FileInfo file) {
        return Long.toUnsignedString(file.progress().bytesTransferred()) + " / "
                + size(file.progress().bytesTotal()) + " WORKING " + file.remoteName() + " -> " + file.localName();
    }

    static String type(JobType type) {
        return type.name().replace('_', '-');
    }

    static String size(long bytes) {
        return bytes == JobProgress.SIZE_UNKNOWN ? "UNKNOWN" : Long.toString(bytes);
    }

    static String time(@Nullable Instant instant) {
        return instant == null ? "UNKNOWN" : Time.FORMAT.format(instant.atZone(ZoneId.systemDefault()));
    }

    static String list(List<String> values, String separator) {
        return values.isEmpty() ? "NULL" : String.join(separator, values);
    }

    static String aclFlags(JobSettings settings) {
        long flags = settings.get(JobProperty.ACL_FLAGS);
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < 4; bit++) {
            if ((flags & (1L << bit)) != 0) {
                letters.append("OGDS".charAt(bit));
            }
        }
        return letters.toString();
    }

    static String notifyCommandLine(JobSettings settings) {
        List<String> command = settings.get(JobProperty.NOTIFY_COMMAND_LINE);
        return command.isEmpty() ? "none" : String.join(" ", command);
    }

    static String customHeaders(JobSettings settings) {
        return list(settings.get(JobProperty.CUSTOM_HEADERS), "\r\n");
    }

    private static List<String> peerCachingFlags(JobSettings settings) {
        long flags = settings.get(JobProperty.PEER_CACHING_FLAGS);
        return List.of(
                "",
                "Peercaching flags",
                "\t Enable download from peers      :" + ((flags & 1) != 0),
                "\t Enable serving to peers         :" + ((flags & 2) != 0));
    }

    /** Apart, because most switches print no time and the tables behind a format take a while to load. */
    private static final class Time {
        static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US);
    }
}
