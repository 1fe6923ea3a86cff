package org.openbits.shell.groovy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;
import org.openbits.automation.TypeToken;

/**
 * Cmdlets that the user wrote in Groovy, a file each: {@code Get-Thing.groovy} is the command Get-Thing. The file holds a
 * class with the annotations of a cmdlet, or a method {@code getThing}, whose parameters are the command's. Only the names
 * of the files are read at the start; Groovy is loaded when such a command is first asked for.
 */
final class GroovyCmdlets {

    private static final String ENDING = ".groovy";

    private final Supplier<GroovyEngine> engine;

    GroovyCmdlets(Supplier<GroovyEngine> engine) {
        this.engine = engine;
    }

    /** Makes the commands of a directory known; one that does not exist has none. */
    void register(Path directory, CmdletRegistry registry) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("\\w+-\\w+\\" + ENDING)) {
                    String command = name.substring(0, name.length() - ENDING.length());
                    registry.register(() -> read(file, command), command);
                }
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException("Cannot list the cmdlets in " + directory, failure);
        }
    }

    private CmdletInfo read(Path file, String command) {
        try {
            Class<?> type = engine.get().load(Files.readString(file), file.toString());
            if (Cmdlet.class.isAssignableFrom(type)) {
                CmdletInfo info = CmdletInfo.of(type.asSubclass(Cmdlet.class));
                if (!info.name().equalsIgnoreCase(command)) {
                    throw refused(file, "it declares " + info.name() + "; name the file " + info.name() + ENDING);
                }
                return info;
            }
            return ofFunction(file, command, type);
        } catch (CmdletException known) {
            throw known;
        } catch (IOException | RuntimeException failure) {
            throw refused(file, String.valueOf(failure.getMessage()));
        }
    }

    private static CmdletException refused(Path file, String why) {
        return new CmdletException(ErrorRecord.of(
                new IllegalStateException("The cmdlet " + file + " cannot be used: " + why),
                "GroovyCmdletRefused",
                ErrorCategory.InvalidData,
                file));
    }

    private CmdletInfo ofFunction(Path file, String command, Class<?> type) {
        String wanted = CommandMethods.methodName(command);
        Method longest = null;
        int least = Integer.MAX_VALUE;
        // Groovy makes a method of its own for each number of arguments that default values allow.
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(wanted) && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) {
                least = Math.min(least, method.getParameterCount());
                longest =
                        longest == null || method.getParameterCount() > longest.getParameterCount() ? method : longest;
            }
        }
        if (longest == null) {
            throw refused(file, "it has neither a class that extends Cmdlet nor a method " + wanted + "(...)");
        }
        List<ParameterInfo> parameters = new ArrayList<>();
        for (java.lang.reflect.Parameter each : longest.getParameters()) {
            parameters.add(parameter(each, parameters.size(), parameters.size() < least));
        }
        return new CmdletInfo(
                command,
                file.toString(),
                command,
                List.of(),
                "",
                List.of(ParameterInfo.ALL_SETS),
                false,
                parameters,
                "The Groovy method " + wanted + " of " + file.getFileName() + ".",
                "",
                List.of(),
                call(type, wanted, longest.getParameterTypes()));
    }

    private Supplier<Call> call(Class<?> type, String method, Class<?>[] types) {
        return () -> new Call(engine.get(), type, method, types);
    }

    private static ParameterInfo parameter(java.lang.reflect.Parameter declared, int position, boolean mandatory) {
        String name = Character.toUpperCase(declared.getName().charAt(0))
                + declared.getName().substring(1);
        boolean isSwitch = declared.getType() == boolean.class;
        boolean isList = List.class.isAssignableFrom(declared.getType())
                || declared.getType().isArray();
        TypeToken type = isList ? TypeToken.listOf(Object.class) : TypeToken.of(declared.getType());
        return new ParameterInfo(
                name,
                type,
                isSwitch,
                List.of(),
                Map.of(
                        ParameterInfo.ALL_SETS,
                        new ParameterInfo.Place(
                                isSwitch ? Parameter.NAMED : position, mandatory, position == 0, false, false)),
                List.of(),
                false,
                false,
                "",
                declared.getType().getSimpleName(),
                new Slot(position));
    }

    /** Where a call keeps the value of a parameter. */
    private record Slot(int position) implements ParameterInfo.Accessor {

        @Override
        public @Nullable Object get(Cmdlet target) {
            Call call = (Call) target;
            return position < call.values.size() ? call.values.get(position) : null;
        }

        @Override
        public void set(Cmdlet target, @Nullable Object value) {
            Call call = (Call) target;
            while (call.values.size() <= position) {
                call.values.add(null);
            }
            call.values.set(position, value);
        }
    }

    /** One call of a method; it runs for each input object, which its first parameter takes. */
    private static final class Call extends Cmdlet {

        private final GroovyEngine engine;
        private final Class<?> type;
        private final String method;
        private final Class<?>[] types;
        private final List<@Nullable Object> values = new ArrayList<>();

        Call(GroovyEngine engine, Class<?> type, String method, Class<?>[] types) {
            this.types = types;
            this.engine = engine;
            this.type = type;
            this.method = method;
        }

        @Override
        protected void process() {
            // A default behind the last given argument is Groovy's to fill in.
            @Nullable Object[] given = values.toArray();
            for (int i = 0; i < given.length; i++) {
                if (given[i] == null && types[i] == boolean.class) {
                    given[i] = Boolean.FALSE;
                } else if (given[i] == null) {
                    throw new IllegalArgumentException("Parameter " + (i + 1) + " of " + method
                            + " is needed in this call: Groovy fills in defaults from the end only.");
                }
            }
            Object result = engine.invoke(type, method, given);
            if (result instanceof Iterable<?> many && !(result instanceof java.nio.file.Path)) {
                many.forEach(this::write);
            } else if (result != null) {
                write(Conversion.isMany(result) ? Conversion.enumerate(result) : result);
            }
        }
    }
}
