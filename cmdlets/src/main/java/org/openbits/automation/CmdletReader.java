package org.openbits.automation;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a {@link CmdletInfo} from the annotations of a class and of the classes above it. */
final class CmdletReader {

    private CmdletReader() {}

    static CmdletInfo read(Class<? extends Cmdlet> type) {
        CmdletName name = type.getAnnotation(CmdletName.class);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " has no @CmdletName");
        }
        Help help = type.getAnnotation(Help.class);
        List<ParameterInfo> parameters = parameters(type);
        return new CmdletInfo(
                name.verb() + "-" + name.noun(),
                type.getPackageName().startsWith("org.openbits.cmdlets.core") ? "OpenBits.Core" : "BitsTransfer",
                name.errorClass().isEmpty() ? type.getName() : name.errorClass(),
                List.of(name.aliases()),
                name.defaultSet(),
                sets(name, parameters),
                name.shouldProcess(),
                parameters,
                help == null ? "" : help.synopsis(),
                help == null ? "" : help.description(),
                help == null ? List.of() : examples(help),
                factory(type));
    }

    private static List<String> sets(CmdletName name, List<ParameterInfo> parameters) {
        Set<String> sets = new LinkedHashSet<>();
        if (!name.defaultSet().isEmpty()) {
            sets.add(name.defaultSet());
        }
        for (ParameterInfo parameter : parameters) {
            sets.addAll(parameter.sets().keySet());
        }
        sets.remove(ParameterInfo.ALL_SETS);
        return sets.isEmpty() ? List.of(ParameterInfo.ALL_SETS) : List.copyOf(sets);
    }

    private static List<CmdletInfo.HelpExample> examples(Help help) {
        List<CmdletInfo.HelpExample> examples = new ArrayList<>();
        for (Example example : help.examples()) {
            examples.add(new CmdletInfo.HelpExample(example.title(), example.code()));
        }
        return examples;
    }

    private static List<ParameterInfo> parameters(Class<?> type) {
        Deque<Class<?>> line = new ArrayDeque<>();
        for (Class<?> each = type; each != null && each != Cmdlet.class; each = each.getSuperclass()) {
            line.push(each);
        }
        List<ParameterInfo> parameters = new ArrayList<>();
        for (Class<?> each : line) {
            for (Field field : each.getDeclaredFields()) {
                Parameter annotation = field.getAnnotation(Parameter.class);
                if (annotation != null && !Modifier.isStatic(field.getModifiers())) {
                    parameters.add(parameter(field, annotation));
                }
            }
        }
        return parameters;
    }

    private static ParameterInfo parameter(Field field, Parameter annotation) {
        FieldAccessor accessor =
                new FieldAccessor(field, annotation.minimum(), field.isAnnotationPresent(AllowEmpty.class));
        TypeToken type = accessor.type();
        String fieldName = field.getName();
        String name = annotation.name().isEmpty()
                ? Character.toUpperCase(fieldName.charAt(0)) + fieldName.substring(1)
                : annotation.name();
        boolean isSwitch = accessor.isSwitch();
        return new ParameterInfo(
                name,
                type,
                isSwitch,
                List.of(annotation.aliases()),
                places(annotation),
                List.of(annotation.values()),
                annotation.wildcards(),
                annotation.own(),
                annotation.help(),
                annotation.type().isEmpty() ? typeName(type, isSwitch) : annotation.type(),
                accessor);
    }

    private static Map<String, ParameterInfo.Place> places(Parameter annotation) {
        ParameterInfo.Place place = new ParameterInfo.Place(
                annotation.position(),
                annotation.mandatory(),
                annotation.pipeline(),
                annotation.pipelineByName(),
                annotation.remaining());
        Map<String, ParameterInfo.Place> places = new LinkedHashMap<>();
        for (String set : annotation.sets()) {
            places.put(set, place);
        }
        for (String set : annotation.optionalIn()) {
            places.put(set, new ParameterInfo.Place(Parameter.NAMED, false, false, false, false));
        }
        if (places.isEmpty()) {
            places.put(ParameterInfo.ALL_SETS, place);
        }
        return places;
    }

    private static String typeName(TypeToken type, boolean isSwitch) {
        return isSwitch ? "SwitchParameter" : TypeNames.shortName(type);
    }

    /** Makes the instance of one call. */
    static Supplier<Cmdlet> factory(Class<? extends Cmdlet> type) {
        return () -> create(type);
    }

    private static Cmdlet create(Class<? extends Cmdlet> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException("Cannot create " + type.getName(), failure.getCause());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("Cannot create " + type.getName(), failure);
        }
    }
}
