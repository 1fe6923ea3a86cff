package org.openbits.shell.groovy;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyClassLoader;
import groovy.lang.Script;
import groovy.transform.ThreadInterrupt;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ScriptBlock;
import org.openbits.shell.pipeline.ShellSession;

/**
 * Compiles and runs Groovy in a session. Variables are the session's own. Each text is compiled once, by a class loader of
 * its own; loops and methods ask whether the thread was interrupted. Confined to the session's thread.
 */
final class GroovyEngine {

    private static final int MOST_KEPT = 100;

    /** At a prompt each line is a script; a variable that it declares shall outlive it. */
    private static final Pattern DECLARATION =
            Pattern.compile("\\A\\s*(?:def|final|var)\\s+([A-Za-z_]\\w*\\s*=.*)\\z", Pattern.DOTALL);

    private static final Pattern IMPORT = Pattern.compile("\\A\\s*(import\\s[^\\n;]+)[;\\s]*\\z");

    private final ShellSession session;
    private final CommandMethods commands;
    private final CompilerConfiguration configuration = new CompilerConfiguration();
    private final Set<String> imports = new LinkedHashSet<>();
    private final Map<String, Class<? extends Script>> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Class<? extends Script>> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private ClassLoader classes = GroovyEngine.class.getClassLoader();

    GroovyEngine(ShellSession session) {
        this.session = session;
        this.commands = new CommandMethods(session);
        ShapedMetaClass.install();
        configuration.setParameters(true);
        configuration.setScriptBaseClass(BitsScript.class.getName());
        configuration.addCompilationCustomizers(
                new ASTTransformationCustomizer(ThreadInterrupt.class), new MomentMarks());
    }

    /** Runs one statement of a conversation: what it declares stays known to the next. */
    @Nullable
    Object evaluate(String statement, String name) {
        Matcher declared = IMPORT.matcher(statement);
        if (declared.matches()) {
            compile(declared.group(1), name);
            imports.add(declared.group(1));
            return null;
        }
        Matcher variable = DECLARATION.matcher(statement);
        // Blank, so that lines and columns of error messages stay right.
        String text = variable.matches()
                ? statement.substring(0, variable.start(1)).replaceAll("[^\n]", " ") + variable.group(1)
                : statement;
        // On one line for the same reason.
        Script script = script(compile(knownImports() + text, name));
        keepMethods(script);
        return script.run();
    }

    /** How many columns what {@link #evaluate} puts before the first line of a statement takes. */
    int shift() {
        return knownImports().length();
    }

    private String knownImports() {
        return imports.isEmpty() ? "" : String.join(";", imports) + ";";
    }

    /** Runs a whole script; {@code args} are its arguments. */
    @Nullable
    Object run(String text, String name, List<String> arguments) {
        Script script = script(compile(withoutShebang(text), name));
        script.getBinding().setVariable("args", arguments.toArray(String[]::new));
        return script.run();
    }

    /** Reads a file with a class or methods, and runs nothing of it. */
    Class<?> load(String text, String name) {
        GroovyClassLoader loader = new GroovyClassLoader(classes, configuration);
        return loader.parseClass(withoutShebang(text), fileName(name));
    }

    /** Calls a method of a script that {@link #load} read. */
    @Nullable
    Object invoke(Class<?> type, String method, @Nullable Object[] arguments) {
        return InvokerHelper.invokeMethod(script(type.asSubclass(Script.class)), method, arguments);
    }

    /** Makes a script block of the text between the braces of a closure. */
    ScriptBlock block(String text) {
        Object closure = script(compile("return {" + text + "}", "closure")).run();
        return new ClosureBlock((Closure<?>) closure, text);
    }

    private Script script(Class<? extends Script> type) {
        try {
            Script script = type.getDeclaredConstructor().newInstance();
            script.setBinding(new Binding(session.variables()));
            if (script instanceof BitsScript bits) {
                bits.attach(commands);
            }
            return script;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("Cannot make a script of " + type.getName(), failure);
        }
    }

    private Class<? extends Script> compile(String text, String name) {
        String key = name + '\n' + text;
        Class<? extends Script> known = compiled.get(key);
        if (known != null) {
            return known;
        }
        // Not closed: its classes load their closures from it as they run.
        GroovyClassLoader loader = new GroovyClassLoader(classes, configuration);
        Class<?> type = loader.parseClass(text, fileName(name));
        if (!Script.class.isAssignableFrom(type)) {
            // A class and nothing to run.
            classes = loader;
            compiled.clear();
            return Nothing.class;
        }
        if (declaresClasses(loader, type)) {
            classes = loader;
        }
        Class<? extends Script> script = type.asSubclass(Script.class);
        compiled.put(key, script);
        return script;
    }

    private static boolean declaresClasses(GroovyClassLoader loader, Class<?> script) {
        for (Class<?> loaded : loader.getLoadedClasses()) {
            if (!loaded.getName().startsWith(script.getName())) {
                return true;
            }
        }
        return false;
    }

    /** Methods declared at a prompt become closures in variables of their names. */
    private void keepMethods(Script script) {
        for (Method method : script.getClass().getDeclaredMethods()) {
            boolean own = !method.isSynthetic()
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.getName().contains("$")
                    && !method.getName().equals("run");
            if (own) {
                session.variables().put(method.getName(), new MethodClosure(script, method.getName()));
            }
        }
    }

    private static String withoutShebang(String text) {
        return text.startsWith("#!") ? "//" + text.substring(2) : text;
    }

    /** Groovy makes a class of it: letters and digits only. */
    private static String fileName(String name) {
        List<String> parts = new ArrayList<>(List.of(name.split("[/\\\\]")));
        String last = parts.get(parts.size() - 1).replaceFirst("\\.groovy$", "").replaceAll("\\W", "_");
        return (last.isEmpty() || Character.isDigit(last.charAt(0)) ? "script_" + last : last) + ".groovy";
    }

    /** What a text without statements runs. */
    public static final class Nothing extends Script {
        @Override
        public @Nullable Object run() {
            return null;
        }
    }
}
