package org.openbits.shell;

import java.util.List;
import org.openbits.automation.ExitCode;
import org.openbits.shell.host.StandardHost;
import org.openbits.shell.host.Surroundings;

/** The entry point of {@code bits}. */
public final class ShellMain {

    private ShellMain() {}

    public static void main(String[] arguments) {
        int code;
        Surroundings surroundings = Surroundings.ofProcess();
        try {
            ShellOptions options = ShellOptions.parse(List.of(arguments));
            StandardHost streams = new StandardHost(surroundings, options.interactive());
            streams.becomeSystemStreams();
            code = new Shell(options, surroundings, streams).run();
        } catch (UsageException wrong) {
            System.err.println("bits: " + wrong.getMessage());
            System.err.println("bits --help tells how to call it.");
            code = ExitCode.USAGE;
        }
        System.out.flush();
        System.exit(code); // halting would lose what a stopped command still has to undo
    }
}
