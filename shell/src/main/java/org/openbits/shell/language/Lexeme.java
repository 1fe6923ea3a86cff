package org.openbits.shell.language;

/**
 * A coloured piece of text: what a prompt's highlighter paints.
 *
 * @param start offset of the first character
 * @param end offset behind the last one
 */
public record Lexeme(Kind kind, int start, int end) {

    /** What a piece of text is. */
    public enum Kind {
        COMMAND,
        PARAMETER,
        WORD,
        VARIABLE,
        STRING,
        NUMBER,
        OPERATOR,
        KEYWORD,
        TYPE,
        MEMBER,
        COMMENT
    }
}
