package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** System.Guid. */
final class GuidMembers implements Adapter {

    @Override
    public List<String> names(Object target) {
        return List.of("Guid");
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        return name.equals("guid") ? target.toString() : MISSING;
    }
}
