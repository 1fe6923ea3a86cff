package org.openbits.shell.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ModuleFiles;
import org.openbits.automation.ModuleItem;
import org.openbits.shell.language.ScriptBody;

/** Modules in files: their functions run in a scope of the module's own and are known to the whole session. */
final class ScriptModules implements ModuleFiles {

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
    }

    private record Module(String name, Path file, String version, List<String> functions, List<String> aliases) {

        ModuleItem described() {
            String kind = isManifest(file) ? "Manifest" : "Script";
            return new ModuleItem(kind, name, version, file.toString(), functions, List.of(), aliases);
        }
    }

    @Override
    public @Nullable ModuleItem load(String name, boolean again) {
        Path file = find(name);
        if (file == null) {
            return null;
        }
        String plain = plainName(file);
        Module known = loaded.get(Scope.key(plain));
        if (known != null && known.file().equals(file) && !again) {
            return known.described();
        }
        if (known != null) {
            remove(plain);
        }
        Module module = isManifest(file) ? manifest(file, plain) : script(file, plain, List.of("*"), "0.0");
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
    private Module manifest(Path file, String name) {
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
        List<String> wanted = new ArrayList<>();
        Object functions = table.get("FunctionsToExport");
        Conversion.enumerate(functions == null ? "*" : functions).forEach(each -> wanted.add(Conversion.toText(each)));
        Path script = root == null ? null : inPlace(file.resolveSibling(Conversion.toText(root)));
        if (script == null) {
            throw Failures.at(
                    null,
                    "Modules_InvalidManifest",
                    ErrorCategory.InvalidArgument,
                    file.toString(),
                    "The module '" + file + "' names no script module that is there: its RootModule is '"
                            + Conversion.toText(root) + "'.");
        }
        Module made = script(script, name, wanted, version);
        return new Module(name, file, version, made.functions(), made.aliases());
    }

    private Module script(Path file, String name, List<String> wanted, String version) {
        ScriptBody body = Scripts.read(file, null);
        Scope scope = new Scope(engine.scope().global(), Scope.Kind.SCRIPT);
        Scripts.place(scope, body);
        Exports before = exports;
        Exports own = new Exports();
        exports = own;
        try {
            FunctionRun run = new FunctionRun(engine, body, scope, ignored -> {}).named(name);
            run.bind(List.of());
            run.whole();
        } finally {
            exports = before;
        }
        List<String> names = new ArrayList<>();
        for (ScriptFunction function : List.copyOf(scope.functions().values())) {
            boolean isExported = !own.said || matches(own.functions, function.name());
            if (isExported && matches(wanted, function.name())) {
                engine.scope().global().define(function.inside(scope));
                names.add(function.name());
            } else {
                scope.define(function.inside(scope));
            }
        }
        return new Module(name, file, version, names, own.aliases);
    }

    private static boolean matches(List<String> patterns, String name) {
        return patterns.stream()
                .anyMatch(pattern -> Conversion.wildcard(pattern, false).test(name));
    }

    /** Notes what the module that is being loaded exports; false when none is. */
    boolean export(List<String> functions, List<String> aliases) {
        Exports now = exports;
        if (now == null) {
            return false;
        }
        now.said = true;
        now.functions.addAll(functions);
        now.aliases.addAll(aliases);
        return true;
    }

    /** The name of the module that a function is from; empty when it is from none. */
    String owner(String function) {
        for (Module module : loaded.values()) {
            if (module.functions().stream().anyMatch(function::equalsIgnoreCase)) {
                return module.name();
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
        module.functions().forEach(function -> engine.scope().global().undefine(function));
        return true;
    }
}
