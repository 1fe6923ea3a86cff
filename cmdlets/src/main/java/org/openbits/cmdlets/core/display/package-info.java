/**
 * Turns objects into lines of text as PowerShell shows them.
 *
 * <p>Start at {@link org.openbits.cmdlets.core.display.Display}: objects go in, lines come out. A {@link
 * org.openbits.cmdlets.core.display.View} is the shape in which objects are shown (table, list, columns, plain lines);
 * {@link org.openbits.cmdlets.core.display.DefaultViews} knows which one an object has when nobody asked for another.
 * Knows no terminal: width and sink are handed in.
 */
@NullMarked
package org.openbits.cmdlets.core.display;

import org.jspecify.annotations.NullMarked;
