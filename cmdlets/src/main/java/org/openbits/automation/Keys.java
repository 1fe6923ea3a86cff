package org.openbits.automation;

/**
 * The keyboard and the whole screen of a terminal, lent to one command. Keys arrive one by one and are not shown; closing
 * gives line input and the former screen back. Confined to the thread of the pipeline.
 */
public interface Keys extends AutoCloseable {

    /** What {@link #read} answers when no key came in time. */
    int NONE = -2;

    /** What {@link #read} answers when no key will ever come. */
    int END = -1;

    /**
     * The next character from the keyboard; cursor keys arrive as their escape sequences.
     *
     * @param millis how long to wait for one
     */
    int read(long millis);

    /** The lines of the screen. */
    int height();

    /** The columns of the screen. */
    int width();

    /** Puts these lines, at most {@link #height}, on the screen instead of what was there. */
    void paint(java.util.List<String> lines);

    @Override
    void close();
}
