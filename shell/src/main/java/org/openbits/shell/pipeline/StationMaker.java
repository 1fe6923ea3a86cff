package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ModuleItem;
import org.openbits.automation.WindowsShell;
import org.openbits.shell.language.Command;
import org.openbits.shell.language.ScriptBody;

/** Looks a command up, evaluates its arguments and makes the station that runs it. */
final class StationMaker {

    private final Engine engine;
    private final Arguments arguments;

    StationMaker(Engine engine) {
        this.engine = engine;
        this.arguments = new Arguments(engine);
    }

    /**
     * @param piped whether a command stands before it
     * @param shown whether what it writes goes straight to the display
     */
    Station make(Command command, boolean piped, boolean shown) {
        Object what = engine.expressions().value(command.name());
        if (what instanceof ModuleItem module) {
            return inside(module, command);
        }
        if (what instanceof Block block) {
            return block(block, command);
        }
        if (what instanceof CmdletInfo info) {
            return new CmdletStation(engine, info, info.name(), arguments.evaluate(command), command);
        }
        String name = Conversion.toText(what);
        if (name.isEmpty()) {
            throw Failures.at(
                    command.name().span(),
                    "BadExpression",
                    ErrorCategory.InvalidOperation,
                    null,
                    "The expression after '&' or '.' produced nothing to call. It must result in a command name, a"
                            + " script block, or a command.");
        }
        CommandFinder.Found found = engine.finder().require(name, command.name().span());
        if (found.isProgram()) {
            return program(found, arguments.words(command), piped, shown);
        }
        return make(found, name, command.call() == Command.Call.DOT, arguments.evaluate(command), command);
    }

    /** Makes the station of a program. */
    Station program(CommandFinder.Found found, List<String> words, boolean piped, boolean shown) {
        if (found.builtIn() != null) {
            return new BuiltInStation(engine, found.builtIn(), words, shown);
        }
        Path shell = CommandFinder.SHELL.equals(found.program()) ? WindowsShell.program() : null;
        return shell != null
                ? new ProgramStation(engine, shell, WindowsShell.words(words), piped, shown)
                : new ProgramStation(engine, java.util.Objects.requireNonNull(found.program()), words, piped, shown);
    }

    /** Makes the station of a command that is no program. */
    Station make(
            CommandFinder.Found found, String name, boolean dotted, List<Argument> values, @Nullable Command command) {
        if (found.cmdlet() != null) {
            CmdletInfo help = asksForHelp(values) ? engine.commands().find("Get-Help") : null;
            return help == null
                    ? new CmdletStation(engine, found.cmdlet(), name, values, command)
                    : new CmdletStation(engine, help, name, helpOn(found.cmdlet()), command);
        }
        ScriptFunction function = found.function();
        if (function == null) {
            return script(java.util.Objects.requireNonNull(found.script()), dotted, values, command);
        }
        if (function.isAdvanced()) {
            return new CmdletStation(engine, function.info(engine, values), name, values, command);
        }
        Scope scope = dotted ? engine.scope() : new Scope(function.outer(engine), Scope.Kind.LOCAL);
        if (!dotted) {
            scope.set("MyInvocation", invocation(function.name(), null, command));
        }
        return new FunctionStation(
                engine, name, function.body(), scope, values, command == null ? null : command.span());
    }

    /** {@code Start-BitsTransfer -?} */
    private static boolean asksForHelp(List<Argument> values) {
        return values.stream().anyMatch(value -> "?".equals(value.parameter()));
    }

    private static List<Argument> helpOn(CmdletInfo info) {
        return List.of(Argument.named("Name", info.name(), -1));
    }

    /** {@code & $module { ... }}: runs a block or a function where the functions of the module run. */
    private Station inside(ModuleItem module, Command command) {
        Scope home = engine.services().get(ScriptModules.class).scope(module);
        List<Argument> values = arguments.evaluate(command);
        Object first = values.isEmpty() ? null : values.get(0).value();
        ScriptFunction function = home == null ? null : home.findFunction(Conversion.toText(first));
        Block called = first instanceof Block block ? block : function == null ? null : function.block(engine);
        if (home == null || called == null) {
            throw Failures.at(
                    command.name().span(),
                    "BadExpression",
                    ErrorCategory.InvalidOperation,
                    null,
                    "'" + module.name() + "' is a module: a script block or the name of one of its functions must"
                            + " follow, and the module must be loaded.");
        }
        return block(called.inside(home), command, values.subList(1, values.size()));
    }

    private Station block(Block block, Command command) {
        return block(block, command, arguments.evaluate(command));
    }

    private Station block(Block block, Command command, List<Argument> values) {
        boolean dotted = command.call() == Command.Call.DOT;
        if (ScriptFunction.isAdvanced(block.body())) {
            ScriptBody body = DynamicParameters.of(engine, block.outer(), block.body(), values);
            CmdletInfo info = FunctionInfo.of(engine, "", body);
            return new CmdletStation(engine, info, "", values, command);
        }
        Scope scope = dotted ? engine.scope() : new Scope(block.outer(), Scope.Kind.LOCAL);
        return new FunctionStation(engine, "", block.body(), scope, values, command.span());
    }

    private Station script(Path file, boolean dotted, List<Argument> values, @Nullable Command command) {
        ScriptBody body = Scripts.read(file, command == null ? null : command.span());
        Scope scope = dotted ? engine.scope() : new Scope(engine.scope(), Scope.Kind.SCRIPT);
        Scripts.describe(scope, file, invocation(file.getFileName().toString(), file, command));
        return new ScriptStation(engine, file, body, scope, values, command);
    }

    /** What {@code $MyInvocation} tells; a function's path is that of the script that calls it. */
    static CustomObject invocation(String name, @Nullable Path file, @Nullable Command command) {
        Path caller = command == null ? null : Path.of(command.span().source().name());
        Path script = file != null ? file : caller != null && caller.isAbsolute() ? caller : null;
        CustomObject called = new CustomObject("System.Management.Automation.CommandInfo")
                .add("Name", name)
                .add("Path", file == null ? null : file.toString())
                .add("Definition", file == null ? name : file.toString());
        return new CustomObject("System.Management.Automation.InvocationInfo")
                .add("MyCommand", called)
                .add(
                        "InvocationName",
                        command == null ? name : command.name().span().text())
                .add("Line", command == null ? "" : command.span().lineText())
                .add("ScriptName", caller != null && caller.isAbsolute() ? caller.toString() : "")
                .add("ScriptLineNumber", command == null ? 1 : command.span().line())
                .add(
                        "PSScriptRoot",
                        script == null
                                ? ""
                                : String.valueOf(script.toAbsolutePath().getParent()))
                .add("PSCommandPath", script == null ? "" : script.toString());
    }
}
