package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.TypeName;

/** A block's {@code Ast}: where it stands and the parameters it declares; statements are not given out. */
final class SyntaxTree implements Shaped {

    private final String kind;
    private final String source;
    private final Map<String, Supplier<@Nullable Object>> parts = new LinkedHashMap<>();

    private SyntaxTree(String kind, Span place, String source) {
        this.kind = kind;
        this.source = source;
        Object extent = new CustomObject("System.Management.Automation.Language.ScriptExtent")
                .add("StartLineNumber", place.line())
                .add("StartColumnNumber", place.column())
                .add("Text", source);
        parts.put("Extent", () -> extent);
    }

    private static SyntaxTree of(String kind, Span place) {
        return new SyntaxTree(kind, place, place.text());
    }

    static SyntaxTree of(Engine engine, ScriptBody body) {
        SyntaxTree tree = of("ScriptBlockAst", body.span());
        List<ParameterDeclaration> declared = body.parameters();
        Object block = declared == null ? null : parameters(engine, body, declared);
        tree.parts.put("ParamBlock", () -> block);
        return tree;
    }

    private static SyntaxTree parameters(Engine engine, ScriptBody body, List<ParameterDeclaration> declared) {
        List<@Nullable Object> parameters = new ArrayList<>();
        declared.forEach(each -> parameters.add(parameter(engine, each)));
        Span place = declared.isEmpty()
                ? body.span()
                : declared.get(0).span().to(declared.get(declared.size() - 1).span());
        SyntaxTree tree = of("ParamBlockAst", place);
        tree.parts.put("Parameters", () -> parameters);
        return tree;
    }

    private static SyntaxTree parameter(Engine engine, ParameterDeclaration declared) {
        SyntaxTree name = new SyntaxTree("VariableExpressionAst", declared.span(), "$" + declared.name());
        Object path = new CustomObject("System.Management.Automation.VariablePath").add("UserPath", declared.name());
        name.parts.put("VariablePath", () -> path);
        SyntaxTree tree = of("ParameterAst", declared.span());
        tree.parts.put("Name", () -> name);
        TypeName type =
                declared.type() == null ? new TypeName(declared.span(), "object", List.of(), 0) : declared.type();
        tree.parts.put("StaticType", () -> engine.types().type(type));
        Object value = declared.defaultValue() == null
                ? null
                : of("ExpressionAst", declared.defaultValue().span());
        tree.parts.put("DefaultValue", () -> value);
        return tree;
    }

    @Override
    public String typeName() {
        return "System.Management.Automation.Language." + kind;
    }

    @Override
    public List<String> propertyNames() {
        return List.copyOf(parts.keySet());
    }

    @Override
    public @Nullable Object property(String name) {
        for (Map.Entry<String, Supplier<@Nullable Object>> part : parts.entrySet()) {
            if (part.getKey().equalsIgnoreCase(name)) {
                return part.getValue().get();
            }
        }
        throw new NoSuchMember(typeName(), name);
    }

    @Override
    public String toString() {
        return source;
    }
}
