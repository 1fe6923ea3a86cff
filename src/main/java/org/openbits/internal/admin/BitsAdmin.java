package org.openbits.internal.admin;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;

/**
 * The program: {@code bitsadmin [/RAWRETURN] [/WRAP | /NOWRAP] command [arguments]}.
 *
 * <p>Exit codes: 0 done; 1 a command line that cannot be obeyed; else the HRESULT of the call that failed, as a signed
 * number. A POSIX system keeps its lowest byte only, see {@link #exitStatus}.
 */
public final class BitsAdmin implements AutoCloseable {

    /** Its lines, with the empty ones around it that scripts skip. */
    static final String BANNER = String.join(
            System.lineSeparator(),
            "",
            "BITSADMIN version 3.0",
            "BITS administration utility.",
            "OpenBITS, Apache License 2.0",
            "");

    private final Supplier<BackgroundCopyManager> connect;
    private final PrintStream out;
    private final int width;
    private final BooleanSupplier stopped;
    private @Nullable BackgroundCopyManager manager;

    /**
     * @param connect gives the manager; called at most once, and only by switches that need one
     * @param width columns of the terminal, or 0 when standard output is none
     * @param stopped whether the user asked to stop; asked about once a second by what waits
     */
    public BitsAdmin(Supplier<BackgroundCopyManager> connect, PrintStream out, int width, BooleanSupplier stopped) {
        this.connect = connect;
        this.out = out;
        this.width = width;
        this.stopped = stopped;
    }

    /** Runs one command line; returns its exit code. The manager stays open. */
    public int run(List<String> arguments) {
        Output output = new Output(out, width);
        try {
            return dispatch(new ArrayList<>(arguments), output);
        } catch (UsageException e) {
            output.line(String.valueOf(e.getMessage()));
            return 1;
        } catch (BitsException e) {
            output.line("Unable to complete the request - " + e.code().hex().toLowerCase(Locale.ROOT));
            output.line(String.valueOf(e.getMessage()));
            return e.code().number();
        } catch (ActionFailed e) {
            output.line(
                    "Unable to " + e.action() + " - " + e.refusal().code().hex().toLowerCase(Locale.ROOT));
            output.line(String.valueOf(e.refusal().getMessage()));
            return e.refusal().code().number();
        } catch (TransferFailed e) {
            return e.number();
        } catch (CancellationException e) {
            return 1;
        } finally {
            out.flush();
        }
    }

    /** Closes the manager, if one was opened; only for a caller that gave one away for good. */
    @Override
    public void close() {
        if (manager != null) {
            manager.close();
        }
    }

    /** What a POSIX system sees of an exit code: its lowest byte, never 0 for a failure. */
    public static int exitStatus(int code) {
        return code == 0 ? 0 : (code & 0xFF) == 0 ? 1 : code & 0xFF;
    }

    private int dispatch(List<String> arguments, Output output) {
        boolean monitor = takeGlobalSwitches(arguments, output);
        if (!output.isRaw()) {
            output.line(BANNER);
        }
        if (monitor) {
            output.cutLongLines(true);
        }
        Switch found = Switches.find(arguments);
        if (found == null) {
            output.line("Invalid command");
            Switches.usage().forEach(output::line);
            return 1;
        }
        List<String> rest = arguments.subList(found.name().split(" ").length, arguments.size());
        if (rest.size() < found.least() || rest.size() > found.most()) {
            throw new UsageException((rest.size() < found.least() ? "Missing argument." : "Too many arguments.")
                    + " Usage: bitsadmin " + found.usage());
        }
        found.action().run(new Call(rest, this, output));
        return 0;
    }

    /** Takes /RAWRETURN, /WRAP and /NOWRAP off the front; tells whether the command is /monitor, which cuts lines. */
    private static boolean takeGlobalSwitches(List<String> arguments, Output output) {
        boolean wrap = false;
        while (!arguments.isEmpty()) {
            if (Call.isOption(arguments.get(0), "/rawreturn")) {
                output.raw();
            } else if (Call.isOption(arguments.get(0), "/wrap")) {
                wrap = true;
            } else if (Call.isOption(arguments.get(0), "/nowrap")) {
                output.cutLongLines(true);
            } else {
                break;
            }
            arguments.remove(0);
        }
        return !wrap && !arguments.isEmpty() && Call.isOption(arguments.get(0), "/monitor");
    }

    BackgroundCopyManager manager() {
        if (manager == null) {
            manager = connect.get();
        }
        return manager;
    }

    BooleanSupplier stopped() {
        return stopped;
    }
}
