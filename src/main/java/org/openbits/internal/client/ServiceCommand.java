package org.openbits.internal.client;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.home.Home;

/**
 * The command line and the environment of a service process.
 *
 * <p>The service gets a session of its own, so that neither Ctrl-C at the prompt nor a closed terminal reaches it, and an
 * environment without the caller's surprises.
 *
 * @param command program and arguments
 * @param environment all of it
 */
record ServiceCommand(List<String> command, Map<String, String> environment) {

    static final String MAIN = "org.openbits.internal.service.BitsdMain";

    private static final List<String> FLAGS = List.of(
            // A reserve: what lives in a full queue of 100,000 jobs is 60 MiB, and the heap stays close above what
            // lives.
            "-Xmx224m",
            "-Xms32m",
            "-Xmn24m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            // Half a service is worse than none: the next call starts a whole one, and no job is lost.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8");

    /** With the distribution's file of which compiler takes what: the code of the first one is final soon. */
    private static final List<String> FEW_COMPILATIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:Tier4InvocationThreshold=1500",
            "-XX:Tier4MinInvocationThreshold=300",
            "-XX:Tier4CompileThreshold=4000");

    private static final Set<String> KEPT = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LANGUAGE",
            "TZ",
            "JAVA_HOME",
            // Without these a Windows process finds neither its libraries nor its user's directories.
            "SYSTEMROOT",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA");

    /**
     * @param property reads a system property of this process; null where it has none
     * @param callers the environment of this process
     * @param bitsHome the home to serve when it is not this user's own, or null
     * @param home where the service lives
     */
    static ServiceCommand of(
            UnaryOperator<@Nullable String> property, Map<String, String> callers, @Nullable Path bitsHome, Home home) {
        List<String> command = new ArrayList<>(sessionOfItsOwn());
        command.add(Path.of(required(property, "java.home"), "bin", "java").toString());
        command.addAll(classPath(property));
        command.add("-XX:ErrorFile=" + home.logs().resolve("bitsd-crash-%p.log"));
        command.add(MAIN);
        Map<String, String> environment = new TreeMap<>();
        callers.forEach((name, value) -> {
            if (isKept(name)) {
                environment.put(name, value);
            }
        });
        // The memory of glibc: an arena for each of many threads would keep some 20 MiB of what they once had.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        if (bitsHome != null) {
            // Absolute: the service works in another directory.
            environment.put("BITS_HOME", bitsHome.toAbsolutePath().toString());
        }
        return new ServiceCommand(command, environment);
    }

    private static boolean isKept(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return KEPT.contains(upper)
                || upper.startsWith("LC_")
                || upper.startsWith("XDG_")
                || upper.startsWith("BITS_")
                || upper.endsWith("_PROXY");
    }

    private static List<String> sessionOfItsOwn() {
        for (String place : List.of("/usr/bin/setsid", "/bin/setsid")) {
            if (Files.isExecutable(Path.of(place))) {
                return List.of(place);
            }
        }
        Path perl = Path.of("/usr/bin/perl");
        // macOS has no setsid program.
        return Files.isExecutable(perl)
                ? List.of(perl.toString(), "-e", "use POSIX 'setsid'; setsid(); exec @ARGV")
                : List.of();
    }

    /** The launcher's argument file (flags, class path, class-data archive); else its jars; else our own class path. */
    private static List<String> classPath(UnaryOperator<@Nullable String> property) {
        String arguments = property.apply("openbits.args");
        if (arguments != null && Files.isReadable(Path.of(arguments, "service.args"))) {
            return List.of("@" + Path.of(arguments, "service.args"));
        }
        List<String> flags = new ArrayList<>(FLAGS);
        String lib = property.apply("openbits.lib");
        if (lib != null && Files.isReadable(Path.of(lib, "service.compilers"))) {
            flags.addAll(FEW_COMPILATIONS);
            flags.add("-XX:CompilerDirectivesFile=" + Path.of(lib, "service.compilers"));
        }
        flags.add("-cp");
        flags.add(withLogging(
                lib == null
                        ? required(property, "java.class.path")
                        : Path.of(lib, "*").toString()));
        return flags;
    }

    /** The distribution keeps the service's logging in a directory of its own, so that no program gets it unasked. */
    private static String withLogging(String classPath) {
        for (String entry : classPath.split(File.pathSeparator)) {
            Path lib = Path.of(entry).getParent();
            if (lib != null && Files.isDirectory(lib.resolve("log"))) {
                return lib.resolve("log").resolve("*") + File.pathSeparator + classPath;
            }
        }
        return classPath;
    }

    private static String required(UnaryOperator<@Nullable String> property, String name) {
        String value = property.apply(name);
        if (value == null) {
            throw new IllegalStateException("no system property " + name);
        }
        return value;
    }
}
