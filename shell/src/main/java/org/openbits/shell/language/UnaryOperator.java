package org.openbits.shell.language;

/** The operators before (or behind) one operand. */
public enum UnaryOperator {
    NOT,
    BNOT,
    PLUS,
    MINUS,
    JOIN,
    SPLIT,
    CSPLIT,
    COMMA,
    INCREMENT,
    DECREMENT,
    POST_INCREMENT,
    POST_DECREMENT
}
