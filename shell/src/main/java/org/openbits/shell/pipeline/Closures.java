package org.openbits.shell.pipeline;

import org.openbits.automation.ScriptBlock;

/** Makes script blocks of closures; a session that knows Groovy offers it as a service. */
public interface Closures {

    /** @param text what stands between the braces */
    ScriptBlock of(String text);
}
