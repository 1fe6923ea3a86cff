package org.openbits.shell.console;

import java.util.List;

/** What happens to the user's jobs while a line is typed. Asked from a thread of the prompt and from the main one. */
public interface JobNews {

    /** Jobs that ended since the last call and still stand so, a sentence each. May ask the queue. */
    List<String> endings();

    /** How the jobs that move are getting on, in one line; empty when none does. */
    String status();
}
