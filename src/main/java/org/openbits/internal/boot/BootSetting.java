package org.openbits.internal.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;

/** Puts an entry into its place, or takes it away. Doing either twice changes nothing. */
public final class BootSetting {

    private final BootEntry entry;
    private final Commands commands;

    /** Runs the system's own programs. */
    public interface Commands {

        /**
         * Waits for its end.
         *
         * @return null, or what it said when it failed
         */
        @Nullable
        String run(List<String> command) throws IOException;
    }

    /** A setting that runs real programs. */
    public BootSetting(BootEntry entry) {
        this(entry, BootSetting::run);
    }

    BootSetting(BootEntry entry, Commands commands) {
        this.entry = entry;
        this.commands = commands;
    }

    /** Whether the entry is there and says what it should. */
    public boolean isInstalled() {
        try {
            return Files.readString(entry.file()).equals(entry.text());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes the entry and makes the system read it. A system that refuses finds no entry left behind.
     *
     * @return what there is to say to people, in one sentence; null when it was there already
     * @throws BitsException ERROR_NOT_SUPPORTED when the system has nothing that would read it; E_FAIL with its words when
     *     it refuses; E_ACCESSDENIED when the file cannot be written
     */
    public @Nullable String install() {
        Path presence = entry.presence();
        if (presence != null && !Files.exists(presence)) {
            throw new BitsException(
                    ErrorCode.ERROR_NOT_SUPPORTED,
                    "systemd does not run here (" + presence
                            + " is missing), so nothing was installed. 'bits service unit' "
                            + "prints the unit; a crontab can have instead: @reboot bits service start");
        }
        if (isInstalled()) {
            return null;
        }
        write();
        try {
            for (List<String> command : entry.enable()) {
                obey(command);
            }
        } catch (BitsException refused) {
            remove();
            throw refused;
        }
        List<String> hasten = entry.hasten();
        String refusal = hasten == null ? null : ask(hasten);
        return refusal == null
                ? "Installed " + entry.file() + ": the service starts " + entry.moment() + "."
                : "Installed " + entry.file() + ": the service starts when you log in; to start it " + entry.moment()
                        + ", '" + String.join(" ", hasten) + "' must succeed, which said: " + refusal;
    }

    /**
     * Makes the system forget the entry, and deletes it.
     *
     * @return whether there was one
     * @throws BitsException E_FAIL with the system's words when it refuses
     */
    public boolean uninstall() {
        if (!Files.exists(entry.file())) {
            return false;
        }
        for (List<String> command : entry.disable()) {
            obey(command);
        }
        return remove();
    }

    private void write() {
        Path file = entry.file();
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), entry.text());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BitsException(ErrorCode.E_ACCESSDENIED, "Cannot write " + file + ": " + e, e);
        }
    }

    private boolean remove() {
        try {
            return Files.deleteIfExists(entry.file());
        } catch (IOException e) {
            throw new BitsException(ErrorCode.E_ACCESSDENIED, "Cannot delete " + entry.file() + ": " + e, e);
        }
    }

    private void obey(List<String> command) {
        String trouble = ask(command);
        if (trouble != null) {
            throw new BitsException(ErrorCode.E_FAIL, "'" + String.join(" ", command) + "' failed: " + trouble);
        }
    }

    private @Nullable String ask(List<String> command) {
        try {
            String trouble = commands.run(command);
            return trouble == null ? null : trouble.strip();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static @Nullable String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            return code == 0 ? null : said.isBlank() ? "exit code " + code : said;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
