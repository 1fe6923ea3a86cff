package org.openbits.automation;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods that every object of .NET has, PowerShell's own Where and ForEach, and the names of types. */
final class AnyMembers {

    private AnyMembers() {}

    static @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        return switch (name + args.size()) {
            case "tostring0" -> text(target, "", Culture.current());
            case "tostring1" ->
                args.get(0) instanceof Culture culture
                        ? text(target, "", culture)
                        : text(target, format(args), Culture.current());
            case "tostring2" ->
                text(target, format(args), args.get(1) instanceof Culture culture ? culture : Culture.current());
            case "equals1" -> Comparison.equal(target, args.get(0), true);
            case "compareto1" -> Integer.signum(Comparison.compare(target, args.get(0), true));
            case "gethashcode0" -> target.hashCode();
            case "gettype0" -> type(target);
            case "foreach1" -> forEach(target, args.get(0));
            case "where1", "where2", "where3" -> where(target, args);
            default -> target instanceof ScriptBlock block ? invoke(block, name, args) : MISSING;
        };
    }

    private static final Object MISSING = Adapter.MISSING;

    private static String format(List<? extends @Nullable Object> args) {
        return args.get(0) instanceof CharSequence format ? format.toString() : "";
    }

    private static String text(Object target, String format, Culture culture) {
        boolean isFormatted =
                !format.isEmpty() || target instanceof java.time.ZonedDateTime || target instanceof Number;
        return isFormatted ? Formats.apply(target, format, culture) : Conversion.toText(target);
    }

    private static @Nullable Object invoke(ScriptBlock block, String name, List<? extends @Nullable Object> args) {
        return switch (name) {
            case "invoke", "invokereturnasis" -> block.invoke(null, new ArrayList<>(args));
            default -> MISSING;
        };
    }

    private static Object forEach(Object target, @Nullable Object what) {
        List<@Nullable Object> results = new ArrayList<>();
        for (Object element : Conversion.enumerate(target)) {
            results.addAll(
                    what instanceof ScriptBlock block
                            ? block.invoke(element, List.of())
                            : Conversion.enumerate(named(element, Conversion.toText(what))));
        }
        return results;
    }

    /** The property of that name, else what the method gives. */
    private static @Nullable Object named(@Nullable Object element, String name) {
        return element == null || Members.has(element, name)
                ? Members.getOrNull(element, name)
                : Members.invoke(element, name, List.of());
    }

    /** {@code Where(block, mode, count)}; of the modes Default, First and Last are known. */
    private static Object where(Object target, List<? extends @Nullable Object> args) {
        if (!(args.get(0) instanceof ScriptBlock block)) {
            return MISSING;
        }
        List<@Nullable Object> found = new ArrayList<>();
        for (Object element : Conversion.enumerate(target)) {
            if (Conversion.isTrue(block.invoke(element, List.of()))) {
                found.add(element);
            }
        }
        String mode = args.size() > 1 ? Conversion.toText(args.get(1)) : "";
        int count = args.size() > 2
                ? Adapter.number(args, 2)
                : mode.equals("") || mode.equals("Default") ? found.size() : 1;
        int size = Math.min(count, found.size());
        return mode.equalsIgnoreCase("Last")
                ? new ArrayList<>(found.subList(found.size() - size, found.size()))
                : new ArrayList<>(found.subList(0, size));
    }

    private static Object type(Object target) {
        String full = typeName(target);
        String base = target instanceof Enum<?> ? "Enum" : Conversion.isMany(target) ? "Array" : "Object";
        return new CustomObject("System.RuntimeType")
                .add("Name", full.substring(full.lastIndexOf('.') + 1))
                .add("FullName", full)
                .add("BaseType", "System." + base)
                .add("IsArray", Conversion.isMany(target))
                .add("IsEnum", target instanceof Enum<?>);
    }

    static List<String> typeNames(Object target) {
        if (target instanceof Shaped shaped) {
            return shaped.typeNames();
        }
        String own = typeName(target);
        String between = "";
        if (target instanceof Number
                || target instanceof Boolean
                || target instanceof Character
                || target instanceof java.time.ZonedDateTime
                || target instanceof java.time.Duration) {
            between = "System.ValueType";
        } else if (own.endsWith("[]")) {
            between = "System.Array";
        } else if (own.endsWith("Exception") && !own.equals("System.Exception")) {
            between = "System.Exception";
        }
        return own.equals("System.Object")
                ? List.of(own)
                : between.isEmpty() ? List.of(own, "System.Object") : List.of(own, between, "System.Object");
    }

    static String typeName(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Shaped shaped) {
            return shaped.typeName();
        }
        if (value instanceof CharSequence) {
            return "System.String";
        }
        if (value instanceof NetNamed named && !(value instanceof Throwable)) {
            return named.netName();
        }
        if (value instanceof HashTable table) {
            return table.netName();
        }
        if (value instanceof BigInteger number) {
            return number.signum() >= 0 && number.bitLength() <= 64 ? "System.UInt64" : "System.Numerics.BigInteger";
        }
        if (value instanceof ScriptBlock) {
            return "System.Management.Automation.ScriptBlock";
        }
        if (value instanceof java.util.Map.Entry) {
            return "System.Collections.DictionaryEntry";
        }
        if (value instanceof org.w3c.dom.Node node) {
            return XmlMembers.typeName(node);
        }
        if (Conversion.isMany(value)) {
            return "System.Object[]";
        }
        return value instanceof Throwable failure
                ? errorName(failure)
                : TypeNames.fullName(TypeNames.box(value.getClass()));
    }

    private static String errorName(Throwable failure) {
        if (failure instanceof NetNamed named) {
            return named.netName();
        }
        if (failure instanceof NoSuchMember) {
            return "System.Management.Automation.RuntimeException";
        }
        if (failure instanceof IndexOutOfBoundsException) {
            return "System.ArgumentOutOfRangeException";
        }
        if (failure instanceof FileNotFoundException || failure instanceof NoSuchFileException) {
            return "System.IO.FileNotFoundException";
        }
        if (failure instanceof AccessDeniedException || failure instanceof SecurityException) {
            return "System.UnauthorizedAccessException";
        }
        if (failure instanceof java.io.UncheckedIOException outer && outer.getCause() != null) {
            return errorName(outer.getCause());
        }
        if (failure instanceof IOException) {
            return "System.IO.IOException";
        }
        if (failure instanceof BindingException) {
            return "System.Management.Automation.ParameterBindingException";
        }
        if (failure instanceof ConversionException) {
            return "System.Management.Automation.PSInvalidCastException";
        }
        if (failure instanceof IllegalArgumentException) {
            return "System.ArgumentException";
        }
        if (failure instanceof ArithmeticException) {
            return "System.DivideByZeroException";
        }
        return failure.getClass() == RuntimeException.class || failure instanceof CmdletException
                ? "System.Management.Automation.RuntimeException"
                : failure instanceof IllegalStateException
                        ? "System.InvalidOperationException"
                        : failure.getClass().getName();
    }
}
