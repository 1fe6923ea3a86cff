package org.openbits.cmdlets.core;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;
import org.openbits.automation.WindowsShell;

/** {@code Start-Process}: starts a program. */
@CmdletName(
        verb = "Start",
        noun = "Process",
        shouldProcess = true,
        aliases = {"saps", "start"},
        errorClass = "Microsoft.PowerShell.Commands.StartProcessCommand")
@Help(
        synopsis = "Starts a program, and waits for its end with -Wait.",
        description =
                "The elements of -ArgumentList are put together with blanks and taken apart again at blanks outside of"
                        + " double quotes, as everywhere in PowerShell.",
        examples = {
            @Example(
                    title = "The exit code",
                    code = "(Start-Process java -ArgumentList '-version' -Wait -PassThru).ExitCode"),
            @Example(
                    title = "Keep what a program writes",
                    code = "Start-Process -FilePath java -ArgumentList '-version' -NoNewWindow -Wait"
                            + " -RedirectStandardOutput java.out -RedirectStandardError java.err"),
            @Example(
                    title = "Feed a program from a file",
                    code = "Set-Content sort.txt 'b', 'a'; Start-Process -FilePath sort -WorkingDirectory"
                            + " (Get-Location).Path -RedirectStandardInput sort.txt -RedirectStandardOutput sorted.txt"
                            + " -Wait"),
            @Example(
                    title = "As scripts for Windows start it",
                    code = "Start-Process -FilePath java -ArgumentList '-version' -Verb RunAs -WindowStyle Hidden"
                            + " -Wait -RedirectStandardError runas.err")
        })
final class StartProcess extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            aliases = {"PSPath", "Path"},
            help = "The program.")
    private String filePath = "";

    @Parameter(position = 1, aliases = "Args", help = "Its arguments.")
    private List<String> argumentList = List.of();

    @Parameter(help = "Waits for its end.")
    private boolean wait;

    @Parameter(help = "Gives the process.")
    private boolean passThru;

    @Parameter(aliases = "nnw", help = "Accepted: programs never get a window of their own.")
    private boolean noNewWindow;

    @Parameter(
            values = {"Normal", "Hidden", "Minimized", "Maximized"},
            help = "Accepted: programs never get a window of their own.")
    private String windowStyle = "Normal";

    @Parameter(help = "Accepted: a program runs with the rights of this process; use sudo where it needs more.")
    private String verb = "";

    @Parameter(help = "The directory it runs in; the current location when left out.")
    private String workingDirectory = "";

    @Parameter(aliases = "RSO", help = "The file that takes its output.")
    private String redirectStandardOutput = "";

    @Parameter(aliases = "RSE", help = "The file that takes its messages.")
    private String redirectStandardError = "";

    @Parameter(aliases = "RSI", help = "The file that it reads.")
    private String redirectStandardInput = "";

    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    protected void process() {
        if (!verb.isEmpty() && !verb.equalsIgnoreCase("Open")) {
            verbose("-Verb " + verb + " changes nothing here: the program runs with the rights of this process.");
        }
        if (!shouldProcess(filePath, "Start-Process")) {
            return;
        }
        ProcessItem process = new ProcessItem(start());
        if (wait) {
            await(process.process());
        }
        if (passThru) {
            write(process);
        }
    }

    @Override
    public void stop() {
        ended.countDown();
    }

    private Process start() {
        List<String> command = new ArrayList<>();
        List<String> words = words(String.join(" ", argumentList));
        Path shell = WindowsShell.isNamed(filePath) && !isOnPath() ? WindowsShell.program() : null;
        command.add(shell == null ? program() : shell.toString());
        command.addAll(shell == null ? words : WindowsShell.words(words));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.directory(directory().toFile());
        environment(builder);
        if (!redirectStandardOutput.isEmpty()) {
            builder.redirectOutput(file(redirectStandardOutput));
        }
        if (!redirectStandardError.isEmpty()) {
            builder.redirectError(file(redirectStandardError));
        }
        if (!redirectStandardInput.isEmpty()) {
            builder.redirectInput(file(redirectStandardInput));
        }
        try {
            return builder.start();
        } catch (IOException failure) {
            throw runtime()
                    .terminate(Failures.of(
                            "InvalidOperationException",
                            ErrorCategory.InvalidOperation,
                            filePath,
                            "This command cannot be run due to the error: " + failure.getMessage()));
        }
    }

    private boolean isOnPath() {
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, filePath)));
    }

    /** A path is meant from the current location, a bare name from PATH. */
    private String program() {
        String plain = Locations.plain(filePath);
        return plain.contains("/") ? Locations.resolve(runtime(), filePath).toString() : filePath;
    }

    private Path directory() {
        return workingDirectory.isEmpty()
                ? runtime().currentDirectory()
                : Directories.existing(runtime(), workingDirectory, false);
    }

    private void environment(ProcessBuilder builder) {
        try {
            Map<String, String> environment = runtime().service(Session.class).environment();
            builder.environment().clear();
            builder.environment().putAll(environment);
        } catch (IllegalStateException none) {
            verbose("The program gets the environment of this process.");
        }
    }

    private File file(String path) {
        return Locations.resolve(runtime(), path).toFile();
    }

    private void await(Process process) {
        process.onExit().thenRun(ended::countDown);
        try {
            ended.await();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+").matcher(line);
        while (matcher.find()) {
            words.add(matcher.group().replace("\"", ""));
        }
        return words;
    }
}
