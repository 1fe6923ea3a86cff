package org.openbits.cmdlets.core.display;

import org.openbits.automation.Shaped;

/**
 * An object on its way from a {@code Format-} cmdlet to the display, with the view that was asked for. A live object is
 * read when it enters.
 */
public record Formatted(View view, Object value) {

    public Formatted {
        value = value instanceof Shaped shaped ? shaped.snapshot() : value;
    }
}
