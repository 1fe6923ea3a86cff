package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** A file that takes all that a session shows. */
final class Transcript {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final String BAR = "**********************\n";

    private Transcript() {}

    /** {@code Start-Transcript}. */
    @CmdletName(
            verb = "Start",
            noun = "Transcript",
            shouldProcess = true,
            errorClass = "Microsoft.PowerShell.Commands.StartTranscriptCommand")
    @Help(
            synopsis = "Keeps in a file what the session shows from now on, until Stop-Transcript or its end.",
            description = "What programs of the system write straight to the terminal is not kept.",
            examples = {
                @Example(title = "Would begin", code = "Start-Transcript session.txt -WhatIf"),
                @Example(
                        title = "Go on in one file",
                        code = "Start-Transcript -Path day.log -Append -IncludeInvocationHeader;"
                                + " Get-Date; Stop-Transcript"),
                @Example(
                        title = "A new file each time",
                        code = "Start-Transcript -OutputDirectory transcripts -NoClobber -Force; Stop-Transcript")
            })
    static final class Start extends Cmdlet {

        @Parameter(position = 0, aliases = "LiteralPath", help = "The file; one in the home directory when left out.")
        private String path = "";

        @Parameter(help = "The directory for a file of its own name.")
        private String outputDirectory = "";

        @Parameter(help = "Adds to a file that is there.")
        private boolean append;

        @Parameter(aliases = "NoOverwrite", help = "Refuses to replace a file that is there.")
        private boolean noClobber;

        @Parameter(help = "Accepted: a file that may not be written is an error.")
        private boolean force;

        @Parameter(help = "Accepted: commands are noted with the output they show.")
        private boolean includeInvocationHeader;

        @Override
        protected void process() {
            Path file = file();
            if (noClobber && !append && Files.exists(file)) {
                throw runtime()
                        .terminate(ErrorRecord.of(
                                new RuntimeFailure("File " + file + " already exists and -NoClobber was specified."),
                                "NoClobber",
                                ErrorCategory.ResourceExists,
                                file));
            }
            if (!shouldProcess(file.toString(), "Start-Transcript")) {
                return;
            }
            TranscriptHost host = runtime().service(TranscriptHost.class);
            try {
                host.stop();
                if (file.getParent() != null) {
                    Files.createDirectories(file.getParent());
                }
                host.start(file, append);
                host.note(
                        BAR + "Transcript start\nStart time: " + STAMP.format(LocalDateTime.now(zone())) + "\n" + BAR);
            } catch (IOException failure) {
                throw runtime()
                        .terminate(ErrorRecord.of(
                                new IOException(
                                        "The transcript '" + file + "' cannot be written: " + failure.getMessage(),
                                        failure),
                                "CannotStartTranscription",
                                ErrorCategory.InvalidOperation,
                                file));
            }
            write("Transcript started, output file is " + file);
        }

        private Path file() {
            Path here = runtime().currentDirectory();
            if (!path.isEmpty()) {
                return here.resolve(path.replace('\\', '/')).normalize();
            }
            Path directory = outputDirectory.isEmpty()
                    ? Path.of(System.getProperty("user.home"))
                    : here.resolve(outputDirectory);
            return directory.resolve("PowerShell_transcript."
                    + ProcessHandle.current().pid() + "." + STAMP.format(LocalDateTime.now(zone())) + ".txt");
        }
    }

    /** {@code Stop-Transcript}. */
    @CmdletName(verb = "Stop", noun = "Transcript", errorClass = "Microsoft.PowerShell.Commands.StopTranscriptCommand")
    @Help(
            synopsis = "Ends the transcript.",
            examples = @Example(title = "End it", code = "Start-Transcript ended.log; 'noted'; Stop-Transcript"))
    static final class Stop extends Cmdlet {

        @Override
        protected void process() {
            TranscriptHost host = runtime().service(TranscriptHost.class);
            if (!host.isKept()) {
                throw runtime()
                        .terminate(ErrorRecord.of(
                                new RuntimeFailure("An error occurred stopping transcription: The host is not currently"
                                        + " transcribing."),
                                "InvalidOperation",
                                ErrorCategory.InvalidOperation,
                                null));
            }
            try {
                host.note(BAR + "Transcript end\nEnd time: " + STAMP.format(LocalDateTime.now(zone())) + "\n" + BAR);
                host.stop();
            } catch (IOException failure) {
                throw runtime()
                        .terminate(ErrorRecord.of(
                                failure, "CannotStopTranscription", ErrorCategory.InvalidOperation, null));
            }
            write("Transcript stopped");
        }
    }

    private static java.time.ZoneId zone() {
        return java.time.ZoneId.systemDefault();
    }
}
