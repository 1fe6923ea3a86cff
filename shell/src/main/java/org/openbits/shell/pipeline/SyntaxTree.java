package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Methods;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Shaped;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.Span;

/**
 * A node of a script's syntax tree under PowerShell's names: {@code CommandAst} and its kin, with their parts as properties and
 * {@code FindAll}. {@link SyntaxNodes} makes them; parts are made when they are asked for.
 */
final class SyntaxTree implements Shaped, Methods {

    private static final String NAMESPACE = "System.Management.Automation.Language.";

    private final String kind;
    private final Span place;
    private final String source;
    private final @Nullable SyntaxTree parent;
    private final Map<String, Supplier<@Nullable Object>> makers = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> made = new LinkedHashMap<>();

    SyntaxTree(String kind, Span place, String source, @Nullable SyntaxTree parent) {
        this.kind = kind;
        this.place = place;
        this.source = source;
        this.parent = parent;
    }

    static SyntaxTree of(Engine engine, ScriptBody body) {
        return new SyntaxNodes(engine).script(body, null);
    }

    /** Adds a part; the name as PowerShell has it. */
    SyntaxTree with(String name, Supplier<@Nullable Object> part) {
        makers.put(name, part);
        return this;
    }

    /** Whether it is of that kind, or of one that kinds are of: {@code Ast}, {@code StatementAst} ... */
    boolean is(String wanted) {
        String simple = wanted.substring(wanted.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return kind.equalsIgnoreCase(simple)
                || switch (simple) {
                    case "ast" -> true;
                    case "statementast" -> kind.endsWith("StatementAst") || kind.matches("(Pipeline|Function|Type).*");
                    case "expressionast" -> kind.matches(".*(Expression|Literal|Hashtable)Ast");
                    case "commandbaseast" -> kind.equals("CommandAst") || kind.equals("CommandExpressionAst");
                    case "commandelementast" -> kind.equals("CommandParameterAst") || kind.endsWith("ExpressionAst");
                    case "constantexpressionast" -> kind.equals("StringConstantExpressionAst");
                    case "memberexpressionast" -> kind.equals("InvokeMemberExpressionAst");
                    case "attributebaseast" -> kind.equals("AttributeAst") || kind.equals("TypeConstraintAst");
                    case "loopstatementast", "labeledstatementast" -> kind.matches("(For|While|Do).*");
                    case "pipelinebaseast" -> kind.startsWith("Pipeline");
                    case "redirectionast" -> kind.endsWith("RedirectionAst");
                    case "memberast" -> kind.endsWith("MemberAst");
                    default -> false;
                };
    }

    /** Where a piece of a script stands. */
    static CustomObject extent(Span place, String text) {
        Span end = new Span(place.source(), place.end(), place.end());
        return new CustomObject("System.Management.Automation.Language.ScriptExtent")
                .add(
                        "File",
                        place.source().name().contains(".") ? place.source().name() : null)
                .add("StartLineNumber", place.line())
                .add("StartColumnNumber", place.column())
                .add("EndLineNumber", end.line())
                .add("EndColumnNumber", end.column())
                .add("Text", text)
                .add("StartOffset", place.start())
                .add("EndOffset", place.end());
    }

    private @Nullable Object part(String name) {
        if (!made.containsKey(name)) {
            made.put(name, makers.getOrDefault(name, () -> null).get());
        }
        return made.get(name);
    }

    private List<SyntaxTree> children() {
        List<SyntaxTree> children = new ArrayList<>();
        makers.keySet().forEach(name -> collect(part(name), children));
        return children;
    }

    private static void collect(@Nullable Object part, List<SyntaxTree> children) {
        if (part instanceof SyntaxTree tree) {
            children.add(tree);
        } else if (part instanceof List<?> list) {
            list.forEach(each -> collect(each, children));
        } else if (part instanceof CustomObject pair && pair.has("Item1")) {
            collect(pair.property("Item1"), children);
            collect(pair.property("Item2"), children);
        }
    }

    /** This node and those in it that a block says yes to. */
    private void find(ScriptBlock test, boolean nested, List<@Nullable Object> found, int most) {
        List<@Nullable Object> arguments = Collections.singletonList(this);
        List<@Nullable Object> said =
                test instanceof Block block ? block.call(arguments) : test.invoke(this, arguments);
        if (said.stream().anyMatch(Conversion::isTrue)) {
            found.add(this);
        }
        boolean isNested = kind.equals("ScriptBlockExpressionAst") || kind.equals("FunctionDefinitionAst");
        for (SyntaxTree child : isNested && !nested ? List.<SyntaxTree>of() : children()) {
            if (found.size() < most) {
                child.find(test, nested, found, most);
            }
        }
    }

    @Override
    public boolean answers(String method, List<? extends @Nullable Object> arguments) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "findall", "find" -> arguments.size() == 2 && arguments.get(0) instanceof ScriptBlock;
            case "getcommandname" -> kind.equals("CommandAst");
            case "safegetvalue" -> true;
            default -> false;
        };
    }

    @Override
    public @Nullable Object invoke(String method, List<? extends @Nullable Object> arguments) {
        List<@Nullable Object> found = new ArrayList<>();
        switch (method.toLowerCase(Locale.ROOT)) {
            case "findall", "find" -> {
                boolean all = method.equalsIgnoreCase("FindAll");
                ScriptBlock test = (ScriptBlock) java.util.Objects.requireNonNull(arguments.get(0));
                find(test, Conversion.isTrue(arguments.get(1)), found, all ? Integer.MAX_VALUE : 1);
                return all ? found : found.isEmpty() ? null : found.get(0);
            }
            case "getcommandname" -> {
                return part("CommandElements") instanceof List<?> words
                                && words.get(0) instanceof SyntaxTree first
                                && first.is("StringConstantExpressionAst")
                        ? first.part("Value")
                        : null;
            }
            default -> {
                if (makers.containsKey("Value")) {
                    return part("Value");
                }
                throw new IllegalStateException("The expression is not a constant: " + source);
            }
        }
    }

    @Override
    public boolean hasProperty(String name) {
        return propertyNames().stream().anyMatch(name::equalsIgnoreCase);
    }

    @Override
    public List<String> methodNames() {
        return kind.equals("CommandAst")
                ? List.of("Find", "FindAll", "GetCommandName", "SafeGetValue")
                : List.of("Find", "FindAll", "SafeGetValue");
    }

    @Override
    public String typeName() {
        return NAMESPACE + kind;
    }

    @Override
    public List<String> typeNames() {
        return List.of(typeName(), NAMESPACE + "Ast", "System.Object");
    }

    @Override
    public List<String> propertyNames() {
        List<String> names = new ArrayList<>(makers.keySet());
        names.add("Extent");
        names.add("Parent");
        return names;
    }

    @Override
    public @Nullable Object property(String name) {
        if (name.equalsIgnoreCase("Extent")) {
            return extent(place, source);
        }
        if (name.equalsIgnoreCase("Parent")) {
            return parent;
        }
        for (String part : makers.keySet()) {
            if (part.equalsIgnoreCase(name)) {
                return part(part);
            }
        }
        throw new NoSuchMember(typeName(), name);
    }

    @Override
    public String toString() {
        return source;
    }
}
