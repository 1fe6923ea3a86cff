package org.openbits.shell.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ModuleFiles;
import org.openbits.automation.ModuleItem;
import org.openbits.shell.language.ScriptBody;

/** Modules in files: their functions run in a scope of the module's own and are known to the whole session. */
final class ScriptModules implements ModuleFiles {

    /** What every script has, which no module exports. */
    private static final Set<String> OWN =
            Set.of("args", "input", "psscriptroot", "pscommandpath", "psboundparameters");

    private final Engine engine;
    private final Map<String, Module> loaded = new LinkedHashMap<>();
    private @Nullable Exports exports;

    ScriptModules(Engine engine) {
        this.engine = engine;
    }

    /** What {@code Export-ModuleMember} names. */
    private static final class Exports {
        private boolean said;
        private final List<String> functions = new ArrayList<>();
        private final List<String> aliases = new ArrayList<>();
        private final List<String> variables = new ArrayList<>();
    }

    private record Module(ModuleItem described, Scope scope) {

        boolean isOf(Path file) {
            return described.path().equals(file.toString());
        }
    }

    @Override
    public @Nullable ModuleItem load(String name, Loading how) {
        Path file = find(name);
        if (file == null) {
            Module made = loaded.get(Scope.key(name));
            return made == null ? null : made.described();
        }
        String plain = plainName(file);
        Module known = loaded.get(Scope.key(plain));
        if (known != null && known.isOf(file) && !how.again()) {
            return known.described();
        }
        if (known != null) {
            remove(plain);
        }
        Module module = isManifest(file) ? manifest(file, plain, how) : script(file, plain, how, "0.0");
        loaded.put(Scope.key(plain), module);
        return module.described();
    }

    private static boolean isManifest(Path file) {
        return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".psd1");
    }

    private static String plainName(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private @Nullable Path find(String name) {
        String text = name.replace('\\', '/');
        boolean isPath = text.contains("/") || text.matches("(?i).*\\.(psm1|psd1|ps1)");
        if (isPath) {
            return inPlace(engine.directory().resolve(text).normalize());
        }
        String places = engine.environment().getOrDefault("PSModulePath", "");
        for (String place : places.isEmpty() ? new String[0] : places.split(File.pathSeparator)) {
            Path found = inPlace(Path.of(place).resolve(text));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Path inPlace(Path path) {
        if (Files.isRegularFile(path)) {
            return path;
        }
        for (String ending : List.of(".psd1", ".psm1")) {
            Path inside = path.resolve(path.getFileName() + ending);
            Path beside = path.resolveSibling(path.getFileName() + ending);
            if (Files.isDirectory(path) && Files.isRegularFile(inside)) {
                return inside;
            }
            if (!Files.isDirectory(path) && Files.isRegularFile(beside)) {
                return beside;
            }
        }
        return null;
    }

    /** A table that names the script and what it exports. */
    private Module manifest(Path file, String name, Loading how) {
        Map<?, ?> table;
        try {
            Object value = Expressions.single(
                    engine.types().block(Scripts.text(Files.readAllBytes(file))).call(List.of()));
            table = value instanceof Map<?, ?> map ? map : Map.of();
        } catch (IOException failure) {
            throw Failures.at(null, failure, "Modules_InvalidManifest", ErrorCategory.ReadError, file.toString());
        }
        Object root = table.get("RootModule") == null ? table.get("ModuleToProcess") : table.get("RootModule");
        String version = table.get("ModuleVersion") == null ? "0.0" : Conversion.toText(table.get("ModuleVersion"));
        List<String> exported = texts(table.get("FunctionsToExport"));
        boolean all = table.get("FunctionsToExport") == null || exported.contains("*");
        List<String> wanted = all
                ? how.functions()
                : exported.stream()
                        .filter(each -> matches(how.functions(), each))
                        .toList();
        List<Path> nested = new ArrayList<>();
        for (String each : texts(table.get("NestedModules"))) {
            nested.add(required(file, each, "NestedModules"));
        }
        if (root == null && !nested.isEmpty()) {
            root = nested.remove(nested.size() - 1).toString();
        }
        for (Path each : nested) {
            load(each.toString(), new Loading(how.again(), List.of(), how.prefix(), how.functions(), how.keepsKnown()));
        }
        Path script = required(file, Conversion.toText(root), "RootModule");
        Module made = script(
                script, name, new Loading(false, how.arguments(), how.prefix(), wanted, how.keepsKnown()), version);
        ModuleItem item = made.described();
        return new Module(
                new ModuleItem(
                        "Manifest",
                        name,
                        version,
                        file.toString(),
                        item.functions(),
                        List.of(),
                        item.aliases(),
                        item.variables()),
                made.scope());
    }

    private static List<String> texts(@Nullable Object values) {
        return Conversion.enumerate(values).stream()
                .map(Conversion::toText)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Path required(Path manifest, String named, String entry) {
        Path script = named.isEmpty() ? null : inPlace(manifest.resolveSibling(named.replace('\\', '/')));
        if (script == null) {
            throw Failures.at(
                    null,
                    "Modules_InvalidManifest",
                    ErrorCategory.InvalidArgument,
                    manifest.toString(),
                    "The module '" + manifest + "' names no script module that is there: its " + entry + " is '" + named
                            + "'.");
        }
        return script;
    }

    private Module script(Path file, String name, Loading how, String version) {
        ScriptBody body = Scripts.read(file, null);
        Scope scope = new Scope(engine.scope().global(), Scope.Kind.SCRIPT);
        Scripts.place(scope, body);
        return module(
                body,
                scope,
                name,
                how,
                new ModuleItem("Script", name, version, file.toString(), List.of(), List.of(), List.of(), List.of()),
                null);
    }

    /**
     * Runs the script of a module and makes known what it exports.
     *
     * @param out takes what the script writes; null for nobody
     */
    private Module module(
            ScriptBody body, Scope scope, String name, Loading how, ModuleItem plain, @Nullable Sink out) {
        Exports before = exports;
        Exports own = new Exports();
        exports = own;
        try {
            FunctionRun run = new FunctionRun(engine, body, scope, out == null ? ignored -> {} : out).named(name);
            run.bind(how.arguments().stream()
                    .map(each -> Argument.value(each, -1))
                    .toList());
            run.whole();
        } finally {
            exports = before;
        }
        List<String> names = new ArrayList<>();
        for (ScriptFunction function : List.copyOf(scope.functions().values())) {
            ScriptFunction inside = function.inside(scope);
            boolean isExported = !own.said || matches(own.functions, function.name());
            scope.define(inside);
            if (isExported && matches(how.functions(), function.name())) {
                ScriptFunction known = inside.named(prefixed(function.name(), how.prefix()));
                if (how.keepsKnown() && engine.scope().global().findFunction(known.name()) != null) {
                    continue;
                }
                engine.scope().global().define(known);
                names.add(known.name());
            }
        }
        List<String> variables = new ArrayList<>();
        for (Variable variable : List.copyOf(scope.variables().values())) {
            if (matches(own.variables, variable.name()) && !OWN.contains(Scope.key(variable.name()))) {
                engine.scope().global().add(variable);
                variables.add(variable.name());
            }
        }
        ModuleItem item = new ModuleItem(
                plain.kind(), name, plain.version(), plain.path(), names, List.of(), own.aliases, variables);
        return new Module(item, scope);
    }

    private static String prefixed(String function, String prefix) {
        int dash = function.indexOf('-');
        return prefix.isEmpty() ? function : function.substring(0, dash + 1) + prefix + function.substring(dash + 1);
    }

    /**
     * {@code New-Module}: a module of a block; its functions are known as those of a file are.
     *
     * @param out takes what the block writes
     */
    ModuleItem make(String name, Block block, List<@Nullable Object> arguments, List<String> functions, Sink out) {
        String given = name.isEmpty() ? "__DynamicModule_" + UUID.randomUUID() : name;
        Scope scope = new Scope(engine.scope().global(), Scope.Kind.SCRIPT);
        Module module = module(
                block.body(),
                scope,
                given,
                new Loading(true, arguments, "", functions, false),
                new ModuleItem("Script", given, "0.0", "", List.of(), List.of(), List.of(), List.of()),
                out);
        loaded.put(Scope.key(given), module);
        return module.described();
    }

    /** What a module exports as the members of an object; it is no module of the session any more. */
    CustomObject object(ModuleItem module) {
        Scope scope = java.util.Objects.requireNonNull(scope(module));
        CustomObject object = new CustomObject();
        for (String name : module.variables()) {
            object.compute(
                    name,
                    inside("${script:" + name + "}", scope),
                    inside("param($value) ${script:" + name + "} = $value", scope));
        }
        for (String name : module.functions()) {
            ScriptFunction function = scope.functions().get(Scope.key(name));
            if (function != null) {
                object.method(name, new Block(engine, function.body()).inside(scope));
            }
        }
        remove(module.name());
        return object;
    }

    private Block inside(String text, Scope scope) {
        return engine.types().block(text).inside(scope);
    }

    /** The scope in which the functions of a module run; null when it is not loaded. */
    @Nullable
    Scope scope(ModuleItem module) {
        Module known = loaded.get(Scope.key(module.name()));
        return known == null ? null : known.scope();
    }

    private static boolean matches(List<String> patterns, String name) {
        return patterns.stream()
                .anyMatch(pattern -> Conversion.wildcard(pattern, false).test(name));
    }

    /** Notes what the module that is being loaded exports; false when none is. */
    boolean export(List<String> functions, List<String> aliases, List<String> variables) {
        Exports now = exports;
        if (now == null) {
            return false;
        }
        now.said = true;
        now.functions.addAll(functions);
        now.aliases.addAll(aliases);
        now.variables.addAll(variables);
        return true;
    }

    /** The name of the module that a function is from; empty when it is from none. */
    String owner(String function) {
        for (Module module : loaded.values()) {
            if (module.described().functions().stream().anyMatch(function::equalsIgnoreCase)) {
                return module.described().name();
            }
        }
        return "";
    }

    @Override
    public List<ModuleItem> loaded() {
        return loaded.values().stream().map(Module::described).toList();
    }

    @Override
    public boolean remove(String name) {
        Module module = loaded.remove(Scope.key(name));
        if (module == null) {
            return false;
        }
        Scope global = engine.scope().global();
        module.described().functions().forEach(global::undefine);
        module.described().variables().forEach(each -> global.restore(each, null));
        return true;
    }
}
