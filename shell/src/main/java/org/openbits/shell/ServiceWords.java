package org.openbits.shell;

import java.time.Duration;
import java.util.List;
import org.openbits.BitsException;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Host;
import org.openbits.automation.Suggestion;
import org.openbits.cmdlets.core.TransferService;
import org.openbits.internal.client.ServiceControl;
import org.openbits.internal.client.ServiceControl.Status;

/** {@code bits service start|stop|status [--json]}. */
final class ServiceWords {

    private static final List<String> WORDS = List.of("start", "stop", "status");

    private final Host host;
    private final boolean json;

    private ServiceWords(Host host, boolean json) {
        this.host = host;
        this.json = json;
    }

    /** @return the exit code; 11 when the service cannot be reached, or does not run for {@code status} */
    static int run(String word, boolean json, Host host) {
        ServiceWords words = new ServiceWords(host, json);
        try {
            return switch (word) {
                case "start" -> words.show(ServiceControl.ofUser().start());
                case "stop" -> words.stop();
                case "status" -> words.status();
                default -> words.unknown(word);
            };
        } catch (BitsException failure) {
            host.err().println("bits: " + failure.getMessage());
            return ExitCode.NO_SERVICE;
        }
    }

    private int stop() {
        boolean ran = ServiceControl.ofUser().stop();
        say("{\"stopped\":" + ran + "}", ran ? "The service has stopped; its jobs are kept." : "No service runs.");
        return ExitCode.OK;
    }

    private int status() {
        Status status = ServiceControl.ofUser().status();
        if (status != null) {
            return show(status);
        }
        say("null", "No service runs; the next command that needs it starts it.");
        return ExitCode.NO_SERVICE;
    }

    private int show(Status status) {
        String text = "The service runs: process " + status.pid() + ", version " + status.version() + ", up "
                + clock(status.uptime()) + ", jobs " + status.jobs() + ".";
        say(status.toJson(), text);
        if (status.warning() != null) {
            host.err().println("WARNING: " + status.warning());
        }
        return ExitCode.OK;
    }

    private int unknown(String word) {
        host.err().println("bits: service cannot " + word + "; it knows start, stop and status." + hint(word));
        return ExitCode.USAGE;
    }

    private static String hint(String word) {
        String near = Suggestion.nearest(word, WORDS);
        return near == null ? "" : " Did you mean " + near + "?";
    }

    private void say(String asJson, String text) {
        host.out().println(json ? asJson : text);
    }

    private static String clock(Duration time) {
        return time.toDays() > 0
                ? time.toDays() + " days"
                : String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /**
     * The service for the commands on services.
     *
     * @param background whether jobs run in the background service; without one they run here, always
     */
    record Control(boolean background) implements TransferService {

        @Override
        public boolean isRunning() {
            return !background || ServiceControl.ofUser().status() != null;
        }

        @Override
        public void start() {
            if (background) {
                ServiceControl.ofUser().start();
            }
        }

        @Override
        public void stop() {
            if (background) {
                ServiceControl.ofUser().stop();
            }
        }
    }
}
