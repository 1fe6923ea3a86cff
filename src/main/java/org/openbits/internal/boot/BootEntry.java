package org.openbits.internal.boot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;

/**
 * The entry by which a system starts the service of one user. It runs {@code bits service start}, as anybody would at the
 * prompt, so that it stays right when Java or OpenBITS is replaced; a service without work leaves again.
 */
public interface BootEntry {

    /** A variable the service must not lose, for its jobs are found by it; or by which it finds Java. */
    List<String> VARIABLES = List.of("BITS_HOME", "JAVA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME");

    /** Where the entry is kept. */
    Path file();

    /** The entry itself. */
    String text();

    /** The commands that make the system read it, in their order. */
    List<List<String>> enable();

    /** The commands that make the system forget it, before the file is deleted. */
    List<List<String>> disable();

    /** When the system starts the service then: an adverbial for people, such as "with the machine". */
    String moment();

    /** A command that brings that moment about and may be refused, in which case it is the next log-in; null for none. */
    default @Nullable List<String> hasten() {
        return null;
    }

    /** A file or directory that is there when the system can do this; null when it always can. */
    @Nullable
    Path presence();

    /**
     * The entry for this machine.
     *
     * @throws BitsException E_NOTIMPL where none is known
     */
    static BootEntry of(Machine machine) {
        String system = machine.system().toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return new SystemdUnit(machine);
        }
        if (system.startsWith("mac")) {
            return new LaunchAgent(machine);
        }
        throw new BitsException(
                ErrorCode.E_NOTIMPL,
                "OpenBITS knows no way to start with " + machine.system() + "; make it run '" + machine.program()
                        + " service start' when you log in");
    }

    /** The variables of the caller that go into the entry. */
    static Map<String, String> variables(Machine machine) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : VARIABLES) {
            String value = machine.environment().get(name);
            if (value != null && !value.isBlank()) {
                kept.put(name, Path.of(value).toAbsolutePath().toString());
            }
        }
        return kept;
    }

    /** {@code openbits}; with a home of its own {@code openbits-} and a number made of its path. */
    static String name(Machine machine) {
        String home = variables(machine).get("BITS_HOME");
        if (home == null) {
            return "openbits";
        }
        CRC32 crc = new CRC32();
        crc.update(home.getBytes(StandardCharsets.UTF_8));
        return "openbits-" + Long.toHexString(crc.getValue());
    }
}
