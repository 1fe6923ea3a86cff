package org.openbits.internal.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.Permission;

/**
 * The policy file: one {@code Name = value} a line, {@code #} begins a comment, letter case of names does not matter. The
 * names are those of BITS's policies, where BITS has one.
 *
 * <pre>
 * JobInactivityTimeout  days, 1 to 999           cancel jobs to which nothing happens for so long
 * MaxDownloadTime       seconds, from 1          active time of a job that has no limit of its own
 * MaxJobsPerMachine     1 to 10,000,000          jobs of all ordinary users
 * MaxJobsPerUser        1 to 10,000,000          jobs of one ordinary user
 * MaxFilesPerJob        1 to 10,000,000          files in a job of an ordinary user
 * MaxRangesPerFile      1 to 10,000,000          ranges of a file of an ordinary user
 * MaxActiveTransfers    1 to 1,000               jobs moving at once (ours)
 * BackgroundSlots       1 to 1,000               background jobs moving at once (ours)
 * FilesPerJob           1 to 100                 files of one job moving at once, twice as many in the foreground (ours)
 * FollowDfs             0 or 1                   follow DFS referrals to other servers (ours)
 * AllowSmb1             0 or 1                   speak SMB 1 to servers that know nothing later (ours)
 * HistoryAge            days, 1 to 36,500        how long the history keeps entries (ours)
 * HistorySize           MiB, 1 to 100,000        size of the history (ours)
 * NotifyAllow           paths, by the separator of PATH   programs that notifications may run (ours)
 * </pre>
 *
 * A line that cannot be read leaves its default in force and is told, since a service that refuses to start for a slip of
 * the pen helps nobody.
 *
 * @param policies what holds
 * @param permissions what protocols may do beyond their ordinary ways
 * @param complaints one sentence for each line that was not understood
 */
public record PolicyFile(Policies policies, Set<Permission> permissions, List<String> complaints) {

    private static final long MANY = 10_000_000;

    public PolicyFile {
        permissions = Set.copyOf(permissions);
        complaints = List.copyOf(complaints);
    }

    /** Reads the file; without one the defaults hold. Blocks. */
    public static PolicyFile read(Path file) {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return new PolicyFile(Policies.DEFAULT, Set.of(), List.of());
        } catch (IOException e) {
            return new PolicyFile(
                    Policies.DEFAULT,
                    Set.of(),
                    List.of("The policy file " + file + " cannot be read, the defaults hold: " + e));
        }
    }

    static PolicyFile parse(List<String> lines) {
        Reader reader = new Reader();
        for (int i = 0; i < lines.size(); i++) {
            reader.line(i + 1, lines.get(i));
        }
        Policies d = Policies.DEFAULT;
        Policies policies = new Policies(
                (int) reader.number("MaxActiveTransfers", d.maxActiveTransfers(), 1_000),
                (int) reader.number("BackgroundSlots", d.backgroundSlots(), 1_000),
                (int) reader.number("FilesPerJob", d.filesPerJob(), 100),
                (int) reader.number("MaxJobsPerMachine", d.maxJobsPerMachine(), MANY),
                (int) reader.number("MaxJobsPerUser", d.maxJobsPerUser(), MANY),
                (int) reader.number("MaxFilesPerJob", d.maxFilesPerJob(), MANY),
                (int) reader.number("MaxRangesPerFile", d.maxRangesPerFile(), MANY),
                Duration.ofDays(reader.number(
                        "JobInactivityTimeout", d.jobInactivityTimeout().toDays(), 999)),
                Duration.ofSeconds(
                        reader.number("MaxDownloadTime", d.maxDownloadTime().toSeconds(), 2_147_483_648L)),
                Duration.ofDays(reader.number("HistoryAge", d.historyAge().toDays(), 36_500)),
                reader.number("HistorySize", d.historyBytes() >> 20, 100_000) << 20,
                reader.paths("NotifyAllow"));
        Set<Permission> permissions = permissions(reader);
        reader.complainOfTheRest();
        return new PolicyFile(policies, permissions, reader.complaints);
    }

    private static Set<Permission> permissions(Reader reader) {
        Set<Permission> allowed = EnumSet.noneOf(Permission.class);
        if (reader.isOn("FollowDfs")) {
            allowed.add(Permission.DFS);
        }
        if (reader.isOn("AllowSmb1")) {
            allowed.add(Permission.SMB1);
        }
        return allowed;
    }

    /** The lines, taken away one by one as they are understood. */
    private static final class Reader {

        private record Entry(int line, String name, String value) {}

        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<String> complaints = new ArrayList<>();

        void line(int number, String line) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                return;
            }
            int equals = text.indexOf('=');
            if (equals < 0) {
                complain(number, "it has no '='");
                return;
            }
            String name = text.substring(0, equals).strip();
            entries.put(
                    name.toLowerCase(Locale.ROOT),
                    new Entry(number, name, text.substring(equals + 1).strip()));
        }

        private @Nullable Entry take(String name) {
            return entries.remove(name.toLowerCase(Locale.ROOT));
        }

        long number(String name, long otherwise, long most) {
            Entry entry = take(name);
            if (entry == null) {
                return otherwise;
            }
            try {
                long value = Long.parseLong(entry.value.replace("_", ""));
                if (value >= 1 && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below, like a number out of range
            }
            complain(entry.line, name + " takes a number from 1 to " + most + ", not '" + entry.value + "'");
            return otherwise;
        }

        boolean isOn(String name) {
            Entry entry = take(name);
            if (entry == null || entry.value.equals("0")) {
                return false;
            }
            if (entry.value.equals("1")) {
                return true;
            }
            complain(entry.line, name + " takes 0 or 1, not '" + entry.value + "'");
            return false;
        }

        @Nullable
        List<String> paths(String name) {
            Entry entry = take(name);
            if (entry == null) {
                return null;
            }
            List<String> paths = new ArrayList<>();
            for (String part : entry.value.split(java.io.File.pathSeparator)) {
                if (!part.isBlank()) {
                    paths.add(part.strip());
                }
            }
            return paths;
        }

        void complainOfTheRest() {
            entries.values().forEach(entry -> complain(entry.line, "there is no policy " + entry.name));
        }

        private void complain(int line, String why) {
            complaints.add("Line " + line + " of the policy file is ignored: " + why);
        }
    }
}
