package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Conversion;
import org.openbits.automation.Parameter;
import org.openbits.automation.ParameterInfo;
import org.openbits.automation.TypeToken;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.ScriptBody;

/** Reads a function's declarations into what the binder of cmdlets needs. */
final class FunctionInfo {

    private final Engine engine;
    private final String name;
    private final List<ParameterDeclaration> declarations;
    private final boolean numbered;
    private int nextPosition;

    private FunctionInfo(Engine engine, String name, List<ParameterDeclaration> declarations) {
        this.engine = engine;
        this.name = name;
        this.declarations = declarations;
        this.numbered = declarations.stream().noneMatch(FunctionInfo::hasPosition);
    }

    static CmdletInfo of(Engine engine, String name, ScriptBody body) {
        return of(engine, name, body, null);
    }

    /** @param home the scope that calls are nested in; null for the caller's */
    static CmdletInfo of(Engine engine, String name, ScriptBody body, @Nullable Scope home) {
        return info(
                engine,
                name,
                body,
                () -> new FunctionCmdlet(
                        engine, body, () -> new Scope(home == null ? engine.scope() : home, Scope.Kind.LOCAL)));
    }

    /** A script, whose call runs in that scope itself. */
    static CmdletInfo ofScript(Engine engine, String name, ScriptBody body, Scope scope) {
        return info(engine, name, body, () -> new FunctionCmdlet(engine, body, () -> scope));
    }

    private static CmdletInfo info(Engine engine, String name, ScriptBody body, Supplier<FunctionCmdlet> factory) {
        List<ParameterDeclaration> declarations = body.parameters() == null ? List.of() : body.parameters();
        FunctionInfo reader = new FunctionInfo(engine, name, declarations);
        CommentHelp help = CommentHelp.of(body);
        List<ParameterInfo> parameters = reader.parameters(help);
        String defaultSet = Conversion.toText(reader.binding(body, "DefaultParameterSetName"));
        return new CmdletInfo(
                name,
                "",
                name,
                List.of(),
                defaultSet,
                sets(defaultSet, parameters),
                Conversion.isTrue(reader.binding(body, "SupportsShouldProcess")),
                parameters,
                help.synopsis(),
                help.description(),
                help.examples(),
                factory);
    }

    private static List<String> sets(String defaultSet, List<ParameterInfo> parameters) {
        Set<String> sets = new LinkedHashSet<>();
        if (!defaultSet.isEmpty()) {
            sets.add(defaultSet);
        }
        parameters.forEach(parameter -> sets.addAll(parameter.sets().keySet()));
        sets.remove(ParameterInfo.ALL_SETS);
        return sets.isEmpty() ? List.of(ParameterInfo.ALL_SETS) : List.copyOf(sets);
    }

    private @Nullable Object binding(ScriptBody body, String key) {
        for (Attribute attribute : body.attributes()) {
            if (attribute.is("CmdletBinding")) {
                return named(attribute, key);
            }
        }
        return null;
    }

    private @Nullable Object named(Attribute attribute, String key) {
        for (Attribute.Named named : attribute.named()) {
            if (named.key().equalsIgnoreCase(key)) {
                return named.value() == null ? true : engine.expressions().value(named.value());
            }
        }
        return null;
    }

    private static boolean hasPosition(ParameterDeclaration declaration) {
        return declaration.attributes().stream()
                .flatMap(a -> a.named().stream())
                .anyMatch(n -> n.key().equalsIgnoreCase("Position"));
    }

    private List<ParameterInfo> parameters(CommentHelp help) {
        List<ParameterInfo> parameters = new ArrayList<>();
        for (ParameterDeclaration declaration : declarations) {
            parameters.add(parameter(declaration, help));
        }
        return parameters;
    }

    private ParameterInfo parameter(ParameterDeclaration declaration, CommentHelp help) {
        boolean isSwitch = SimpleBinding.isSwitch(declaration);
        String typeName =
                declaration.type() == null ? "Object" : declaration.type().text();
        TypeToken known = declaration.type() == null ? null : TypeToken.named(typeName);
        int position = numbered && !isSwitch ? nextPosition++ : Parameter.NAMED;
        return new ParameterInfo(
                declaration.name(),
                known == null ? TypeToken.of(Object.class) : known,
                isSwitch,
                SimpleBinding.aliases(declaration),
                places(declaration, position),
                List.of(),
                false,
                false,
                help.parameter(declaration.name()),
                typeName,
                new ValueInScope(engine, name, declaration));
    }

    private Map<String, ParameterInfo.Place> places(ParameterDeclaration declaration, int position) {
        Map<String, ParameterInfo.Place> places = new LinkedHashMap<>();
        for (Attribute attribute : declaration.attributes()) {
            if (attribute.is("Parameter")) {
                Object set = named(attribute, "ParameterSetName");
                places.put(set == null ? ParameterInfo.ALL_SETS : Conversion.toText(set), place(attribute, position));
            }
        }
        if (places.isEmpty()) {
            places.put(ParameterInfo.ALL_SETS, new ParameterInfo.Place(position, false, false, false, false));
        }
        return places;
    }

    private ParameterInfo.Place place(Attribute attribute, int position) {
        Object explicit = named(attribute, "Position");
        return new ParameterInfo.Place(
                explicit == null ? position : Conversion.toNumber(explicit).intValue(),
                Conversion.isTrue(named(attribute, "Mandatory")),
                Conversion.isTrue(named(attribute, "ValueFromPipeline")),
                Conversion.isTrue(named(attribute, "ValueFromPipelineByPropertyName")),
                Conversion.isTrue(named(attribute, "ValueFromRemainingArguments")));
    }

    /** A parameter's value lives with the call until the body starts, then in its scope. */
    private record ValueInScope(Engine engine, String command, ParameterDeclaration declaration)
            implements ParameterInfo.Accessor {

        @Override
        public @Nullable Object get(Cmdlet target) {
            return ((FunctionCmdlet) target).value(declaration);
        }

        @Override
        public void set(Cmdlet target, @Nullable Object value) {
            FunctionCmdlet function = (FunctionCmdlet) target;
            // Between two input objects the binder puts back what was there before: that is no new value.
            boolean putBack = value == null && function.hasValue(declaration);
            if (!putBack) {
                Validations.check(engine, command, declaration, value);
            }
            function.value(declaration, value);
        }

        @Override
        public boolean allows(ParameterInfo.Emptiness value) {
            String attribute = switch (value) {
                case NULL -> "AllowNull";
                case TEXT -> "AllowEmptyString";
                case LIST -> "AllowEmptyCollection";
            };
            return declaration.attributes().stream().anyMatch(each -> each.is(attribute));
        }
    }
}
