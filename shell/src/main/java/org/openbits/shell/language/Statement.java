package org.openbits.shell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is run. */
public sealed interface Statement extends Node {

    void accept(Visitor visitor);

    /** One method for each kind of statement. */
    interface Visitor {
        void pipeline(Pipeline pipeline);

        void chain(Chain chain);

        void assignment(Assignment assignment);

        void branch(If branch);

        void loop(Loop loop);

        void forLoop(For loop);

        void forEach(ForEach loop);

        void choice(Switch choice);

        void attempt(Try attempt);

        void trap(Trap trap);

        void exit(Exit exit);

        void jump(Jump jump);

        void function(Function function);

        void enumeration(Enumeration enumeration);

        void definition(ClassDefinition definition);

        void using(Using using);
    }

    /** {@code a | b | c}. */
    record Pipeline(Span span, List<Stage> stages) implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.pipeline(this);
        }

        /** The expression, when the pipeline is nothing but one without redirections; else null. */
        public @Nullable Expression onlyExpression() {
            return stages.size() == 1
                            && stages.get(0) instanceof ExpressionStage only
                            && only.redirections().isEmpty()
                    ? only.expression()
                    : null;
        }
    }

    /** {@code a && b} (and then) or {@code a || b} (or else). */
    record Chain(Span span, Statement left, boolean andThen, Statement right) implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.chain(this);
        }
    }

    /**
     * {@code target = value}; with an operator {@code target += value}.
     *
     * @param operator null for plain assignment
     */
    record Assignment(
            Span span, Expression target, @Nullable BinaryOperator operator, Statement value) implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.assignment(this);
        }
    }

    /** {@code if}; a condition with its body each, and what {@code else} runs. */
    record If(Span span, List<Arm> arms, @Nullable Body otherwise) implements Statement {

        /** A condition and what it guards. */
        public record Arm(Statement condition, Body body) {}

        @Override
        public void accept(Visitor visitor) {
            visitor.branch(this);
        }
    }

    /** {@code while}, {@code do while} ({@code bodyFirst}) and {@code do until} ({@code until}). */
    record Loop(Span span, @Nullable String label, Statement condition, Body body, boolean bodyFirst, boolean until)
            implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.loop(this);
        }
    }

    /** {@code for (initial; condition; step)}. */
    record For(
            Span span,
            @Nullable String label,
            @Nullable Statement initial,
            @Nullable Statement condition,
            @Nullable Statement step,
            Body body)
            implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.forLoop(this);
        }
    }

    /** {@code foreach ($variable in items)}. */
    record ForEach(Span span, @Nullable String label, Expression.Variable variable, Statement items, Body body)
            implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.forEach(this);
        }
    }

    /** {@code switch}; with {@code file} the subject names a file, whose lines are judged. */
    record Switch(
            Span span,
            @Nullable String label,
            Matching matching,
            boolean caseSensitive,
            boolean file,
            Statement subject,
            List<Clause> clauses,
            @Nullable Body otherwise)
            implements Statement {

        /** How a clause's label is compared. */
        public enum Matching {
            EXACT,
            WILDCARD,
            REGEX
        }

        /** A label (a value, or a script block that judges) and what it runs. */
        public record Clause(Expression label, Body body) {}

        @Override
        public void accept(Visitor visitor) {
            visitor.choice(this);
        }
    }

    /** {@code try}. */
    record Try(
            Span span,
            Body body,
            List<Catch> catches,
            @Nullable Body last) implements Statement {

        /** One {@code catch}; without types it takes everything. */
        public record Catch(List<TypeName> types, Body body) {}

        @Override
        public void accept(Visitor visitor) {
            visitor.attempt(this);
        }
    }

    /** {@code trap}; it guards the block that holds it. */
    record Trap(Span span, @Nullable TypeName type, Body body) implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.trap(this);
        }
    }

    /** {@code return}, {@code exit} and {@code throw}, each with an optional value. */
    record Exit(Span span, Kind kind, @Nullable Statement value) implements Statement {

        /** How far it leaves. */
        public enum Kind {
            RETURN,
            EXIT,
            THROW
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.exit(this);
        }
    }

    /** {@code break} and {@code continue}, with an optional label. */
    record Jump(Span span, boolean isBreak, @Nullable Expression label) implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.jump(this);
        }
    }

    /** {@code function} and {@code filter}; a filter's body is a process block. */
    record Function(Span span, String name, ScriptBody body) implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.function(this);
        }
    }

    /** {@code enum Name { A; B = 4 }}; a member without a value is one more than the member before it. */
    record Enumeration(Span span, String name, List<Member> members, boolean flags) implements Statement {

        /** A name and its number, when one is written. */
        public record Member(String name, @Nullable Expression value) {}

        @Override
        public void accept(Visitor visitor) {
            visitor.enumeration(this);
        }
    }

    /** {@code class Name : Base { ... }}. */
    record ClassDefinition(Span span, String name, List<TypeName> bases, List<Member> members) implements Statement {

        /** What stands in the body of a class. */
        public sealed interface Member permits Property, Method {
            /** Whether it belongs to the class, not to each object. */
            boolean isStatic();
        }

        /** {@code [type]$Name = value}. */
        public record Property(ParameterDeclaration declaration, boolean isStatic, boolean isHidden)
                implements Member {}

        /**
         * {@code [type] Name(parameters) { ... }}; a constructor has the name of its class.
         *
         * @param type what it gives; null when none is written
         * @param base the arguments of {@code : base(...)}; null without
         */
        public record Method(
                Span span,
                String name,
                @Nullable TypeName type,
                boolean isStatic,
                boolean isHidden,
                List<ParameterDeclaration> parameters,
                @Nullable List<Expression> base,
                List<Statement> statements)
                implements Member {}

        @Override
        public void accept(Visitor visitor) {
            visitor.definition(this);
        }
    }

    /**
     * {@code using namespace Name} and its kin.
     *
     * @param kind {@code namespace}, {@code module} or {@code assembly}
     */
    record Using(Span span, String kind, String name) implements Statement {
        @Override
        public void accept(Visitor visitor) {
            visitor.using(this);
        }
    }
}
