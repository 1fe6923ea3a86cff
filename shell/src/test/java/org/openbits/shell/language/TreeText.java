package org.openbits.shell.language;

import java.util.List;
import java.util.stream.Collectors;

/** A tree as nested lists, so that a test says in one line what it expects. */
final class TreeText implements Expression.Visitor, Statement.Visitor {

    private String last = "";

    private TreeText() {}

    static String of(String text) {
        return new TreeText().all(Parser.parse(text, "test").statements());
    }

    private String all(List<Statement> statements) {
        return statements.stream().map(this::of).collect(Collectors.joining(" "));
    }

    private String of(Statement statement) {
        statement.accept(this);
        return last;
    }

    private String of(Body body) {
        return "{" + all(body.statements()) + "}";
    }

    private String of(Expression expression) {
        return String.valueOf(expression.accept(this));
    }

    private String list(List<? extends Expression> expressions) {
        return expressions.stream().map(this::of).collect(Collectors.joining(" "));
    }

    @Override
    public Object literal(Expression.Literal literal) {
        return literal.value() instanceof String text ? "'" + text + "'" : String.valueOf(literal.value());
    }

    @Override
    public Object expandable(Expression.Expandable text) {
        return "\"" + list(text.parts()) + "\"";
    }

    @Override
    public Object variable(Expression.Variable variable) {
        return (variable.splatted() ? "@" : "$") + variable.name();
    }

    @Override
    public Object list(Expression.ArrayLiteral list) {
        return "(, " + list(list.elements()) + ")";
    }

    @Override
    public Object arrayExpression(Expression.ArrayExpression array) {
        return "(@ " + all(array.statements()) + ")";
    }

    @Override
    public Object subExpression(Expression.SubExpression sub) {
        return "($ " + all(sub.statements()) + ")";
    }

    @Override
    public Object paren(Expression.Paren paren) {
        return "(" + of(paren.statement()) + ")";
    }

    @Override
    public Object hash(Expression.HashLiteral hash) {
        return hash.entries().stream()
                .map(e -> of(e.key()) + "=" + of(e.value()))
                .collect(Collectors.joining(" ", "@{", "}"));
    }

    @Override
    public Object closure(Expression.Closure closure) {
        return "closure{" + closure.text() + "}";
    }

    @Override
    public Object scriptBlock(Expression.Block block) {
        return "{" + all(block.body().statements()) + "}";
    }

    @Override
    public Object type(Expression.TypeLiteral type) {
        return "[" + type.type().text() + "]";
    }

    @Override
    public Object cast(Expression.Cast cast) {
        return "([" + cast.type().text() + "] " + of(cast.operand()) + ")";
    }

    @Override
    public Object ruled(Expression.Ruled ruled) {
        return "(" + ruled.rule().name() + "() " + of(ruled.operand()) + ")";
    }

    @Override
    public Object unary(Expression.Unary unary) {
        return "(" + unary.operator() + " " + of(unary.operand()) + ")";
    }

    @Override
    public Object binary(Expression.Binary binary) {
        return "(" + binary.operator().text() + (binary.caseSensitive() ? "!" : "") + " " + of(binary.left()) + " "
                + of(binary.right()) + ")";
    }

    @Override
    public Object ternary(Expression.Ternary t) {
        return "(? " + of(t.condition()) + " " + of(t.whenTrue()) + " " + of(t.whenFalse()) + ")";
    }

    @Override
    public Object member(Expression.Member member) {
        return of(member.target()) + (member.isStatic() ? "::" : member.nullSafe() ? "?." : ".") + of(member.name());
    }

    @Override
    public Object invoke(Expression.Invoke invoke) {
        return of(invoke.target()) + (invoke.isStatic() ? "::" : ".") + of(invoke.name()) + "("
                + list(invoke.arguments()) + ")";
    }

    @Override
    public Object index(Expression.Index index) {
        return of(index.target()) + "[" + of(index.index()) + "]";
    }

    @Override
    public void pipeline(Statement.Pipeline pipeline) {
        last = pipeline.stages().stream().map(this::of).collect(Collectors.joining(" | "));
    }

    private String of(Stage stage) {
        String text = stage instanceof ExpressionStage expression ? of(expression.expression()) : of((Command) stage);
        for (Redirection r : stage.redirections()) {
            Expression target = r.target();
            text += " " + r.stream() + (r.append() ? ">>" : ">") + (target == null ? "&1" : of(target));
        }
        return text;
    }

    private String of(Command command) {
        StringBuilder text = new StringBuilder("<");
        text.append(command.call() == Command.Call.CALL ? "& " : command.call() == Command.Call.DOT ? ". " : "");
        text.append(of(command.name()));
        for (Command.Argument argument : command.arguments()) {
            text.append(' ').append(of(argument));
        }
        return text.append('>').toString();
    }

    private String of(Command.Argument argument) {
        if (argument instanceof Command.Parameter parameter) {
            return "-" + parameter.name() + (parameter.colon() ? ":" : "");
        }
        return argument instanceof Command.Value value
                ? of(value.expression())
                : "--%" + ((Command.Verbatim) argument).text();
    }

    @Override
    public void chain(Statement.Chain chain) {
        last = "(" + (chain.andThen() ? "&& " : "|| ") + of(chain.left()) + " " + of(chain.right()) + ")";
    }

    @Override
    public void assignment(Statement.Assignment a) {
        BinaryOperator operator = a.operator();
        last = "(" + (operator == null ? "" : operator.text()) + "= " + of(a.target()) + " " + of(a.value()) + ")";
    }

    @Override
    public void branch(Statement.If branch) {
        String arms = branch.arms().stream()
                .map(a -> of(a.condition()) + " " + of(a.body()))
                .collect(Collectors.joining(" "));
        Body otherwise = branch.otherwise();
        last = "(if " + arms + (otherwise == null ? "" : " " + of(otherwise)) + ")";
    }

    @Override
    public void loop(Statement.Loop loop) {
        String text = of(loop.condition()) + " " + of(loop.body());
        last = "(" + (loop.bodyFirst() ? loop.until() ? "until " : "do " : "while ") + text + ")";
    }

    @Override
    public void forLoop(Statement.For loop) {
        last = "(for " + part(loop.initial()) + ";" + part(loop.condition()) + ";" + part(loop.step()) + " "
                + of(loop.body()) + ")";
    }

    private String part(@org.jspecify.annotations.Nullable Statement statement) {
        return statement == null ? "" : of(statement);
    }

    @Override
    public void forEach(Statement.ForEach loop) {
        String label = loop.label() == null ? "" : ":" + loop.label() + " ";
        last = "(" + label + "foreach " + of(loop.variable()) + " " + of(loop.items()) + " " + of(loop.body()) + ")";
    }

    @Override
    public void choice(Statement.Switch choice) {
        String clauses =
                choice.clauses().stream().map(c -> of(c.label()) + of(c.body())).collect(Collectors.joining(" "));
        Body otherwise = choice.otherwise();
        last = "(switch " + choice.matching() + (choice.file() ? " file " : " ") + of(choice.subject()) + " " + clauses
                + (otherwise == null ? "" : " default" + of(otherwise)) + ")";
    }

    @Override
    public void attempt(Statement.Try attempt) {
        String catches = attempt.catches().stream()
                .map(c -> " catch" + c.types().stream().map(TypeName::text).toList() + of(c.body()))
                .collect(Collectors.joining());
        Body end = attempt.last();
        last = "(try " + of(attempt.body()) + catches + (end == null ? "" : " finally" + of(end)) + ")";
    }

    @Override
    public void trap(Statement.Trap trap) {
        last = "(trap " + of(trap.body()) + ")";
    }

    @Override
    public void exit(Statement.Exit exit) {
        Statement value = exit.value();
        last = "(" + exit.kind() + (value == null ? "" : " " + of(value)) + ")";
    }

    @Override
    public void jump(Statement.Jump jump) {
        Expression label = jump.label();
        last = "(" + (jump.isBreak() ? "break" : "continue") + (label == null ? "" : " " + of(label)) + ")";
    }

    @Override
    public void function(Statement.Function function) {
        List<ParameterDeclaration> parameters = function.body().parameters();
        String names = parameters == null
                ? ""
                : parameters.stream().map(p -> "$" + p.name()).collect(Collectors.joining(" ", "(", ")"));
        last = "(function " + function.name() + names + " "
                + all(function.body().statements()) + ")";
    }

    @Override
    public void definition(Statement.ClassDefinition definition) {
        String members = definition.members().stream()
                .map(member -> (member.isStatic() ? "static " : "")
                        + (member instanceof Statement.ClassDefinition.Property property
                                ? "$" + property.declaration().name()
                                : of((Statement.ClassDefinition.Method) member)))
                .collect(Collectors.joining(" "));
        String bases =
                definition.bases().stream().map(base -> " : " + base.text()).collect(Collectors.joining());
        last = "(class " + definition.name() + bases + " " + members + ")";
    }

    private String of(Statement.ClassDefinition.Method method) {
        String parameters = method.parameters().stream()
                .map(parameter -> "$" + parameter.name())
                .collect(Collectors.joining(" "));
        String base = method.base() == null ? "" : " base(" + list(method.base()) + ")";
        return method.name() + "(" + parameters + ")" + base + "{" + all(method.statements()) + "}";
    }

    @Override
    public void enumeration(Statement.Enumeration enumeration) {
        String members = enumeration.members().stream()
                .map(m -> m.name() + (m.value() == null ? "" : "=" + of(m.value())))
                .collect(Collectors.joining(" "));
        last = "(enum " + enumeration.name() + (enumeration.flags() ? " flags" : "") + " " + members + ")";
    }

    @Override
    public void using(Statement.Using using) {
        last = "(using " + using.kind() + " " + using.name() + ")";
    }
}
