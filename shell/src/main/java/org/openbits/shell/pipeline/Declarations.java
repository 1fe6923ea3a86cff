package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbits.shell.language.Statement;

/** Types are known before anything runs, and a base before what inherits from it, wherever they stand. */
final class Declarations {

    private Declarations() {}

    /** The statements with the declarations of types in front; all else keeps its order. */
    static List<Statement> first(List<Statement> statements) {
        if (statements.stream().allMatch(each -> rank(each, statements, 0) == Integer.MAX_VALUE)) {
            return statements;
        }
        List<Statement> order = new ArrayList<>(statements);
        order.sort(Comparator.comparingInt(each -> rank(each, statements, 0)));
        return order;
    }

    private static int rank(Statement statement, List<Statement> all, int depth) {
        if (statement instanceof Statement.Enumeration || statement instanceof Statement.Using) {
            return 0;
        }
        if (!(statement instanceof Statement.ClassDefinition definition)) {
            return Integer.MAX_VALUE;
        }
        int rank = 1;
        for (Statement other : all) {
            boolean isBase = other instanceof Statement.ClassDefinition base
                    && definition.bases().stream().anyMatch(type -> type.name().equalsIgnoreCase(base.name()));
            // A class that inherits from itself in the end is found out when it is made.
            rank = isBase && depth < all.size() ? Math.max(rank, 1 + rank(other, all, depth + 1)) : rank;
        }
        return rank;
    }
}
