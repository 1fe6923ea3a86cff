package org.openbits.shell.language;

/** A part of a syntax tree that knows its place in the text. */
public interface Node {

    Span span();
}
