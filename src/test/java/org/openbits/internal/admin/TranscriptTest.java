package org.openbits.internal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.testing.Nginx;

/**
 * Every documented example and every switch, with what it prints, as {@code transcript.txt} beside this class has it.
 *
 * <p>Its lines: {@code # title} begins with an empty queue; {@code - line} runs without being looked at and must
 * succeed; {@code . job STATE} waits; {@code > line} runs, and the lines after it are what it prints after the banner;
 * {@code = n} is its exit code when that is not 0. {@code -DwriteTranscript=true} writes the file anew, to be read
 * before it is committed.
 */
class TranscriptTest {

    private static final Path FILE = Path.of("test/resources/org/openbits/internal/admin/transcript.txt");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4} \\d{1,2}:\\d{2}:\\d{2}( [AP]M)?");
    private static final Pattern IDENTIFIER = Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}");

    @TempDir
    static Path directory;

    private static Nginx nginx;
    private static BackgroundCopyManager manager;
    private static Path downloads;

    @BeforeAll
    static void start() throws IOException {
        nginx = Nginx.in(directory)
                .with("dav_methods PUT;")
                .with("create_full_put_path on;")
                .start();
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
        downloads = Files.createDirectory(directory.resolve("dst"));
        Files.write(nginx.root().resolve("10mb.zip"), new byte[100_000]);
        Files.write(nginx.root().resolve("1k.zip"), new byte[1000]);
        Files.writeString(
                directory.resolve("files.txt"),
                "# two files\n" + nginx.url("10mb.zip") + " " + downloads + "/a\n" + nginx.url("1k.zip") + " "
                        + downloads + "/b\n");
    }

    @AfterAll
    static void stop() {
        manager.close();
        nginx.close();
    }

    @Test
    void everySwitchPrintsWhatTheTranscriptHas() throws IOException {
        List<String> expected = Files.readAllLines(FILE);
        List<String> actual = new ArrayList<>();
        for (String line : expected) {
            if (line.startsWith("# ")) {
                manager.jobs().forEach(BackgroundCopyJob::cancel);
                actual.add("");
                actual.add(line);
            } else if (line.startsWith("- ")) {
                Ran setup = run(line.substring(2));
                assertThat(setup.code()).as("%s: %s", line, setup.out()).isZero();
                actual.add(line);
            } else if (line.startsWith(". ")) {
                awaitState(line.substring(2));
                actual.add(line);
            } else if (line.startsWith(">")) {
                actual.add(line);
                Ran ran = run(line.substring(1).strip());
                actual.addAll(ran.out());
                if (ran.code() != 0) {
                    actual.add("= " + ran.code());
                }
            }
        }
        actual.remove(0);
        if (Boolean.getBoolean("writeTranscript")) {
            Files.write(FILE, actual);
        }
        assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
    }

    /** What the documented examples that make no sense outside Windows are called with. */
    private static final Map<String, String> NOT_HERE = new TreeMap<>(Map.of(
            "B18", "/cache /setexpirationtime 60",
            "B73", "/util /enableanalyticchannel TRUE",
            "B74", "/util /getieproxy NETWORKSERVICE",
            "B75", "/util /setieproxy localsystem AUTODETECT",
            "B76", "/util /setieproxy localsystem MANUAL_PROXY proxy1:80"));

    /** Which they are is written in the manual too; all others do what is documented, as the transcript shows. */
    @Test
    void tellsWhichDocumentedExamplesDoNotApplyHere() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        List<String> manual = Files.readAllLines(Path.of("docs/manual.md"));
        NOT_HERE.forEach((example, command) -> {
            int at = lines.indexOf("> " + command);
            assertThat(at).as(example).isPositive();
            assertThat(lines.get(at + 2)).as(example).endsWith(" is not applicable on this system.");
            assertThat(manual).anyMatch(line -> line.startsWith("| `bitsadmin " + command + "` |"));
        });
        int documented = 79;
        System.out.println("bitsadmin: " + (documented - NOT_HERE.size()) + " of " + documented
                + " documented examples do what is documented, " + NOT_HERE.size()
                + " answer that they do not apply here: " + String.join(", ", NOT_HERE.keySet()));
    }

    @Test
    void theTranscriptHasEverySwitchAndEveryDocumentedExample() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<String> examples = new TreeSet<>();
        for (String line : Files.readAllLines(FILE)) {
            Switch found = line.startsWith("> ") ? Switches.find(words(line.substring(2))) : null;
            if (found != null) {
                used.add(found.name());
            }
            Matcher example = Pattern.compile("\\bB\\d\\d\\b").matcher(line.startsWith("# ") ? line : "");
            while (example.find()) {
                examples.add(example.group());
            }
        }
        assertThat(used).containsAll(Switches.table().keySet());
        assertThat(examples)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 79)
                        .mapToObj("B%02d"::formatted)
                        .toList());
    }

    private record Ran(int code, List<String> out) {}

    private static Ran run(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        List<String> words = CommandWords.split(line.replace("@SRV@/", nginx.url(""))
                .replace("@DIR@", downloads.toString())
                .replace("@LIST@", directory.resolve("files.txt").toString())
                .replace(
                        "@GUID@",
                        manager.jobs().isEmpty()
                                ? ""
                                : manager.jobs().get(0).id().toRegistryForm()));
        // One round of what would go on for ever.
        AtomicInteger rounds = new AtomicInteger(line.startsWith("/monitor") ? 1 : Integer.MAX_VALUE);
        int code = new BitsAdmin(() -> manager, out, 0, () -> rounds.getAndDecrement() <= 0).run(words);
        String text = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        String banner = BitsAdmin.BANNER.formatted().replace(System.lineSeparator(), "\n") + "\n";
        return new Ran(code, lines(neutral(text.startsWith(banner) ? text.substring(banner.length()) : text)));
    }

    /** The words after /rawreturn and its like, by which a switch is found. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>(CommandWords.split(line));
        words.removeIf(word -> word.matches("(?i)[/-](rawreturn|wrap|nowrap)"));
        return words;
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : text.lines().map(String::stripTrailing).toList();
    }

    /** Without what differs from one run to the next. */
    private static String neutral(String text) {
        String named = text.replace(nginx.url(""), "@SRV@/").replace(downloads.toString(), "@DIR@");
        named = IDENTIFIER.matcher(named).replaceAll("{GUID}");
        named = DATE.matcher(named).replaceAll("DATE");
        named = named.replaceAll("BIT[0-9A-F]{8}\\.tmp", "BITxxxxxxxx.tmp");
        return named.replace("OWNER: " + System.getProperty("user.name"), "OWNER: me")
                .replaceAll("(?m)^" + Pattern.quote(System.getProperty("user.name")) + "$", "me");
    }

    private static void awaitState(String jobAndState) {
        String[] parts = jobAndState.split(" ");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> manager.jobs().stream()
                        .anyMatch(job -> job.info().displayName().equals(parts[0])
                                && job.state().name().equals(parts[1])));
    }
}
