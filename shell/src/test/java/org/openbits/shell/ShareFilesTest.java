package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbits.cmdlets.BitsCmdlets;

/**
 * The man page and the completions of the distribution say what {@code bits --help} and the commands say. Write them again
 * with {@code mvn test -Dtest=ShareFilesTest -DwritePages=true}.
 */
class ShareFilesTest {

    private static final Path SHARE = Path.of("src/main/dist/share");
    private static final String BASH = "bash-completion/completions/bits";
    private static final String ZSH = "zsh/site-functions/_bits";
    private static final String FISH = "fish/vendor_completions.d/bits.fish";
    private static final String MAN = "man/man1/bits.1";
    private static final String SERVICE = "start stop status install uninstall unit";

    @Test
    void filesAreWhatTheProgramSays() throws IOException {
        Map<String, String> files = Map.of(BASH, bash(), ZSH, zsh(), FISH, fish(), MAN, man());
        for (var file : files.entrySet()) {
            Path path = SHARE.resolve(file.getKey());
            if (Boolean.getBoolean("writePages")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(path)
                    .as("bits --help has changed: write this file again with -Dtest=ShareFilesTest -DwritePages=true")
                    .hasContent(file.getValue());
        }
    }

    @Test
    void everyOptionOfTheHelpIsUnderstood() throws UsageException {
        assertThat(options()).containsKeys("-NoProfile", "--json", "--no-input", "--version");
        for (String option : options().keySet()) {
            ShellOptions.parse(List.of(option));
        }
    }

    @Test
    void bashCompletes() throws IOException, InterruptedException {
        String call = "source '" + SHARE.resolve(BASH)
                + "'; try() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _bits;" + " echo \"${COMPREPLY[*]}\"; }; ";
        assertThat(run("bash", "-c", call + "try bits --js")).isEqualTo("--json --json-lines\n");
        assertThat(run("bash", "-c", call + "try bits serv")).isEqualTo("service serve\n");
        assertThat(run("bash", "-c", call + "try bits service sta")).isEqualTo("start status\n");
        assertThat(run("bash", "-c", call + "try bits -c Watch-B")).isEqualTo("Watch-BitsTransfer\n");
    }

    @Test
    void fishCompletes() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/fish")).exists();
        String call = "source '" + SHARE.resolve(FISH) + "'; complete -C ";
        assertThat(run("fish", "-N", "-c", call + "'bits --js'")).contains("--json\twrite results as one JSON list");
        assertThat(run("fish", "-N", "-c", call + "'bits service sta'"))
                .contains("start")
                .contains("status");
        assertThat(run("fish", "-N", "-c", call + "'bits -c Watch-B'")).contains("Watch-BitsTransfer\tShows jobs");
    }

    @Test
    void zshCompletes() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/zsh")).exists();
        // The completion system hands what the file offers to _arguments; here it is printed instead.
        String call = "_arguments() { print -rl -- \"$@\" }; autoload() {}; words=(bits ''); source '"
                + SHARE.resolve(ZSH) + "'";
        assertThat(run("zsh", "-f", "-c", call))
                .contains("--json[write results as one JSON list]")
                .contains("*.(ps1|groovy)");
    }

    @Test
    void manPageIsWellFormed() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/groff")).exists();
        assertThat(run(
                        "groff",
                        "-man",
                        "-Tutf8",
                        "-ww",
                        "-z",
                        SHARE.resolve(MAN).toString()))
                .isEmpty();
    }

    /** The options with what they do, in the order of the help. */
    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (String line : section("Options")) {
            String[] parts = line.strip().split("  +", 2);
            String text = parts.length > 1 ? parts[1] : "";
            int also = text.indexOf("; also --");
            String meaning = also < 0 ? text : text.substring(0, also);
            for (String name : parts[0].split(", ")) {
                options.put(name, meaning.isEmpty() ? "show the " + name.substring(2) : meaning);
            }
            if (also >= 0) {
                options.put(text.substring(also + 7), meaning);
            }
        }
        return options;
    }

    /** The indented lines below a heading of the help. */
    private static List<String> section(String heading) {
        List<String> lines = new ArrayList<>();
        boolean isIn = false;
        for (String line : Usage.TEXT.lines().toList()) {
            isIn = line.startsWith(heading) || isIn && line.startsWith("  ");
            if (isIn && line.startsWith("  ")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> cmdlets() {
        List<String> names = new ArrayList<>();
        BitsCmdlets.registry().all().forEach(info -> names.add(info.name()));
        return names;
    }

    private static String bash() {
        return """
                # Completion of bits for bash; written from bits --help.
                _bits() {
                  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} IFS=$' \\t\\n'
                  COMPREPLY=()
                  case $before in
                    service) COMPREPLY=($(compgen -W '%s' -- "$word")); return ;;
                    -c) COMPREPLY=($(compgen -W '%s' -- "$word")); return ;;
                  esac
                  case $word in
                    -*) COMPREPLY=($(compgen -W '-c %s' -- "$word")) ;;
                    *)
                      ((COMP_CWORD > 1)) || COMPREPLY=($(compgen -W 'service serve jshell bitsadmin' -- "$word"))
                      IFS=$'\\n'
                      COMPREPLY+=($(compgen -f -- "$word"))
                      ;;
                  esac
                }
                complete -o filenames -F _bits bits
                """.formatted(
                SERVICE, String.join(" ", cmdlets()), String.join(" ", options().keySet()));
    }

    private static String zsh() {
        StringBuilder file =
                new StringBuilder("#compdef bits\n# Completion of bits for zsh; written from bits --help.\n");
        file.append("_arguments \\\n  '-c[run commands]:commands:(")
                .append(String.join(" ", cmdlets()))
                .append(")' \\\n");
        options()
                .forEach((name, text) -> file.append("  '")
                        .append(name)
                        .append('[')
                        .append(text.replace("'", "'\\''"))
                        .append("]' \\\n"));
        return file.append("  '1:script or word:_alternative \"words\\:word\\:(service serve jshell bitsadmin)\"")
                .append(" \"files\\:script\\:_files -g \\\"*.(ps1|groovy)\\\"\"' \\\n")
                .append("  '*:argument:_files'\n")
                .toString();
    }

    private static String fish() {
        StringBuilder file = new StringBuilder("# Completion of bits for fish; written from bits --help.\n");
        options()
                .forEach((name, text) -> file.append("complete -c bits ")
                        .append(name.startsWith("--") ? "-l " + name.substring(2) : "-o " + name.substring(1))
                        .append(" -d ")
                        .append(quoted(text))
                        .append('\n'));
        file.append("complete -c bits -n __fish_use_subcommand -a service -d 'the background service'\n");
        file.append("complete -c bits -n __fish_use_subcommand -a serve -d 'the BITS server of a directory'\n");
        file.append("complete -c bits -n __fish_use_subcommand -a jshell -d 'the shell of Java'\n");
        file.append("complete -c bits -n __fish_use_subcommand -a bitsadmin -d 'the switches of bitsadmin'\n");
        file.append("complete -c bits -f -n '__fish_seen_subcommand_from service' -a '" + SERVICE + "'\n");
        BitsCmdlets.registry()
                .all()
                .forEach(info -> file.append("complete -c bits -s c -x -d 'run commands' -a ")
                        .append(quoted(info.name() + "\\t" + quoted(info.synopsis())))
                        .append('\n'));
        return file.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String man() {
        StringBuilder page = new StringBuilder(".TH BITS 1 \"\" OpenBITS\n.SH NAME\n");
        page.append("bits \\- background transfers, and a shell for them\n.SH SYNOPSIS\n.nf\n");
        Usage.TEXT
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .forEach(line -> page.append(roff(line)).append('\n'));
        page.append(".fi\n.SH OPTIONS\nThey stand before a script; what stands behind it belongs to the script.\n");
        options()
                .forEach((name, text) -> page.append(".TP\n.B ")
                        .append(roff(name))
                        .append('\n')
                        .append(roff(text))
                        .append('\n'));
        page.append(
                ".SH COMMANDS\nThe commands about jobs; Get\\-Command lists all, Get\\-Help NAME \\-Full tells more.\n");
        BitsCmdlets.registry()
                .all()
                .forEach(info -> page.append(".TP\n.B ")
                        .append(roff(info.name()))
                        .append('\n')
                        .append(roff(info.synopsis()))
                        .append('\n'));
        page.append(".SH EXAMPLES\n.nf\n");
        section("Examples").forEach(line -> page.append(roff(line.strip())).append('\n'));
        page.append(".fi\n.SH EXIT STATUS\n");
        String codes = Usage.TEXT.substring(Usage.TEXT.indexOf("Exit codes: ") + "Exit codes: ".length());
        codes.lines().forEach(line -> page.append(roff(line)).append('\n'));
        page.append(".SH ENVIRONMENT\n.TP\n.B BITS_HOME\none directory for all state, instead of the usual ones\n");
        page.append(".TP\n.B NO_COLOR\nno colours, when it is not empty\n.TP\n.B JAVA_HOME\nthe Java to run on\n");
        page.append(".SH SEE ALSO\nThe manual and the reference of the commands in the documentation of OpenBITS.\n");
        return page.toString();
    }

    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
