package org.openbits.cmdlets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobState;
import org.openbits.automation.Cells;

/** What the live view of jobs shows: the jobs as last seen, which one is chosen, and how that looks. No terminal in it. */
final class WatchScreen {

    private static final int BAR = 20;
    private static final int LINES_A_JOB = 2;
    private static final String KEYS = "q leave  up/down  s suspend  r resume  p priority  c complete  x remove  e why";

    private final boolean colours;
    private final Map<JobId, JobSpeed> speeds = new HashMap<>();
    private List<JobInfo> jobs = List.of();
    private int chosen;
    private int room = 1;
    private boolean explains;
    private String message = "";

    WatchScreen(boolean colours) {
        this.colours = colours;
    }

    /** Takes the jobs as they are; the chosen one stays chosen while it is there. */
    void see(List<JobInfo> next, long nanoTime) {
        JobInfo before = chosen();
        jobs = List.copyOf(next);
        Set<JobId> running = new HashSet<>();
        for (int i = 0; i < jobs.size(); i++) {
            JobInfo job = jobs.get(i);
            if (job.state().isRunning()) {
                running.add(job.id());
                speeds.computeIfAbsent(job.id(), id -> new JobSpeed())
                        .see(job.progress().bytesTransferred(), nanoTime);
            }
            if (before != null && before.id().equals(job.id())) {
                chosen = i;
            }
        }
        speeds.keySet().retainAll(running);
        move(0);
    }

    /** The job that keys act on; null without jobs. */
    @Nullable
    JobInfo chosen() {
        return jobs.isEmpty() ? null : jobs.get(Math.min(chosen, jobs.size() - 1));
    }

    void move(int by) {
        chosen = Math.max(0, Math.min(jobs.size() - 1, chosen + by));
    }

    /** Moves by as many jobs as the screen held last. */
    void page(int pages) {
        move(pages * room);
    }

    void explain() {
        explains = !explains;
    }

    /** What stands in the last line but one until the next key. */
    void say(String text) {
        message = text;
    }

    /** The whole screen. */
    List<String> lines(int width, int height) {
        List<String> below = new ArrayList<>();
        JobInfo job = chosen();
        if (explains && job != null) {
            below.add("");
            explanation(job).forEach(line -> below.addAll(Cells.wrap(line, width)));
        }
        below.add(style("1", cut(message, width)));
        below.add(style("2", cut(KEYS, width)));
        List<String> lines = new ArrayList<>();
        lines.add(style("1", cut(title(), width)));
        room = Math.max(1, (height - 1 - below.size()) / LINES_A_JOB);
        int first = Math.max(0, Math.min(chosen - room / 2, jobs.size() - room));
        for (int i = first; i < Math.min(jobs.size(), first + room); i++) {
            lines.addAll(rows(jobs.get(i), i == chosen, width));
        }
        while (lines.size() + below.size() < height) {
            lines.add("");
        }
        lines.addAll(below);
        return lines.subList(0, Math.min(lines.size(), height));
    }

    private String title() {
        long moving = jobs.stream().filter(job -> job.state().isRunning()).count();
        long speed = jobs.stream()
                .filter(job -> job.state().isRunning())
                .mapToLong(this::rate)
                .sum();
        String count = jobs.isEmpty() ? "no jobs" : jobs.size() + (jobs.size() == 1 ? " job" : " jobs");
        return count + (moving == 0 ? "" : ", " + moving + " moving  " + JobSpeed.text(speed));
    }

    private long rate(JobInfo job) {
        JobSpeed speed = speeds.get(job.id());
        return speed == null ? 0 : speed.bytesPerSecond();
    }

    private List<String> rows(JobInfo job, boolean isChosen, int width) {
        String name = (isChosen ? "> " : "  ") + pad(plain(job.displayName()), Math.max(8, Math.min(28, width / 4)));
        String first = cut(name + " " + bar(job.progress()) + "  " + numbers(job), width);
        String second = cut("    " + job.state().cmdletText() + reason(job), width);
        return List.of(isChosen ? style("7", pad(first, width)) : first, style(colour(job.state()), second));
    }

    /** Size, speed, shape and time left, as far as they are known. */
    private String numbers(JobInfo job) {
        String text = ByteText.of(job.progress());
        JobSpeed speed = speeds.get(job.id());
        if (speed == null || !job.state().isRunning()) {
            return text;
        }
        long total = job.progress().bytesTotal();
        long left =
                total == JobProgress.SIZE_UNKNOWN ? -1 : total - job.progress().bytesTransferred();
        return String.join("  ", text, speed.text(), speed.sparkline(), speed.left(left))
                .stripTrailing();
    }

    private static String bar(JobProgress progress) {
        int percent = percent(progress);
        if (percent < 0) {
            return "[" + " ".repeat(BAR) + "]    ?";
        }
        int filled = percent * BAR / 100;
        String head = filled < BAR ? ">" + " ".repeat(BAR - filled - 1) : "";
        return "[" + "=".repeat(filled) + head + "] " + String.format("%3d %%", percent);
    }

    /** How far it is, -1 while that is unknown. */
    static int percent(JobProgress progress) {
        double fraction = progress.fraction();
        return fraction < 0 ? -1 : (int) Math.floor(Math.min(1, fraction) * 100);
    }

    /** Why the job is where it is, with the time of the next try; empty while it moves. */
    static String reason(JobInfo job) {
        if (job.state().isRunning()) {
            return "";
        }
        Duration next = job.reason().nextTry();
        return ": " + plain(job.reason().sentence())
                + (next == null ? "" : " Next try in " + Math.max(0, next.toSeconds()) + " s.");
    }

    private static List<String> explanation(JobInfo job) {
        List<String> lines = new ArrayList<>();
        lines.add(plain(job.displayName()) + "  " + job.id());
        lines.add("  " + job.type().name().toLowerCase(java.util.Locale.ROOT) + ", priority "
                + Spelling.camel(job.priority().name()) + ", file "
                + job.progress().filesTransferred() + " of "
                + job.progress().filesTotal() + ", " + job.errorCount() + " error(s) so far");
        lines.add("  " + job.state().cmdletText() + ": " + plain(job.reason().sentence()));
        job.notes().forEach(note -> lines.add("  " + plain(note)));
        return lines;
    }

    private static String colour(JobState state) {
        return switch (state) {
            case ERROR -> "31";
            case TRANSIENT_ERROR -> "33";
            case TRANSFERRED, ACKNOWLEDGED -> "32";
            case CONNECTING, TRANSFERRING -> "36";
            case QUEUED, SUSPENDED, CANCELLED -> "2";
        };
    }

    private String style(String code, String text) {
        // Reverse video needs no colour, and shows which job is chosen.
        return (colours || code.equals("7")) && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[m" : text;
    }

    /** Names and messages come from elsewhere: nothing in them may steer the terminal. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** In cells, of which a wide character takes two. */
    private static String pad(String text, int width) {
        String shown = Cells.cut(text, width);
        return shown + " ".repeat(Math.max(0, width - Cells.width(shown)));
    }

    private static String cut(String text, int width) {
        return Cells.cut(text, Math.max(0, width));
    }
}
