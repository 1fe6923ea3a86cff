package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.Statement;
import org.openbits.shell.language.Statement.ClassDefinition.Method;
import org.openbits.shell.language.Statement.ClassDefinition.Property;
import org.openbits.shell.language.TypeName;

/** A class that a script declared: what its objects are made of. {@link MethodRun} runs its methods. */
final class ClassType implements Statics {

    private final Engine engine;
    private final Scope home;
    private final String name;
    private final @Nullable ClassType base;
    private final @Nullable String exception;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final List<Method> methods = new ArrayList<>();
    private final Map<String, @Nullable Object> statics = new LinkedHashMap<>();
    private final Map<String, Property> staticProperties = new LinkedHashMap<>();

    /** Makes the class; its static properties get their values by {@link #begin}. */
    ClassType(Engine engine, Statement.ClassDefinition definition) {
        this.engine = engine;
        this.home = engine.scope();
        this.name = definition.name();
        TypeName parent = parent(definition.bases());
        this.base = parent == null ? null : engine.types().classOf(parent.name());
        this.exception = base != null ? base.exception : parent == null ? null : exceptionName(parent);
        for (Statement.ClassDefinition.Member member : definition.members()) {
            if (member instanceof Method method) {
                methods.add(method);
            } else if (member instanceof Property property) {
                (property.isStatic() ? staticProperties : properties).put(key(property), property);
            }
        }
    }

    /** The class that is inherited from; interfaces of .NET ask for methods only, which are found by their names. */
    private @Nullable TypeName parent(List<TypeName> bases) {
        for (TypeName each : bases) {
            if (engine.types().classOf(each.name()) != null) {
                return each;
            }
            String simple = each.name().substring(each.name().lastIndexOf('.') + 1);
            if (simple.toLowerCase(Locale.ROOT).endsWith("exception")) {
                return each;
            }
            if (!simple.matches("I[A-Z]\\w*")) {
                throw Failures.at(
                        each.span(),
                        "TypeNotFound",
                        ErrorCategory.InvalidOperation,
                        each.text(),
                        "A class of this shell can inherit from another class of a script or from an exception, not"
                                + " from [" + each.text() + "].");
            }
        }
        return null;
    }

    private static @Nullable String exceptionName(TypeName parent) {
        return parent.name().contains(".") ? parent.name() : "System." + parent.name();
    }

    private static String key(Property property) {
        return property.declaration().name().toLowerCase(Locale.ROOT);
    }

    /** Gives the static properties their values. */
    void begin() {
        staticProperties.forEach((key, property) -> statics.put(key, initial(property)));
    }

    String name() {
        return name;
    }

    @Nullable
    ClassType base() {
        return base;
    }

    /** The exception of .NET that it is a kind of; null when it is none. */
    @Nullable
    String exception() {
        return exception;
    }

    Engine engine() {
        return engine;
    }

    /** Where its methods look for variables and functions. */
    Scope home() {
        return home;
    }

    boolean isA(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        for (ClassType each = this; each != null; each = each.base) {
            if (each.name.equalsIgnoreCase(type)) {
                return true;
            }
        }
        return exception != null && (exception.equalsIgnoreCase(type) || ExceptionTypes.inherits(exception, simple));
    }

    /** The properties of its objects, those of the base first. */
    List<Property> properties() {
        List<Property> all = new ArrayList<>(base == null ? List.of() : base.properties());
        all.removeIf(each -> properties.containsKey(key(each)));
        all.addAll(properties.values());
        return all;
    }

    /** The value a property begins with. */
    @Nullable
    Object initial(Property property) {
        ParameterDeclaration declaration = property.declaration();
        Expression written = declaration.defaultValue();
        if (written == null) {
            boolean text =
                    declaration.type() != null && Types.key(declaration.type()).equals("string");
            return declaration.type() == null || text ? null : engine.types().initial(declaration.type());
        }
        @Nullable Object[] value = new Object[1];
        engine.within(
                new Scope(home, Scope.Kind.LOCAL),
                engine.streams(),
                () -> value[0] = engine.expressions().value(written));
        return typed(declaration, value[0]);
    }

    /** A value as the property's type and attributes want it. */
    @Nullable
    Object typed(ParameterDeclaration declaration, @Nullable Object value) {
        Object typed = declaration.type() == null
                ? value
                : engine.types().convert(declaration.type(), value, declaration.span());
        Validations.check(engine, "", declaration, typed);
        return typed;
    }

    @Override
    public @Nullable Object get(String property) {
        if (statics.containsKey(property)) {
            return statics.get(property);
        }
        return base == null ? MISSING : base.get(property);
    }

    @Override
    public boolean set(String property, @Nullable Object value) {
        Property declared = staticProperties.get(property);
        if (declared == null) {
            return base != null && base.set(property, value);
        }
        statics.put(property, typed(declared.declaration(), value));
        return true;
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        for (ClassType each = this; each != null; each = each.base) {
            Method found = Overloads.choose(engine, each.named(method, true), arguments);
            if (found != null) {
                return new MethodRun(each, found).call(null, arguments);
            }
        }
        return MISSING;
    }

    @Override
    public @Nullable Object create(List<@Nullable Object> arguments) {
        ClassInstance made = new ClassInstance(this);
        Method constructor = Overloads.choose(engine, constructors(), arguments);
        boolean plain = constructors().isEmpty() && (arguments.isEmpty() || exception != null);
        if (constructor == null && !plain) {
            return MISSING;
        }
        made.begin();
        construct(made, constructor, arguments);
        return made;
    }

    /** An object of the one value that a cast is given: by a constructor, or from a table of properties. */
    @Nullable
    Object cast(Object value, @Nullable Span span) {
        if (value instanceof Map<?, ?> map && Overloads.choose(engine, constructors(), listOf(value)) == null) {
            Object made = create(List.of());
            if (made instanceof ClassInstance instance) {
                map.forEach((key, each) -> instance.setProperty(Conversion.toText(key), each));
                return made;
            }
        }
        Object made = create(listOf(value));
        if (made == MISSING) {
            throw Failures.at(
                    span,
                    "ConvertToFinalInvalidCastException",
                    ErrorCategory.InvalidArgument,
                    null,
                    "Cannot convert the \"" + Conversion.toText(value) + "\" value to type \"" + name + "\".");
        }
        return made;
    }

    private static List<@Nullable Object> listOf(Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(value);
        return list;
    }

    /** Runs the constructor: the base's first. */
    private void construct(ClassInstance made, @Nullable Method constructor, List<@Nullable Object> arguments) {
        if (constructor == null) {
            constructBase(made, exception == null ? List.of() : arguments);
            return;
        }
        MethodRun run = new MethodRun(this, constructor);
        run.construct(made, arguments, baseArguments -> constructBase(made, baseArguments));
    }

    private void constructBase(ClassInstance made, List<@Nullable Object> arguments) {
        if (base == null) {
            made.exceptionOf(arguments);
            return;
        }
        Method constructor = Overloads.choose(engine, base.constructors(), arguments);
        if (constructor == null && !base.constructors().isEmpty()) {
            throw Failures.invalid(
                    null,
                    "MethodCountCouldNotFindBest",
                    "Cannot find a constructor of [" + base.name + "] for the argument count: " + arguments.size()
                            + ".");
        }
        base.construct(made, constructor, arguments);
    }

    private List<Method> constructors() {
        return named(name, false);
    }

    /** The methods that a name means, those of the class itself only. */
    private List<Method> named(String method, boolean isStatic) {
        return methods.stream()
                .filter(each -> each.name().equalsIgnoreCase(method) && each.isStatic() == isStatic)
                .toList();
    }

    /** The method of an object, looked for from this class towards its base; null when there is none. */
    @Nullable
    MethodRun method(String method, List<? extends @Nullable Object> arguments) {
        for (ClassType each = this; each != null; each = each.base) {
            Method found = Overloads.choose(engine, each.named(method, false), arguments);
            if (found != null) {
                return new MethodRun(each, found);
            }
        }
        return null;
    }

    /** The names of the methods that objects have, hidden ones left out. */
    List<Method> shownMethods() {
        List<Method> all = new ArrayList<>(base == null ? List.of() : base.shownMethods());
        methods.stream()
                .filter(each ->
                        !each.isHidden() && !each.isStatic() && !each.name().equalsIgnoreCase(name))
                .forEach(all::add);
        return all;
    }
}
