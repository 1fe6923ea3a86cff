package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Members;
import org.openbits.automation.Shaped;
import org.openbits.cmdlets.core.display.PropertyExpression;

/** What {@code Select-Object} makes of each chosen object: properties taken over, or one of them expanded. */
final class Projection {

    private final List<PropertyExpression> properties;
    private final List<Predicate<String>> excluded = new ArrayList<>();
    private final @Nullable String expand;
    private final boolean unique;
    private final boolean ignoresCase;
    private final CommandRuntime runtime;
    private final List<@Nullable Object> emitted = new ArrayList<>();

    Projection(
            List<PropertyExpression> properties,
            List<String> exclude,
            @Nullable String expand,
            boolean unique,
            boolean ignoresCase,
            CommandRuntime runtime) {
        boolean all = properties.isEmpty() && !exclude.isEmpty() && expand == null;
        this.properties = all ? List.of(PropertyExpression.named("*")) : List.copyOf(properties);
        this.expand = expand;
        this.unique = unique;
        this.ignoresCase = ignoresCase;
        this.runtime = runtime;
        exclude.forEach(pattern -> excluded.add(Conversion.wildcard(pattern, false)));
    }

    void emit(@Nullable Object value) {
        if (expand != null) {
            expand(value, expand);
            return;
        }
        pass(properties.isEmpty() ? value : project(value, "Selected."));
    }

    private CustomObject project(@Nullable Object value, String prefix) {
        Object read = value instanceof Shaped shaped ? Members.snapshot(shaped) : value;
        CustomObject projected = new CustomObject(prefix + Members.typeName(read));
        for (PropertyExpression property : properties) {
            for (PropertyExpression resolved : property.resolve(read)) {
                if (excluded.stream().noneMatch(pattern -> pattern.test(resolved.name()))) {
                    projected.add(resolved.name(), resolved.value(read));
                }
            }
        }
        return projected;
    }

    private void expand(@Nullable Object value, String name) {
        if (value == null
                || !PropertyExpression.has(value, name) && Members.names(value).isEmpty()) {
            notFound(value, name);
            return;
        }
        List<PropertyExpression> found = PropertyExpression.named(name).resolve(value);
        if (found.isEmpty() || !PropertyExpression.has(value, found.get(0).name())) {
            notFound(value, name);
            return;
        }
        for (Object element : Conversion.enumerate(found.get(0).value(value))) {
            pass(withProperties(element, value));
        }
    }

    /** {@code -Property} beside {@code -ExpandProperty} adds properties of the object to what came out of it. */
    private @Nullable Object withProperties(@Nullable Object element, Object from) {
        if (properties.isEmpty() || !(element instanceof Shaped shaped)) {
            return element;
        }
        CustomObject extended = new CustomObject(shaped.typeName());
        shaped.propertyNames().forEach(name -> extended.add(name, shaped.property(name)));
        CustomObject added = project(from, "");
        added.propertyNames().forEach(name -> extended.add(name, added.property(name)));
        return extended;
    }

    private void notFound(@Nullable Object value, String name) {
        runtime.writeError(Failures.of(
                "ExpandPropertyNotFound",
                ErrorCategory.InvalidArgument,
                value,
                "Property \"" + name + "\" cannot be found."));
    }

    private void pass(@Nullable Object value) {
        if (unique) {
            if (emitted.stream().anyMatch(earlier -> same(earlier, value))) {
                return;
            }
            emitted.add(value);
        }
        runtime.write(value);
    }

    /** Letter case counts, as in PowerShell's own -Unique. */
    private boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof CustomObject one && right instanceof CustomObject other) {
            return one.propertyNames().equals(other.propertyNames())
                    && one.propertyNames().stream().allMatch(name -> same(one.property(name), other.property(name)));
        }
        try {
            return Conversion.equal(left, right, !ignoresCase);
        } catch (ConversionException different) {
            return false;
        }
    }
}
