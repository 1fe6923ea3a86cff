package org.openbits.shell.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;

/**
 * The lines below the prompt while a line is typed: what the parameter at the cursor wants, and how background jobs get
 * on. Jobs that end are announced above the prompt. Owns one thread, which paints only through a widget of the line reader:
 * the reader runs widgets under its own lock, and only while a line is read. On a dumb terminal nothing is painted, and
 * endings are told before the next prompt.
 */
final class StatusArea implements AutoCloseable {

    private static final String WIDGET = "openbits-status";
    private static final long FIRST_MILLIS = 300;
    private static final long EVERY_MILLIS = 250;

    private final LineReader reader;
    private final JobNews news;
    private final Completions completions;
    private final boolean colours;
    private final boolean paints;
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "prompt-status");
        thread.setDaemon(true);
        return thread;
    });
    private List<AttributedString> shown = List.of();
    private String hintedText = "";
    private String hint = "";
    private String jobs = "";

    StatusArea(LineReader reader, JobNews news, Completions completions, boolean colours) {
        this.reader = reader;
        this.news = news;
        this.completions = completions;
        this.colours = colours;
        this.paints = !reader.getTerminal().getType().startsWith(Terminal.TYPE_DUMB);
        if (paints) {
            reader.getWidgets().put(WIDGET, this::refresh);
            painter.scheduleWithFixedDelay(this::tick, FIRST_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            painter.schedule(news::status, FIRST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Tells what ended meanwhile, before a prompt is shown. */
    void tell(PrintStream out) {
        news.endings().forEach(out::println);
    }

    /** Leaves the whole screen to a command. */
    void hide() {
        if (paints) {
            synchronized (this) {
                paint(List.of());
                hintedText = "";
                hint = "";
            }
        }
    }

    /** The queue is asked here, outside the reader's lock, so that a slow answer never stops the typing. */
    private void tick() {
        String status = news.status();
        synchronized (this) {
            jobs = status;
        }
        try {
            reader.callWidget(WIDGET);
        } catch (IllegalStateException noLineIsRead) {
            // The next tick looks again.
            return;
        }
    }

    /** Under the reader's lock. */
    private boolean refresh() {
        for (String ending : news.endings()) {
            reader.printAbove(
                    colours ? new AttributedString(ending, AttributedStyle.BOLD) : new AttributedString(ending));
        }
        synchronized (this) {
            String text = reader.getBuffer().upToCursor();
            if (!text.equals(hintedText)) {
                hintedText = text;
                hint = text.isBlank() ? "" : completions.hint(CompletionSite.of(text));
            }
            List<AttributedString> lines = new ArrayList<>();
            for (String line : List.of(hint, jobs)) {
                if (!line.isEmpty()) {
                    lines.add(styled(line));
                }
            }
            paint(lines);
        }
        return true;
    }

    private void paint(List<AttributedString> lines) {
        if (lines.equals(shown)) {
            return;
        }
        Status status = Status.getStatus(reader.getTerminal(), true);
        if (status != null) {
            status.update(lines);
            shown = lines;
        }
    }

    private AttributedString styled(String line) {
        int columns = Math.max(1, reader.getTerminal().getWidth() - 1);
        String cut = line.replaceAll("\\p{Cntrl}", " ");
        cut = cut.length() <= columns ? cut : cut.substring(0, columns - 1) + "…";
        return new AttributedStringBuilder()
                .styled(
                        colours ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN) : AttributedStyle.DEFAULT,
                        cut)
                .toAttributedString();
    }

    @Override
    public void close() {
        painter.shutdownNow();
        hide();
    }
}
