package org.openbits.shell.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.FileItem;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.PSCredential;
import org.openbits.automation.ScriptBlock;
import org.openbits.shell.language.Expression;

/** Members, calls and indexes. */
final class MemberAccess {

    private final Engine engine;

    MemberAccess(Engine engine) {
        this.engine = engine;
    }

    @Nullable
    Object get(Expression.Member member) {
        Object target = engine.expressions().value(member.target());
        String name = Conversion.toText(engine.expressions().value(member.name()));
        if (member.isStatic()) {
            return statics(target, member).get(name);
        }
        if (target == null && engine.variables().hasStrictProperties() && !member.nullSafe()) {
            throw noProperty(member, name);
        }
        if (target == null) {
            boolean size = name.equalsIgnoreCase("Count") || name.equalsIgnoreCase("Length");
            return size && !member.nullSafe() ? 0 : null;
        }
        if (target instanceof NetType type) {
            return type.own(name);
        }
        if (target instanceof Block block && name.equalsIgnoreCase("Ast")) {
            return SyntaxTree.of(engine, block.body());
        }
        if (name.equalsIgnoreCase("PSTypeNames")) {
            return new TypeNameList(target);
        }
        if (name.equalsIgnoreCase("PSObject")) {
            return ObjectView.of(target);
        }
        Object value = Members.getOrNull(target, name);
        if (value != null || Members.has(target, name)) {
            return value;
        }
        // The language, not its commands, gives every object a size.
        if (name.equalsIgnoreCase("Count") || name.equalsIgnoreCase("Length")) {
            return 1;
        }
        if (engine.variables().hasStrictProperties()) {
            throw noProperty(member, name);
        }
        return null;
    }

    private static CmdletException noProperty(Expression.Member member, String name) {
        return Failures.invalid(
                member.span(),
                "PropertyNotFoundStrict",
                "The property '" + name + "' cannot be found on this object. Verify that the property exists.");
    }

    private NetType statics(@Nullable Object target, Expression place) {
        if (target instanceof NetType type) {
            return type;
        }
        if (target instanceof String name) {
            return engine.types().type(new org.openbits.shell.language.TypeName(place.span(), name, List.of(), 0));
        }
        throw Failures.invalid(place.span(), "StaticMemberNotFound", "A type such as [math] was expected before '::'.");
    }

    @Nullable
    Object invoke(Expression.Invoke invoke) {
        Object target = engine.expressions().value(invoke.target());
        String name = Conversion.toText(engine.expressions().value(invoke.name()));
        if (target == null && invoke.nullSafe()) {
            return null;
        }
        List<@Nullable Object> arguments = engine.expressions().values(invoke.arguments());
        if (invoke.isStatic()) {
            NetType type = statics(target, invoke);
            return wrapped(name, arguments, () -> type.call(name, arguments));
        }
        if (target == null) {
            throw Failures.invalid(
                    invoke.span(), "InvokeMethodOnNull", "You cannot call a method on a null-valued expression.");
        }
        ClassType base = target instanceof ClassInstance ? castOf(invoke.target()) : null;
        MethodRun method = base == null ? null : base.method(name, arguments);
        if (method != null) {
            return method.call((ClassInstance) target, arguments);
        }
        return wrapped(name, arguments, () -> call(target, name, arguments));
    }

    /** The class in {@code ([Base]$this).Method()}, which is how a method calls that of the base. */
    private @Nullable ClassType castOf(Expression target) {
        return target instanceof Expression.Paren paren
                        && paren.statement() instanceof org.openbits.shell.language.Statement.Pipeline pipeline
                        && pipeline.onlyExpression() instanceof Expression.Cast cast
                ? engine.types().classOf(cast.type().name())
                : null;
    }

    private interface Call {
        @Nullable
        Object result();
    }

    /** What a method throws becomes the inner exception of an error that names the method. */
    private static @Nullable Object wrapped(String name, List<?> arguments, Call call) {
        try {
            return call.result();
        } catch (Signal | CmdletException known) {
            throw known;
        } catch (NoSuchMember e) {
            throw Failures.at(null, e, "MethodNotFound", ErrorCategory.InvalidOperation, null);
        } catch (RuntimeException thrown) {
            RuntimeException e =
                    thrown.getCause() instanceof IOException failure && thrown instanceof IllegalStateException
                            ? FileTypes.failed(failure)
                            : thrown;
            String message = "Exception calling \"" + name + "\" with \"" + arguments.size() + "\" argument(s): \""
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + "\"";
            throw Failures.at(
                    null,
                    new MethodInvocationException(message, e),
                    e instanceof ConversionException
                            ? "MethodArgumentConversionInvalidCastArgument"
                            : ErrorRecord.of(e, "", ErrorCategory.NotSpecified, null)
                                    .reason(),
                    ErrorCategory.NotSpecified,
                    null);
        }
    }

    private @Nullable Object call(Object target, String name, List<@Nullable Object> arguments) {
        String key = Scope.key(name);
        if (target instanceof ScriptBlock block) {
            return callBlock(block, key, name, arguments);
        }
        if (target instanceof NetType type) {
            return type.member(key, name, arguments);
        }
        if (key.equals("gettype") && arguments.isEmpty()) {
            return engine.types().typeOf(target);
        }
        if (key.equals("getnetworkcredential") && target instanceof PSCredential credential) {
            return new NetworkCredential(credential);
        }
        if (target instanceof NetGrid grid && key.equals("clone")) {
            return grid.copy();
        }
        if (key.equals("copy") && arguments.isEmpty() && ObjectView.viewed(target) instanceof CustomObject custom) {
            return custom.copy();
        }
        if (target instanceof PropertyList properties && key.equals("remove")) {
            return properties.without(Conversion.toText(arguments.get(0)));
        }
        if (target instanceof FileItem file && StreamTypes.isOpening(file, key)) {
            return StreamTypes.of(engine, file, key, arguments);
        }
        if (target instanceof java.util.regex.Pattern pattern) {
            return TextTypes.Regex.of(pattern, key, name, arguments);
        }
        if (target instanceof org.w3c.dom.Document document
                && key.matches("save|writeto|writecontentto")
                && !arguments.isEmpty()
                && !(arguments.get(0) instanceof CharSequence)) {
            return XmlFile.write(document, arguments.get(0));
        }
        if (target instanceof org.w3c.dom.Document document && (key.equals("load") || key.equals("save"))) {
            return new XmlFile(engine, Conversion.toText(arguments.get(0))).call(document, key);
        }
        boolean block = !arguments.isEmpty() && arguments.get(0) instanceof ScriptBlock;
        if (key.equals("foreach") && block) {
            return forEach(target, (ScriptBlock) Objects.requireNonNull(arguments.get(0)));
        }
        if (key.equals("where") && block) {
            return where(target, arguments);
        }
        return Members.invoke(target, name, arguments);
    }

    private @Nullable Object callBlock(ScriptBlock block, String key, String name, List<@Nullable Object> arguments) {
        return switch (key) {
            case "invoke", "invokereturnasis", "invokewithcontext" ->
                Expressions.single(block instanceof Block own ? own.call(arguments) : block.invoke(null, arguments));
            case "getnewclosure" -> block instanceof Block own ? own.closure() : block;
            case "tostring" -> block.text();
            default -> Members.invoke(block, name, arguments);
        };
    }

    private static List<@Nullable Object> forEach(Object target, ScriptBlock block) {
        List<@Nullable Object> results = new ArrayList<>();
        for (Object item : Conversion.enumerate(target)) {
            results.addAll(block.invoke(item, List.of()));
        }
        return results;
    }

    private static List<@Nullable Object> where(Object target, List<@Nullable Object> arguments) {
        ScriptBlock test = (ScriptBlock) Objects.requireNonNull(arguments.get(0));
        String mode = arguments.size() > 1 ? Scope.key(Conversion.toText(arguments.get(1))) : "default";
        List<@Nullable Object> kept = new ArrayList<>();
        List<@Nullable Object> others = new ArrayList<>();
        boolean met = false;
        for (Object item : Conversion.enumerate(target)) {
            met |= mode.endsWith("until") && Conversion.isTrue(test.invokeSingle(item));
            boolean fits = switch (mode) {
                case "until" -> !met;
                case "skipuntil" -> met;
                default -> Conversion.isTrue(test.invokeSingle(item));
            };
            (fits ? kept : others).add(item);
        }
        int most = arguments.size() > 2 ? Conversion.toNumber(arguments.get(2)).intValue() : 0;
        int count = Math.min(kept.size(), most > 0 ? most : mode.matches("first|last") ? 1 : kept.size());
        return switch (mode) {
            case "last" -> new ArrayList<>(kept.subList(kept.size() - count, kept.size()));
            case "split" -> {
                List<@Nullable Object> both = new ArrayList<>();
                both.add(kept);
                both.add(others);
                yield both;
            }
            default -> new ArrayList<>(kept.subList(0, count));
        };
    }

    @Nullable
    Object index(Expression.Index index) {
        Object target = engine.expressions().value(index.target());
        if (target == null && index.nullSafe()) {
            return null;
        }
        Object key = engine.expressions().value(index.index());
        if (engine.variables().hasStrictIndexes()
                && target instanceof List<?> list
                && key instanceof Number number
                && (number.intValue() >= list.size() || number.intValue() < -list.size())) {
            throw new NetException(
                    "System.IndexOutOfRangeException", "Index was outside the bounds of the array.", null);
        }
        if (target == null) {
            throw Failures.invalid(index.span(), "NullArray", "Cannot index into a null array.");
        }
        return at(target, key);
    }

    private static @Nullable Object at(Object target, @Nullable Object key) {
        if (target instanceof PropertyList properties && key instanceof CharSequence name) {
            return properties.named(name.toString());
        }
        if (target instanceof HttpHeaders headers && key instanceof CharSequence name) {
            return headers.get(name.toString());
        }
        if (target instanceof NetGrid grid) {
            return grid.at(Conversion.enumerate(key));
        }
        if (key != null && Conversion.isMany(key)) {
            List<@Nullable Object> slice = new ArrayList<>();
            for (Object each : Conversion.enumerate(key)) {
                if (!(target instanceof List<?> list) || isInside(list, each)) {
                    slice.add(at(target, each));
                }
            }
            return slice;
        }
        if (target instanceof HashTable table
                && table.isOrdered()
                && key instanceof Integer position
                && !table.containsKey(key)) {
            return atPosition(new ArrayList<>(table.values()), position);
        }
        if (target instanceof Map<?, ?> map) {
            return key == null ? null : map.get(key);
        }
        if (target instanceof CharSequence text) {
            int position = position(key, text.length());
            return position < 0 || position >= text.length() ? null : (Object) text.charAt(position);
        }
        if (Conversion.isMany(target)) {
            return atPosition(target instanceof List<?> list ? list : Conversion.enumerate(target), key);
        }
        int position = position(key, 1);
        return position == 0 ? target : null;
    }

    private static boolean isInside(List<?> list, @Nullable Object key) {
        int position = position(key, list.size());
        return position >= 0 && position < list.size();
    }

    private static @Nullable Object atPosition(List<?> list, @Nullable Object key) {
        int position = position(key, list.size());
        return position < 0 || position >= list.size() ? null : list.get(position);
    }

    /** The place a number means; negative numbers count from the end. */
    static int position(@Nullable Object key, int size) {
        Integer index = Conversion.to(Integer.class, key);
        int position = index == null ? 0 : index;
        return position < 0 ? position + size : position;
    }
}
