package org.openbits.automation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any other Java object: its public getters ({@code getName}, {@code isEmpty}, {@code name()} of a record) and methods. */
final class JavaMembers implements Adapter {

    static final JavaMembers INSTANCE = new JavaMembers();

    private static final Set<String> HIDDEN =
            Set.of("getclass", "hashcode", "tostring", "clone", "notify", "notifyall", "wait");

    @Override
    public List<String> names(Object target) {
        if (target instanceof Record) {
            return Stream.of(target.getClass().getRecordComponents())
                    .map(each -> Character.toUpperCase(each.getName().charAt(0))
                            + each.getName().substring(1))
                    .toList();
        }
        TreeMap<String, String> names = new TreeMap<>();
        for (Method method : target.getClass().getMethods()) {
            String name = propertyName(target, method);
            if (name != null) {
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return List.copyOf(names.values());
    }

    private static @Nullable String propertyName(Object target, Method method) {
        String name = method.getName();
        boolean isCandidate = method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !HIDDEN.contains(name.toLowerCase(Locale.ROOT));
        if (!isCandidate) {
            return null;
        }
        if (name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))) {
            return name.substring(3);
        }
        if (name.length() > 2 && name.startsWith("is") && Character.isUpperCase(name.charAt(2))) {
            return name;
        }
        boolean isComponent = target instanceof Record && method.getDeclaringClass() == target.getClass();
        return isComponent ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : null;
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        for (Method method : target.getClass().getMethods()) {
            String property = propertyName(target, method);
            if (property != null && property.equalsIgnoreCase(name)) {
                return call(target, method, new Object[0]);
            }
        }
        if (target instanceof Boolean && name.equals("ispresent")) {
            return target;
        }
        if (target instanceof Map.Entry<?, ?> entry && name.equals("name")) {
            return entry.getKey();
        }
        return (target instanceof Enum<?> || target instanceof Numbered) && name.equals("value__")
                ? Numbers.of(target)
                : MISSING;
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        if (target instanceof Boolean && name.equals("tobool")) {
            return target;
        }
        for (Method method : target.getClass().getMethods()) {
            boolean fits = method.getName().equalsIgnoreCase(name)
                    && method.getParameterCount() == args.size()
                    && !method.isBridge()
                    && !HIDDEN.contains(name);
            Object[] converted = fits ? converted(method, args) : null;
            if (converted != null) {
                Object result = call(target, method, converted);
                return method.getReturnType() == void.class ? NOTHING : result;
            }
        }
        return callWithRest(target, name, args);
    }

    /** A method whose last parameter takes all the arguments that are left. */
    private static @Nullable Object callWithRest(Object target, String name, List<? extends @Nullable Object> args) {
        for (Method method : target.getClass().getMethods()) {
            int fixed = method.getParameterCount() - 1;
            boolean fits = method.isVarArgs()
                    && method.getName().equalsIgnoreCase(name)
                    && args.size() > fixed
                    && method.getParameterTypes()[fixed] == Object[].class
                    && !HIDDEN.contains(name);
            if (fits) {
                List<@Nullable Object> all = new ArrayList<>(args.subList(0, fixed));
                all.add(args.subList(fixed, args.size()).toArray());
                Object[] converted = converted(method, all);
                if (converted != null) {
                    Object result = call(target, method, converted);
                    return method.getReturnType() == void.class ? NOTHING : result;
                }
            }
        }
        return MISSING;
    }

    /** By its setter. */
    @Override
    public boolean set(Object target, String name, @Nullable Object value) {
        for (Method method : target.getClass().getMethods()) {
            boolean fits = method.getName().equalsIgnoreCase("set" + name) && method.getParameterCount() == 1;
            Object[] converted = fits ? converted(method, java.util.Collections.singletonList(value)) : null;
            if (converted != null) {
                call(target, method, converted);
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object @Nullable [] converted(Method method, List<? extends @Nullable Object> args) {
        @Nullable Object[] converted = new Object[args.size()];
        for (int index = 0; index < converted.length; index++) {
            try {
                Class<?> type = method.getParameterTypes()[index];
                converted[index] =
                        type.isInstance(args.get(index)) ? args.get(index) : ScalarConversion.to(type, args.get(index));
            } catch (ConversionException anotherOverload) {
                return null;
            }
        }
        return converted;
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object[] args) {
        try {
            return reachable(method, target.getClass()).invoke(target, args);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getTargetException().getMessage(), failure.getTargetException());
        } catch (IllegalAccessException hidden) {
            return MISSING;
        }
    }

    /** The same method as a public class or interface declares it: that of a hidden class cannot be called. */
    private static Method reachable(Method method, Class<?> type) {
        List<Class<?>> places = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            places.add(type.getSuperclass());
        }
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        for (Class<?> place : places) {
            try {
                Method declared = place.getMethod(method.getName(), method.getParameterTypes());
                Method found = reachable(declared, place);
                if (Modifier.isPublic(found.getDeclaringClass().getModifiers())) {
                    return found;
                }
            } catch (NoSuchMethodException elsewhere) {
                continue;
            }
        }
        return method;
    }
}
