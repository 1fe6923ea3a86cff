package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorCategory;
import org.openbits.cmdlets.core.display.PropertyExpression;

/** Reads a {@code -Property} argument for a cmdlet; one that cannot be understood ends the command. */
final class Properties {

    private Properties() {}

    static List<PropertyExpression> of(List<?> specifications, CommandRuntime runtime) {
        try {
            return PropertyExpression.all(specifications);
        } catch (PropertyExpression.Malformed malformed) {
            throw runtime.terminate(Failures.of(
                    malformed.errorId(), ErrorCategory.InvalidArgument, specifications, malformed.getMessage()));
        }
    }
}
