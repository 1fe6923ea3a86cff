package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Parameter;
import org.openbits.automation.Shaped;

/**
 * The transfer cmdlets without transfers: each time a script sleeps, its jobs go one step along a list of states that
 * their source chooses. A source with {@code missing} ends in Error, one with {@code flaky} passes TransientError.
 */
final class FakeTransfers {

    private final List<FakeJob> jobs = new ArrayList<>();

    static void offer(ShellSession session) {
        FakeTransfers transfers = new FakeTransfers();
        session.provide(FakeTransfers.class, () -> transfers);
        CmdletRegistry registry = session.commands();
        List.of(
                        Start.class,
                        Get.class,
                        Complete.class,
                        Remove.class,
                        Resume.class,
                        Suspend.class,
                        Change.class,
                        Sleep.class,
                        ImportModule.class)
                .forEach(registry::register);
    }

    enum State {
        Queued,
        Connecting,
        Transferring,
        Suspended,
        Error,
        TransientError,
        Transferred,
        Acknowledged,
        Cancelled
    }

    static final class FakeJob implements Shaped {
        private static final List<String> NAMES = List.of(
                "JobId",
                "DisplayName",
                "JobState",
                "BytesTotal",
                "BytesTransferred",
                "Priority",
                "ErrorDescription",
                "FilesTotal",
                "FileList");
        private final UUID id = new UUID(0, 1);
        private final List<State> states;
        private final List<String> sources;
        private final List<Path> destinations;
        String name;
        String priority = "Foreground";
        boolean suspended;

        FakeJob(String name, List<String> sources, List<Path> destinations) {
            this.name = name;
            this.sources = sources;
            this.destinations = destinations;
            this.states = new ArrayList<>(path(String.join(" ", sources)));
        }

        private static List<State> path(String source) {
            if (source.contains("missing")) {
                return List.of(State.Connecting, State.Error);
            }
            return source.contains("flaky")
                    ? List.of(State.Connecting, State.TransientError, State.Transferring, State.Transferred)
                    : List.of(State.Connecting, State.Transferring, State.Transferring, State.Transferred);
        }

        State state() {
            if (suspended) {
                return State.Suspended;
            }
            return states.get(0);
        }

        void step() {
            if (!suspended && states.size() > 1) {
                states.remove(0);
            }
        }

        void finish() {
            try {
                for (int i = 0; i < sources.size(); i++) {
                    Path target = destinations.get(i);
                    String name = sources.get(i).substring(sources.get(i).lastIndexOf('/') + 1);
                    Files.writeString(Files.isDirectory(target) ? target.resolve(name) : target, sources.get(i));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String typeName() {
            return "Microsoft.BackgroundIntelligentTransfer.Management.BitsJob";
        }

        @Override
        public List<String> propertyNames() {
            return NAMES;
        }

        @Override
        public @Nullable Object property(String property) {
            return switch (property.toLowerCase(Locale.ROOT)) {
                case "jobid" -> id;
                case "displayname" -> name;
                case "jobstate" -> state();
                case "bytestotal" -> 2048L;
                case "bytestransferred" -> 1024L;
                case "priority" -> priority;
                case "errordescription" -> "HTTP status 404: The requested URL does not exist on the server.";
                case "filestotal" -> sources.size();
                case "filelist" -> new ArrayList<Object>(sources);
                default -> throw new NoSuchMember(typeName(), property);
            };
        }
    }

    @CmdletName(
            verb = "Start",
            noun = "BitsTransfer",
            errorClass = "Microsoft.BackgroundIntelligentTransfer.Management.NewBitsTransferCommand")
    static final class Start extends Cmdlet {
        @Parameter(position = 0, mandatory = true, pipelineByName = true)
        private List<String> source = List.of();

        @Parameter(position = 1, pipelineByName = true)
        private List<String> destination = List.of();

        @Parameter
        private boolean asynchronous;

        @Parameter
        private boolean suspended;

        @Parameter
        private String displayName = "BITS Transfer";

        @Parameter
        private String description = "";

        @Parameter(values = {"Foreground", "High", "Normal", "Low"})
        private String priority = "Foreground";

        @Parameter
        private int retryInterval;

        @Parameter
        private String transferType = "Download";

        @Override
        protected void process() {
            List<Path> targets = new ArrayList<>();
            for (int i = 0; i < source.size(); i++) {
                String name = destination.isEmpty() ? "." : destination.get(Math.min(i, destination.size() - 1));
                targets.add(runtime().currentDirectory().resolve(name));
            }
            FakeJob job = new FakeJob(displayName, source, targets);
            job.priority = priority;
            job.suspended = suspended;
            if (asynchronous || suspended) {
                runtime().service(FakeTransfers.class).jobs.add(job);
                write(job);
            } else if (String.join("", source).contains("missing")) {
                writeError(ErrorRecord.of(
                                new RuntimeException(
                                        "HTTP status 404: The requested URL does not exist on the server."),
                                "StartBitsTransferCOMException",
                                ErrorCategory.InvalidOperation,
                                null)
                        .by("Microsoft.BackgroundIntelligentTransfer.Management.NewBitsTransferCommand")
                        .withExitCode(3));
            } else {
                job.finish();
            }
        }
    }

    @CmdletName(verb = "Get", noun = "BitsTransfer")
    static final class Get extends Cmdlet {
        @Parameter(position = 0)
        private List<String> name = List.of();

        @Parameter
        private boolean allUsers;

        @Parameter
        private @Nullable String jobId;

        @Override
        protected void process() {
            for (FakeJob job : List.copyOf(runtime().service(FakeTransfers.class).jobs)) {
                if (name.isEmpty() || Conversion.wildcard(name.get(0), false).test(job.name)) {
                    write(job);
                }
            }
        }
    }

    abstract static class OnJobs extends Cmdlet {
        @Parameter(position = 0, mandatory = true, pipeline = true)
        protected List<FakeJob> bitsJob = List.of();

        @Override
        protected void process() {
            bitsJob.forEach(this::change);
        }

        protected abstract void change(FakeJob job);
    }

    @CmdletName(verb = "Complete", noun = "BitsTransfer")
    static final class Complete extends OnJobs {
        @Override
        protected void change(FakeJob job) {
            job.finish();
            runtime().service(FakeTransfers.class).jobs.remove(job);
        }
    }

    @CmdletName(verb = "Remove", noun = "BitsTransfer")
    static final class Remove extends OnJobs {
        @Override
        protected void change(FakeJob job) {
            runtime().service(FakeTransfers.class).jobs.remove(job);
        }
    }

    @CmdletName(verb = "Resume", noun = "BitsTransfer")
    static final class Resume extends OnJobs {
        @Parameter
        private boolean asynchronous;

        @Override
        protected void change(FakeJob job) {
            job.suspended = false;
            if (asynchronous) {
                write(job);
            } else {
                job.finish();
                runtime().service(FakeTransfers.class).jobs.remove(job);
            }
        }
    }

    @CmdletName(verb = "Suspend", noun = "BitsTransfer")
    static final class Suspend extends OnJobs {
        @Override
        protected void change(FakeJob job) {
            job.suspended = true;
            write(job);
        }
    }

    @CmdletName(verb = "Set", noun = "BitsTransfer")
    static final class Change extends OnJobs {
        @Parameter
        private String priority = "";

        @Parameter
        private String displayName = "";

        @Override
        protected void change(FakeJob job) {
            job.priority = priority.isEmpty() ? job.priority : priority;
            job.name = displayName.isEmpty() ? job.name : displayName;
            write(job);
        }
    }

    /** Scripts that poll shall not take their time here. */
    @CmdletName(verb = "Start", noun = "Sleep", aliases = "sleep")
    static final class Sleep extends Cmdlet {
        @Parameter(position = 0)
        private double seconds;

        @Parameter
        private int milliseconds;

        @Override
        protected void process() {
            if (runtime().isStopping()) {
                throw new IllegalStateException("stopping");
            }
            runtime().service(FakeTransfers.class).jobs.forEach(FakeJob::step);
        }
    }

    @CmdletName(verb = "Import", noun = "Module", aliases = "ipmo")
    static final class ImportModule extends Cmdlet {
        @Parameter(position = 0)
        private List<String> name = List.of();

        @Override
        protected void process() {
            verbose("Loading " + name);
        }
    }
}
