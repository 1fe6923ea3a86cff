package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.TypeName;

/** A place for a value. Mutable; owned by its {@link Scope}. */
final class Variable {

    private final String name;
    private @Nullable Object value;
    private @Nullable TypeName type;
    private List<Attribute> rules = List.of();
    private boolean nothing;
    private boolean readOnly;

    Variable(String name) {
        this.name = name;
    }

    /** A variable that scripts cannot change. */
    static Variable constant(String name, @Nullable Object value) {
        Variable variable = new Variable(name);
        variable.value = value;
        variable.readOnly = true;
        return variable;
    }

    String name() {
        return name;
    }

    @Nullable
    Object value() {
        return value;
    }

    void value(@Nullable Object newValue) {
        value = newValue;
        nothing = false;
    }

    /** The type every value is converted to, null when any will do. */
    @Nullable
    TypeName type() {
        return type;
    }

    void type(@Nullable TypeName newType) {
        type = newType;
    }

    /** What every value must obey, such as {@code [ValidateRange(1, 10)]}. */
    List<Attribute> rules() {
        return rules;
    }

    void rules(List<Attribute> newRules) {
        rules = newRules;
    }

    /** Whether it holds the result of a command that wrote nothing: null as a value, no object in a pipeline. */
    boolean isNothing() {
        return nothing;
    }

    void clear() {
        value = null;
        nothing = true;
    }

    /** Nobody changes it from now on. */
    void protect() {
        readOnly = true;
    }

    boolean isReadOnly() {
        return readOnly;
    }
}
