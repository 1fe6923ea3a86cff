package org.openbits.shell.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators between two operands, weakest binding first. */
public enum BinaryOperator {
    AND("-and", 1),
    OR("-or", 1),
    XOR("-xor", 1),
    BAND("-band", 2),
    BOR("-bor", 2),
    BXOR("-bxor", 2),
    EQ("-eq", 3),
    NE("-ne", 3),
    GT("-gt", 3),
    GE("-ge", 3),
    LT("-lt", 3),
    LE("-le", 3),
    LIKE("-like", 3),
    NOTLIKE("-notlike", 3),
    MATCH("-match", 3),
    NOTMATCH("-notmatch", 3),
    REPLACE("-replace", 3),
    CONTAINS("-contains", 3),
    NOTCONTAINS("-notcontains", 3),
    IN("-in", 3),
    NOTIN("-notin", 3),
    SPLIT("-split", 3),
    JOIN("-join", 3),
    IS("-is", 3),
    ISNOT("-isnot", 3),
    AS("-as", 3),
    SHL("-shl", 3),
    SHR("-shr", 3),
    COALESCE("??", 4),
    ADD("+", 5),
    SUBTRACT("-", 5),
    MULTIPLY("*", 6),
    DIVIDE("/", 6),
    REMAINDER("%", 6),
    FORMAT("-f", 7),
    RANGE("..", 8);

    private static final Map<String, BinaryOperator> BY_TEXT = new HashMap<>();

    static {
        for (BinaryOperator operator : values()) {
            BY_TEXT.put(operator.text, operator);
        }
    }

    private final String text;
    private final int precedence;

    BinaryOperator(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    public String text() {
        return text;
    }

    int precedence() {
        return precedence;
    }

    /** The operator of the text without regard to case, or null; {@code -ceq} and {@code -ieq} are {@code -eq}. */
    static @Nullable BinaryOperator of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        BinaryOperator exact = BY_TEXT.get(lower);
        if (exact != null || lower.length() < 4) {
            return exact;
        }
        BinaryOperator plain = BY_TEXT.get("-" + lower.substring(2));
        boolean prefixed = lower.charAt(1) == 'c' || lower.charAt(1) == 'i';
        return prefixed && plain != null && plain.hasCase() ? plain : null;
    }

    /** Whether the text is the case-sensitive spelling, such as {@code -ceq}. */
    static boolean isCaseSensitive(String text) {
        return Character.toLowerCase(text.charAt(Math.min(1, text.length() - 1))) == 'c'
                && !BY_TEXT.containsKey(text.toLowerCase(Locale.ROOT));
    }

    private boolean hasCase() {
        return compareTo(EQ) >= 0 && compareTo(SPLIT) <= 0;
    }
}
