package org.openbits.shell.pipeline;

import java.util.Locale;
import org.openbits.shell.language.Expression;

/** What PowerShell's syntax tree calls expressions, their operators and their quotes. */
final class ExpressionNames {

    private ExpressionNames() {}

    static String kind(Expression node) {
        if (node instanceof Expression.Literal literal) {
            return literal.value() instanceof CharSequence ? "StringConstantExpressionAst" : "ConstantExpressionAst";
        }
        return switch (node.getClass().getSimpleName()) {
            case "Expandable" -> "ExpandableStringExpressionAst";
            case "ArrayLiteral" -> "ArrayLiteralAst";
            case "ArrayExpression" -> "ArrayExpressionAst";
            case "SubExpression" -> "SubExpressionAst";
            case "HashLiteral" -> "HashtableAst";
            case "Block", "Closure" -> "ScriptBlockExpressionAst";
            case "TypeLiteral" -> "TypeExpressionAst";
            case "Cast" -> "ConvertExpressionAst";
            case "Ruled" -> "AttributedExpressionAst";
            case "Invoke" -> "InvokeMemberExpressionAst";
            default -> node.getClass().getSimpleName() + "ExpressionAst";
        };
    }

    /** {@code Ieq}, {@code Ceq}, {@code Plus}: PowerShell's TokenKind. */
    static String operator(Expression.Binary binary) {
        return switch (binary.operator()) {
            case ADD -> "Plus";
            case SUBTRACT -> "Minus";
            case MULTIPLY -> "Multiply";
            case DIVIDE -> "Divide";
            case REMAINDER -> "Rem";
            case RANGE -> "DotDot";
            case FORMAT -> "Format";
            case COALESCE -> "QuestionQuestion";
            case AND, OR, XOR, BAND, BOR, BXOR, SHL, SHR, IS, ISNOT, AS, JOIN ->
                SyntaxNodes.capital(binary.operator().name().toLowerCase(Locale.ROOT));
            default ->
                (binary.caseSensitive() ? "C" : "I") + binary.operator().name().toLowerCase(Locale.ROOT);
        };
    }

    /** How a text is written: {@code SingleQuoted}, {@code DoubleQuotedHereString}, {@code BareWord} ... */
    static String quotes(String source) {
        boolean here = source.startsWith("@");
        char first = source.length() > 1 ? source.charAt(here ? 1 : 0) : ' ';
        String kind = first == '\'' ? "SingleQuoted" : first == '"' ? "DoubleQuoted" : "BareWord";
        return here && !kind.equals("BareWord") ? kind + "HereString" : kind;
    }

    /** Without its quotes. */
    static String unquoted(String source) {
        return switch (quotes(source)) {
            case "BareWord" -> source;
            case "SingleQuoted", "DoubleQuoted" -> source.substring(1, source.length() - 1);
            default -> source.replaceFirst("^@.\\s*?\\n", "").replaceFirst("\\r?\\n.@$", "");
        };
    }
}
