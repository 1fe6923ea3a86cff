package org.openbits.shell.groovy;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;
import org.openbits.automation.Moment;

/** Lets Groovy code begin a {@link Moment} before each statement and each condition of a loop. */
final class MomentMarks extends CompilationCustomizer {

    private static final ClassNode MOMENT = ClassHelper.make(Moment.class);

    MomentMarks() {
        super(CompilePhase.CANONICALIZATION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        Marker marker = new Marker();
        for (MethodNode method : type.getMethods()) {
            if (method.getCode() != null && !(method instanceof ConstructorNode)) {
                method.getCode().visit(marker);
            }
        }
    }

    private static StaticMethodCallExpression mark() {
        return new StaticMethodCallExpression(MOMENT, "next", ArgumentListExpression.EMPTY_ARGUMENTS);
    }

    private static final class Marker extends CodeVisitorSupport {

        @Override
        public void visitBlockStatement(BlockStatement block) {
            super.visitBlockStatement(block);
            List<Statement> marked = new ArrayList<>();
            for (Statement statement : block.getStatements()) {
                marked.add(new ExpressionStatement(mark()));
                marked.add(statement);
            }
            block.getStatements().clear();
            block.addStatements(marked);
        }

        @Override
        public void visitWhileLoop(WhileStatement loop) {
            super.visitWhileLoop(loop);
            loop.setBooleanExpression(marked(loop.getBooleanExpression()));
        }

        @Override
        public void visitDoWhileLoop(DoWhileStatement loop) {
            super.visitDoWhileLoop(loop);
            loop.setBooleanExpression(marked(loop.getBooleanExpression()));
        }

        private static BooleanExpression marked(BooleanExpression condition) {
            BinaryExpression both = new BinaryExpression(
                    mark(), Token.newSymbol(Types.LOGICAL_AND, -1, -1), new BooleanExpression(condition));
            both.setSourcePosition(condition);
            return new BooleanExpression(both);
        }
    }
}
