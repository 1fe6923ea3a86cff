package org.openbits.cmdlets.core.display;

import org.openbits.automation.Members;
import org.openbits.automation.Shaped;

/**
 * An object on its way from a {@code Format-} cmdlet to the display, with the view that was asked for. A live object is
 * read when it enters.
 */
public record Formatted(View view, Object value) {

    /** Comes after the last object of a {@code Format-} cmdlet: what is held back to learn widths is due. */
    public static final Object END = new Object() {
        @Override
        public String toString() {
            return "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData";
        }
    };

    public Formatted {
        value = value instanceof Shaped shaped ? Members.snapshot(shaped) : value;
    }
}
