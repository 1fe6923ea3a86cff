package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object with methods of its own, which scripts call by names that ignore case. */
public interface Methods {

    /** Whether it has a method of that name that takes such arguments. */
    boolean answers(String method, List<? extends @Nullable Object> arguments);

    /** Calls a method that it {@link #answers}. */
    @Nullable
    Object invoke(String method, List<? extends @Nullable Object> arguments);

    /** Whether there is a property of that name, shown or hidden. */
    boolean hasProperty(String name);

    /** The names of the methods that are shown. */
    List<String> methodNames();
}
