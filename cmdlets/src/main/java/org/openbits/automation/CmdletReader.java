package org.openbits.automation;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                () -> create(type));
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
        field.setAccessible(true);
        TypeToken type = typeOf(field);
        String fieldName = field.getName();
        String name = annotation.name().isEmpty()
                ? Character.toUpperCase(fieldName.charAt(0)) + fieldName.substring(1)
                : annotation.name();
        boolean isSwitch = field.getType() == boolean.class;
        return new ParameterInfo(
                name,
                type,
                isSwitch,
                List.of(annotation.aliases()),
                places(annotation),
                List.of(annotation.values()),
                annotation.wildcards(),
                annotation.help(),
                annotation.type().isEmpty() ? typeName(type, isSwitch) : annotation.type(),
                new FieldAccessor(field, type));
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
        if (places.isEmpty()) {
            places.put(ParameterInfo.ALL_SETS, place);
        }
        return places;
    }

    private static TypeToken typeOf(Field field) {
        Class<?> type = field.getType();
        if (type.isArray()) {
            return TypeToken.listOf(TypeNames.box(type.getComponentType()));
        }
        if (List.class.isAssignableFrom(type)) {
            Object element = field.getGenericType() instanceof ParameterizedType
                    ? ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
                    : Object.class;
            return TypeToken.listOf(element instanceof Class ? (Class<?>) element : Object.class);
        }
        return TypeToken.of(TypeNames.box(type));
    }

    private static String typeName(TypeToken type, boolean isSwitch) {
        return isSwitch ? "SwitchParameter" : TypeNames.shortName(type);
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

    /** A parameter that is a field. */
    private record FieldAccessor(Field field, TypeToken type) implements ParameterInfo.Accessor {

        @Override
        public @Nullable Object get(Cmdlet target) {
            try {
                return field.get(target);
            } catch (IllegalAccessException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void set(Cmdlet target, @Nullable Object value) {
            long minimum = field.getAnnotation(Parameter.class).minimum();
            if (value instanceof Number number && number.longValue() < minimum && !value.equals(get(target))) {
                throw new IllegalArgumentException(
                        "The " + value + " argument is less than the minimum allowed range of "
                                + minimum + ". Supply an argument that is greater than or equal to " + minimum
                                + " and then try the command again.");
            }
            try {
                field.set(target, fitted(value));
            } catch (IllegalAccessException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public boolean allowsEmpty() {
            return field.isAnnotationPresent(AllowEmpty.class);
        }

        private @Nullable Object fitted(@Nullable Object value) {
            Class<?> component = field.getType().getComponentType();
            if (component == null || !(value instanceof List<?> list)) {
                return value;
            }
            Object array = java.lang.reflect.Array.newInstance(component, list.size());
            for (int index = 0; index < list.size(); index++) {
                Object element = list.get(index);
                java.lang.reflect.Array.set(
                        array,
                        index,
                        component == byte.class && element instanceof Number number
                                ? (Object) number.byteValue()
                                : element);
            }
            return array;
        }
    }
}
