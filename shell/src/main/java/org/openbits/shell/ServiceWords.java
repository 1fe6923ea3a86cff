package org.openbits.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Host;
import org.openbits.automation.Suggestion;
import org.openbits.cmdlets.core.TransferService;
import org.openbits.internal.boot.BootEntry;
import org.openbits.internal.boot.BootSetting;
import org.openbits.internal.boot.Machine;
import org.openbits.internal.client.ServiceControl;
import org.openbits.internal.client.ServiceControl.Status;

/** {@code bits service start|stop|status|install|uninstall|unit [--json]}. */
final class ServiceWords {

    private static final List<String> WORDS = List.of("start", "stop", "status", "install", "uninstall", "unit");

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
                case "install" -> words.install();
                case "uninstall" -> words.uninstall();
                case "unit" -> words.unit();
                default -> words.unknown(word);
            };
        } catch (BitsException failure) {
            host.err().println("bits: " + failure.getMessage());
            return failure.code().equals(ErrorCode.ERROR_SERVICE_NOT_ACTIVE) ? ExitCode.NO_SERVICE : ExitCode.FAILED;
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

    private int install() {
        BootEntry entry = entry();
        String news = new BootSetting(entry).install();
        String text = news == null ? "Nothing to do: " + entry.file() + " is installed." : news;
        say("{\"changed\":" + (news != null) + ",\"file\":" + quoted(entry) + "}", text);
        return ExitCode.OK;
    }

    private int uninstall() {
        BootEntry entry = entry();
        boolean removed = new BootSetting(entry).uninstall();
        String text = removed
                ? "Removed " + entry.file() + "; a service that runs goes on until it has nothing to do."
                : "Nothing to do: " + entry.file() + " is not there.";
        say("{\"changed\":" + removed + ",\"file\":" + quoted(entry) + "}", text);
        return ExitCode.OK;
    }

    private int unit() {
        BootEntry entry = entry();
        host.out().print(entry.text());
        host.err().println("This belongs into " + entry.file() + ", where 'bits service install' puts it.");
        return ExitCode.OK;
    }

    private static BootEntry entry() {
        String lib = System.getProperty("openbits.lib");
        if (lib == null) {
            throw new BitsException(ErrorCode.E_FAIL, "This works in an installed distribution, started by its 'bits'");
        }
        return BootEntry.of(new Machine(
                System.getProperty("os.name", ""),
                "root".equals(System.getProperty("user.name")),
                Path.of(System.getProperty("user.home", "/")),
                Path.of(lib).resolveSibling("bin").resolve("bits").toAbsolutePath(),
                System.getenv()));
    }

    private static String quoted(BootEntry entry) {
        return '"' + entry.file().toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
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
        host.err()
                .println("bits: service cannot " + word + "; it knows " + String.join(", ", WORDS) + "." + hint(word));
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
