package org.openbits.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openbits.automation.ExitCode;

/** {@code bits jshell}: the JDK's own shell with our jars on its class path and {@code openbits.jsh} run first. */
final class JavaShell {

    private JavaShell() {}

    /** @return jshell's own exit code; 1 when it cannot be started */
    static int run(List<String> arguments) {
        String lib = System.getProperty("openbits.lib", "");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jshell").toString());
        command.add("--class-path");
        command.add(System.getProperty("java.class.path"));
        command.add("--startup");
        command.add(Path.of(lib, "openbits.jsh").toString());
        command.add("-R-Dopenbits.lib=" + lib);
        command.add("-R-Dopenbits.args=" + System.getProperty("openbits.args", lib));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failure) {
            System.err.println("bits: jshell cannot be started; a JDK is needed, not only a Java runtime: "
                    + failure.getMessage());
            return ExitCode.FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }
}
