package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.Body;
import org.openbits.shell.language.Command;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ExpressionStage;
import org.openbits.shell.language.Node;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.Redirection;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.Stage;
import org.openbits.shell.language.Statement;
import org.openbits.shell.language.TypeName;
import org.openbits.shell.language.VariableName;

/**
 * This language's nodes as PowerShell's: which kind each is, and what its parts are called. As long as the language has
 * nodes: each is a few lines, and none knows another.
 */
final class SyntaxNodes {

    private final Engine engine;

    SyntaxNodes(Engine engine) {
        this.engine = engine;
    }

    private static SyntaxTree tree(String kind, Node node, @Nullable SyntaxTree parent) {
        return new SyntaxTree(kind, node.span(), node.span().text(), parent);
    }

    SyntaxTree script(ScriptBody body, @Nullable SyntaxTree parent) {
        return script(body, body.parameters(), parent);
    }

    /** @param declared the parameters of its {@code param( )}; null without */
    private SyntaxTree script(
            ScriptBody body, @Nullable List<ParameterDeclaration> declared, @Nullable SyntaxTree parent) {
        SyntaxTree tree = tree("ScriptBlockAst", body, parent);
        return tree.with("ParamBlock", () -> declared == null ? null : parameters(body, declared, tree))
                .with("DynamicParamBlock", () -> named(body.dynamic(), tree))
                .with("BeginBlock", () -> named(body.begin(), tree))
                .with("ProcessBlock", () -> named(body.process(), tree))
                .with("EndBlock", () -> named(body.end(), tree))
                .with("CleanBlock", () -> named(body.clean(), tree));
    }

    private @Nullable SyntaxTree named(@Nullable Body body, SyntaxTree parent) {
        return body == null ? null : statements(tree("NamedBlockAst", body, parent), body.statements());
    }

    private @Nullable SyntaxTree body(@Nullable Body body, SyntaxTree parent) {
        return body == null ? null : statements(tree("StatementBlockAst", body, parent), body.statements());
    }

    private SyntaxTree statements(SyntaxTree tree, List<Statement> statements) {
        return tree.with("Statements", each(statements, node -> statement(node, tree)));
    }

    private static <T> Supplier<@Nullable Object> each(
            List<? extends T> nodes, java.util.function.Function<T, @Nullable Object> make) {
        return () -> {
            List<@Nullable Object> made = new ArrayList<>();
            nodes.forEach(node -> made.add(make.apply(node)));
            return made;
        };
    }

    private SyntaxTree parameters(ScriptBody body, List<ParameterDeclaration> declared, SyntaxTree parent) {
        Span place = declared.isEmpty()
                ? body.span()
                : declared.get(0).span().to(declared.get(declared.size() - 1).span());
        SyntaxTree tree = new SyntaxTree("ParamBlockAst", place, place.text(), parent);
        return tree.with("Attributes", each(body.attributes(), node -> attribute(node, tree)))
                .with("Parameters", each(declared, node -> parameter(node, tree)));
    }

    private SyntaxTree parameter(ParameterDeclaration node, SyntaxTree parent) {
        SyntaxTree tree = tree("ParameterAst", node, parent);
        TypeName type = node.type() == null ? new TypeName(node.span(), "object", List.of(), 0) : node.type();
        return tree.with(
                        "Name",
                        () -> variable(node.span(), "$" + node.name(), new VariableName("", node.name()), false, tree))
                .with("StaticType", () -> engine.types().type(type))
                .with("Attributes", each(node.attributes(), each -> attribute(each, tree)))
                .with("DefaultValue", () -> expression(node.defaultValue(), tree));
    }

    private SyntaxTree attribute(Attribute node, SyntaxTree parent) {
        SyntaxTree tree = tree("AttributeAst", node, parent);
        return tree.with("TypeName", () -> typeName(node.name(), node.name()))
                .with("PositionalArguments", each(node.values(), each -> expression(each, tree)))
                .with("NamedArguments", each(node.named(), each -> {
                    SyntaxTree named = tree("NamedAttributeArgumentAst", each, tree);
                    return named.with("ArgumentName", each::key)
                            .with("Argument", () -> expression(each.value(), named))
                            .with("ExpressionOmitted", () -> each.value() == null);
                }));
    }

    private static CustomObject typeName(String simple, String full) {
        return new CustomObject("System.Management.Automation.Language.TypeName")
                .add("Name", simple)
                .add("FullName", full);
    }

    private @Nullable SyntaxTree statement(@Nullable Statement node, SyntaxTree parent) {
        if (node == null) {
            return null;
        }
        SyntaxTree tree = tree(kind(node), node, parent);
        if (node instanceof Statement.Pipeline pipeline) {
            return tree.with("PipelineElements", each(pipeline.stages(), each -> stage(each, tree)));
        }
        if (node instanceof Statement.Chain chain) {
            return tree.with("LhsPipelineChain", () -> statement(chain.left(), tree))
                    .with("RhsPipeline", () -> statement(chain.right(), tree))
                    .with("Operator", () -> chain.andThen() ? "AndAnd" : "OrOr");
        }
        if (node instanceof Statement.Assignment set) {
            return tree.with("Left", () -> expression(set.target(), tree))
                    .with(
                            "Operator",
                            () -> set.operator() == null
                                    ? "Equals"
                                    : set.operator().name() + "_EQUALS")
                    .with("Right", () -> value(set.value(), tree));
        }
        if (node instanceof Statement.If branch) {
            return tree.with(
                            "Clauses",
                            each(branch.arms(), arm -> pair(statement(arm.condition(), tree), body(arm.body(), tree))))
                    .with("ElseClause", () -> body(branch.otherwise(), tree));
        }
        if (node instanceof Statement.Loop loop) {
            return tree.with("Label", loop::label)
                    .with("Condition", () -> statement(loop.condition(), tree))
                    .with("Body", () -> body(loop.body(), tree));
        }
        if (node instanceof Statement.For loop) {
            return tree.with("Label", loop::label)
                    .with("Initializer", () -> statement(loop.initial(), tree))
                    .with("Condition", () -> statement(loop.condition(), tree))
                    .with("Iterator", () -> statement(loop.step(), tree))
                    .with("Body", () -> body(loop.body(), tree));
        }
        if (node instanceof Statement.ForEach loop) {
            return tree.with("Label", loop::label)
                    .with("Variable", () -> expression(loop.variable(), tree))
                    .with("Condition", () -> statement(loop.items(), tree))
                    .with("Body", () -> body(loop.body(), tree));
        }
        if (node instanceof Statement.Switch choice) {
            return tree.with("Label", choice::label)
                    .with("Condition", () -> statement(choice.subject(), tree))
                    .with(
                            "Clauses",
                            each(
                                    choice.clauses(),
                                    each -> pair(expression(each.label(), tree), body(each.body(), tree))))
                    .with("Default", () -> body(choice.otherwise(), tree));
        }
        if (node instanceof Statement.Try attempt) {
            return tree.with("Body", () -> body(attempt.body(), tree))
                    .with("CatchClauses", each(attempt.catches(), each -> caught(each, tree)))
                    .with("Finally", () -> body(attempt.last(), tree));
        }
        if (node instanceof Statement.Trap trap) {
            TypeName type = trap.type();
            return tree.with("TrapType", () -> type == null ? null : constraint(type, tree))
                    .with("Body", () -> body(trap.body(), tree));
        }
        if (node instanceof Statement.Exit exit) {
            return tree.with("Pipeline", () -> statement(exit.value(), tree));
        }
        if (node instanceof Statement.Jump jump) {
            return tree.with("Label", () -> expression(jump.label(), tree));
        }
        return definition(node, tree);
    }

    private SyntaxTree definition(Statement node, SyntaxTree tree) {
        if (node instanceof Statement.Function function) {
            String head =
                    tree.toString().substring(0, Math.max(0, tree.toString().indexOf('{')));
            List<ParameterDeclaration> inHead =
                    head.contains("(") && function.body().parameters() != null
                            ? function.body().parameters()
                            : null;
            return tree.with("Name", function::name)
                    .with("IsFilter", () -> head.toLowerCase(Locale.ROOT).startsWith("filter"))
                    .with("IsWorkflow", () -> false)
                    .with("Parameters", inHead == null ? () -> null : each(inHead, each -> parameter(each, tree)))
                    .with(
                            "Body",
                            () -> script(
                                    function.body(),
                                    inHead == null ? function.body().parameters() : null,
                                    tree));
        }
        if (node instanceof Statement.Enumeration names) {
            return tree.with("Name", names::name)
                    .with("IsEnum", () -> true)
                    .with("IsClass", () -> false)
                    .with(
                            "Members",
                            each(
                                    names.members(),
                                    each -> new CustomObject("System.Management.Automation.Language.PropertyMemberAst")
                                            .add("Name", each.name())));
        }
        if (node instanceof Statement.ClassDefinition type) {
            return tree.with("Name", type::name)
                    .with("IsEnum", () -> false)
                    .with("IsClass", () -> true)
                    .with("BaseTypes", each(type.bases(), each -> constraint(each, tree)))
                    .with("Members", each(type.members(), each -> member(each, tree)));
        }
        if (node instanceof Statement.Using using) {
            return tree.with("UsingStatementKind", () -> capital(using.kind())).with("Name", using::name);
        }
        return tree;
    }

    private SyntaxTree member(Statement.ClassDefinition.Member node, SyntaxTree parent) {
        if (node instanceof Statement.ClassDefinition.Property property) {
            SyntaxTree tree = tree("PropertyMemberAst", property.declaration(), parent);
            return tree.with("Name", () -> property.declaration().name())
                    .with("IsStatic", property::isStatic)
                    .with("IsHidden", property::isHidden)
                    .with(
                            "InitialValue",
                            () -> expression(property.declaration().defaultValue(), tree));
        }
        Statement.ClassDefinition.Method method = (Statement.ClassDefinition.Method) node;
        SyntaxTree tree =
                new SyntaxTree("FunctionMemberAst", method.span(), method.span().text(), parent);
        return tree.with("Name", method::name)
                .with("IsStatic", method::isStatic)
                .with("IsHidden", method::isHidden)
                .with("Parameters", each(method.parameters(), each -> parameter(each, tree)))
                .with(
                        "Body",
                        () -> statements(
                                new SyntaxTree(
                                        "StatementBlockAst",
                                        method.span(),
                                        method.span().text(),
                                        tree),
                                method.statements()));
    }

    private SyntaxTree caught(Statement.Try.Catch node, SyntaxTree parent) {
        SyntaxTree tree = tree("CatchClauseAst", node.body(), parent);
        return tree.with("CatchTypes", each(node.types(), each -> constraint(each, tree)))
                .with("IsCatchAll", () -> node.types().isEmpty())
                .with("Body", () -> body(node.body(), tree));
    }

    private SyntaxTree constraint(TypeName type, SyntaxTree parent) {
        return tree("TypeConstraintAst", type, parent).with("TypeName", () -> typeName(type.name(), type.text()));
    }

    private static CustomObject pair(@Nullable Object first, @Nullable Object second) {
        return new CustomObject("System.Tuple").add("Item1", first).add("Item2", second);
    }

    /** What stands behind the sign of an assignment: an expression alone is no pipeline there. */
    private @Nullable SyntaxTree value(Statement node, SyntaxTree parent) {
        return node instanceof Statement.Pipeline pipeline && pipeline.onlyExpression() != null
                ? stage(pipeline.stages().get(0), parent)
                : statement(node, parent);
    }

    private SyntaxTree stage(Stage node, SyntaxTree parent) {
        if (node instanceof ExpressionStage stage) {
            SyntaxTree tree = tree("CommandExpressionAst", node, parent);
            return tree.with("Expression", () -> expression(stage.expression(), tree));
        }
        Command command = (Command) node;
        SyntaxTree tree = tree("CommandAst", node, parent);
        return tree.with("CommandElements", () -> words(command, tree))
                .with("InvocationOperator", () -> switch (command.call()) {
                    case NAME -> "Unknown";
                    case CALL -> "Ampersand";
                    case DOT -> "Dot";
                })
                .with("Redirections", each(command.redirections(), each -> redirection(each, tree)));
    }

    private SyntaxTree redirection(Redirection node, SyntaxTree parent) {
        SyntaxTree tree = tree(node.target() == null ? "MergingRedirectionAst" : "FileRedirectionAst", node, parent);
        return tree.with("Location", () -> expression(node.target(), tree)).with("Append", node::append);
    }

    private List<@Nullable Object> words(Command command, SyntaxTree parent) {
        List<@Nullable Object> words = new ArrayList<>();
        words.add(expression(command.name(), parent));
        SyntaxTree waiting = null;
        for (Command.Argument argument : command.arguments()) {
            if (argument instanceof Command.Parameter parameter) {
                SyntaxTree tree = tree("CommandParameterAst", argument, parent);
                tree.with("ParameterName", parameter::name);
                waiting = parameter.colon() ? tree : null;
                words.add(tree);
            } else if (argument instanceof Command.Value value) {
                SyntaxTree owner = waiting;
                if (owner == null) {
                    words.add(expression(value.expression(), parent));
                } else {
                    owner.with("Argument", () -> expression(value.expression(), owner));
                }
                waiting = null;
            } else if (argument instanceof Command.Verbatim verbatim) {
                words.add(tree("StringConstantExpressionAst", argument, parent).with("Value", verbatim::text));
            }
        }
        return words;
    }

    private @Nullable SyntaxTree expression(@Nullable Expression node, SyntaxTree parent) {
        if (node == null) {
            return null;
        }
        if (node instanceof Expression.Variable variable) {
            return variable(node.span(), node.span().text(), variable.name(), variable.splatted(), parent);
        }
        SyntaxTree tree = tree(ExpressionNames.kind(node), node, parent);
        String text = node.span().text();
        if (node instanceof Expression.Literal literal) {
            return literal.value() instanceof CharSequence
                    ? tree.with("Value", literal::value).with("StringConstantType", () -> ExpressionNames.quotes(text))
                    : tree.with("Value", literal::value);
        }
        if (node instanceof Expression.Expandable expandable) {
            return tree.with("Value", () -> ExpressionNames.unquoted(text))
                    .with("StringConstantType", () -> ExpressionNames.quotes(text))
                    .with(
                            "NestedExpressions",
                            each(
                                    expandable.parts().stream()
                                            .filter(each -> !(each instanceof Expression.Literal))
                                            .toList(),
                                    each -> expression(each, tree)));
        }
        if (node instanceof Expression.ArrayLiteral list) {
            return tree.with("Elements", each(list.elements(), each -> expression(each, tree)));
        }
        if (node instanceof Expression.ArrayExpression array) {
            return tree.with("SubExpression", () -> inner(node, array.statements(), tree));
        }
        if (node instanceof Expression.SubExpression sub) {
            return tree.with("SubExpression", () -> inner(node, sub.statements(), tree));
        }
        if (node instanceof Expression.Paren paren) {
            return tree.with("Pipeline", () -> statement(paren.statement(), tree));
        }
        if (node instanceof Expression.HashLiteral table) {
            return tree.with(
                    "KeyValuePairs",
                    each(table.entries(), each -> pair(expression(each.key(), tree), statement(each.value(), tree))));
        }
        if (node instanceof Expression.Block block) {
            return tree.with("ScriptBlock", () -> script(block.body(), tree));
        }
        if (node instanceof Expression.TypeLiteral type) {
            return tree.with(
                    "TypeName", () -> typeName(type.type().name(), type.type().text()));
        }
        return operation(node, tree);
    }

    private SyntaxTree inner(Expression node, List<Statement> statements, SyntaxTree parent) {
        return statements(tree("StatementBlockAst", node, parent), statements);
    }

    private SyntaxTree operation(Expression node, SyntaxTree tree) {
        if (node instanceof Expression.Cast cast) {
            return tree.with("Type", () -> constraint(cast.type(), tree))
                    .with("Child", () -> expression(cast.operand(), tree));
        }
        if (node instanceof Expression.Ruled ruled) {
            return tree.with("Attribute", () -> attribute(ruled.rule(), tree))
                    .with("Child", () -> expression(ruled.operand(), tree));
        }
        if (node instanceof Expression.Unary unary) {
            return tree.with("TokenKind", () -> unary.operator().toString())
                    .with("Child", () -> expression(unary.operand(), tree));
        }
        if (node instanceof Expression.Binary binary) {
            return tree.with("Left", () -> expression(binary.left(), tree))
                    .with("Operator", () -> ExpressionNames.operator(binary))
                    .with("Right", () -> expression(binary.right(), tree));
        }
        if (node instanceof Expression.Ternary ternary) {
            return tree.with("Condition", () -> expression(ternary.condition(), tree))
                    .with("IfTrue", () -> expression(ternary.whenTrue(), tree))
                    .with("IfFalse", () -> expression(ternary.whenFalse(), tree));
        }
        if (node instanceof Expression.Member member) {
            return tree.with("Expression", () -> expression(member.target(), tree))
                    .with("Member", () -> expression(member.name(), tree))
                    .with("Static", member::isStatic);
        }
        if (node instanceof Expression.Invoke invoke) {
            return tree.with("Expression", () -> expression(invoke.target(), tree))
                    .with("Member", () -> expression(invoke.name(), tree))
                    .with("Arguments", each(invoke.arguments(), each -> expression(each, tree)))
                    .with("Static", invoke::isStatic);
        }
        if (node instanceof Expression.Index index) {
            return tree.with("Target", () -> expression(index.target(), tree))
                    .with("Index", () -> expression(index.index(), tree));
        }
        return tree;
    }

    private static SyntaxTree variable(
            Span place, String text, VariableName name, boolean splatted, SyntaxTree parent) {
        String scope = name.scope();
        Object path = new CustomObject("System.Management.Automation.VariablePath")
                .add("UserPath", name.toString())
                .add("IsGlobal", scope.equals("global"))
                .add("IsScript", scope.equals("script"))
                .add("IsLocal", scope.equals("local"))
                .add("IsUnqualified", scope.isEmpty())
                .add("IsDriveQualified", scope.matches("env|function|variable|alias"))
                .add("DriveName", scope.matches("env|function|variable|alias") ? capital(scope) : null);
        return new SyntaxTree("VariableExpressionAst", place, text, parent)
                .with("VariablePath", () -> path)
                .with("Splatted", () -> splatted);
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String kind(Statement node) {
        if (node instanceof Statement.Loop loop) {
            return loop.bodyFirst()
                    ? loop.until() ? "DoUntilStatementAst" : "DoWhileStatementAst"
                    : "WhileStatementAst";
        }
        if (node instanceof Statement.Exit exit) {
            return capital(exit.kind().name().toLowerCase(Locale.ROOT)) + "StatementAst";
        }
        if (node instanceof Statement.Jump jump) {
            return jump.isBreak() ? "BreakStatementAst" : "ContinueStatementAst";
        }
        return switch (node.getClass().getSimpleName()) {
            case "Pipeline" -> "PipelineAst";
            case "Chain" -> "PipelineChainAst";
            case "Function" -> "FunctionDefinitionAst";
            case "Enumeration", "ClassDefinition" -> "TypeDefinitionAst";
            default -> node.getClass().getSimpleName() + "StatementAst";
        };
    }
}
