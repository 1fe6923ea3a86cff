package org.openbits.shell.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * The lines below the prompt while a line is typed: what the parameter at the cursor wants, and how background jobs get
 * on. Jobs that end are announced above the prompt. Owns one thread, which asks how the jobs are and paints only through
 * widgets of the editor: they run under its lock, and only while a line is read. On a dumb terminal nothing is painted,
 * and endings are told before the next prompt.
 */
final class StatusArea implements AutoCloseable {

    private static final String TELL = "openbits-tell";
    private static final long FIRST_MILLIS = 300;
    private static final long EVERY_MILLIS = 250;

    private final LineEditor editor;
    private final JobNews news;
    private final Completions completions;
    private final boolean colours;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "prompt-status");
        thread.setDaemon(true);
        return thread;
    });
    private String hintedText = "";
    private String hint = "";
    private volatile String jobs = "";
    private final List<String> untold = new ArrayList<>();
    private final boolean paints;

    StatusArea(LineEditor editor, JobNews news, Completions completions, boolean colours) {
        this.editor = editor;
        this.news = news;
        this.completions = completions;
        this.colours = colours;
        this.paints = !LineEditor.isDumb(editor.getTerminal());
        if (!paints) {
            watcher.schedule(news::status, FIRST_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        editor.showBelow(this::lines);
        editor.getWidgets().put(TELL, this::tellAbove);
        watcher.scheduleWithFixedDelay(this::look, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Where nothing can be painted while a line is typed: tells what ended meanwhile, before a prompt is shown. */
    void tell(PrintStream out) {
        if (!paints) {
            news.endings().forEach(out::println);
        }
    }

    /** The queue is asked here, outside the editor's lock, so that a slow answer never stops the typing. */
    private void look() {
        String status = news.status();
        if (untold.isEmpty() && editor.isReading()) {
            untold.addAll(news.endings());
        }
        if (!untold.isEmpty()) {
            editor.callQuietly(TELL);
        }
        if (!status.equals(jobs)) {
            jobs = status;
            editor.repaint();
        }
    }

    /** Under the editor's lock, on the thread that looks. */
    private boolean tellAbove() {
        for (String ending : untold) {
            editor.printAbove(
                    colours ? new AttributedString(ending, AttributedStyle.BOLD) : new AttributedString(ending));
        }
        untold.clear();
        return true;
    }

    /** Under the editor's lock. */
    private List<AttributedString> lines(String upToCursor) {
        if (!upToCursor.equals(hintedText)) {
            hintedText = upToCursor;
            hint = upToCursor.isBlank() ? "" : completions.hint(CompletionSite.of(upToCursor));
        }
        List<AttributedString> lines = new ArrayList<>();
        for (String line : List.of(hint, jobs)) {
            if (!line.isEmpty()) {
                lines.add(new AttributedString(
                        line.replaceAll("\\p{Cntrl}", " "),
                        colours ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN) : AttributedStyle.DEFAULT));
            }
        }
        return lines;
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }
}
