package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;

/** .NET types of the system at large: who runs, archives, chance. */
final class SystemTypes {

    private SystemTypes() {}

    /** {@code [Security.Principal.WindowsIdentity]::GetCurrent()}. */
    static final class Identity implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("getcurrent") ? new Account(System.getProperty("user.name")) : MISSING;
        }
    }

    /** {@code [Security.Principal.WindowsPrincipal]}. */
    static final class Principal implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return arguments.size() == 1 && arguments.get(0) instanceof Account account ? account : MISSING;
        }
    }

    /**
     * The account that runs this process; the administrator is root. Public because scripts call it by name.
     *
     * @param name its name
     */
    public record Account(String name) {

        public Account identity() {
            return this;
        }

        /** Whether it may do anything: the only role that is known. */
        public boolean isInRole(Object role) {
            return Conversion.toText(role).matches("(?i)Administrator|.*\\\\Administrators?|544|S-1-5-32-544")
                    && name.equals("root");
        }
    }

    /** {@code [IntPtr]::Size}. */
    static final class Pointer implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "size" -> 8;
                case "zero" -> 0;
                default -> MISSING;
            };
        }
    }

    /** {@code [System.Random]}; {@code Next} as .NET has it. */
    static final class Chance implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return new Dice(arguments.isEmpty() ? new Random() : new Random(StaticTypes.number(arguments, 0)));
        }
    }

    /** {@code [RandomNumberGenerator]}: bytes that nobody guesses. */
    static final class Secure implements Statics {
        private static final java.security.SecureRandom RANDOM = new java.security.SecureRandom();

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return switch (method) {
                case "create" -> new Filler();
                case "getbytes" -> {
                    byte[] bytes = new byte[StaticTypes.number(arguments, 0)];
                    RANDOM.nextBytes(bytes);
                    yield TextTypes.bytes(bytes);
                }
                case "getint32" -> {
                    int low = arguments.size() > 1 ? StaticTypes.number(arguments, 0) : 0;
                    yield low + RANDOM.nextInt(StaticTypes.number(arguments, arguments.size() - 1) - low);
                }
                default -> MISSING;
            };
        }

        @Override
        public Object create(List<@Nullable Object> arguments) {
            return new Filler();
        }

        /** Fills arrays of scripts. Public because scripts call it by name. */
        public static final class Filler {
            public void getBytes(List<Object> array) {
                array.replaceAll(each -> RANDOM.nextInt(256));
            }

            public void dispose() {}
        }
    }

    /** {@code [WildcardPattern]}. */
    static final class Wildcards implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return new Like(Conversion.wildcard(StaticTypes.text(arguments, 0), false));
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String text = StaticTypes.text(arguments, 0);
            return switch (method) {
                case "containswildcardcharacters" -> Conversion.hasWildcard(text);
                case "escape" -> text.replaceAll("([*?\\[\\]`])", "`$1");
                case "unescape" -> text.replaceAll("`(.)", "$1");
                case "get" -> create(arguments);
                default -> MISSING;
            };
        }

        /**
         * A pattern. Public because scripts call it by name.
         *
         * @param test what it asks
         */
        public record Like(java.util.function.Predicate<String> test) {
            public boolean isMatch(String text) {
                return test.test(text);
            }
        }
    }

    /** {@code [AppDomain]}: where the program is. */
    static final class Domain implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.equals("currentdomain")
                    ? new CustomObject("System.AppDomain")
                            .add("BaseDirectory", System.getProperty("java.home") + java.io.File.separator)
                            .add("FriendlyName", "bits")
                    : MISSING;
        }
    }

    /** {@code [System.Diagnostics.FileVersionInfo]}: files here carry no version. */
    record FileVersion(Engine engine) implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("getversioninfo")
                    ? new CustomObject("System.Diagnostics.FileVersionInfo")
                            .add(
                                    "FileName",
                                    FileTypes.path(engine, arguments, 0).toString())
                            .add("FileVersion", null)
                            .add("ProductVersion", null)
                            .add("ProductName", null)
                    : MISSING;
        }
    }

    /** .NET's Random. Public because scripts call it by name. */
    public static final class Dice {
        private final Random random;

        Dice(Random random) {
            this.random = random;
        }

        public int next() {
            return random.nextInt(Integer.MAX_VALUE);
        }

        public int next(int bound) {
            return random.nextInt(bound);
        }

        public int next(int from, int to) {
            return from + random.nextInt(to - from);
        }

        public double nextDouble() {
            return random.nextDouble();
        }
    }

    /** {@code [System.Runtime.InteropServices.RuntimeInformation]} and {@code OSPlatform}. */
    static final class Platform implements Statics {

        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "windows", "linux", "freebsd" -> property;
                case "osx" -> "mac";
                case "osdescription" -> System.getProperty("os.name") + " " + System.getProperty("os.version");
                case "osarchitecture", "processarchitecture" ->
                    System.getProperty("os.arch").equals("amd64") ? "X64" : System.getProperty("os.arch");
                case "frameworkdescription" -> "Java " + System.getProperty("java.version");
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String wanted = StaticTypes.text(arguments, 0).toLowerCase(java.util.Locale.ROOT);
            String name = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
            return switch (method) {
                case "isosplatform" -> name.startsWith(wanted);
                case "create" -> wanted;
                default -> MISSING;
            };
        }
    }
}
