package org.openbits.shell.groovy;

import groovy.lang.MetaClassImpl;
import groovy.lang.MetaClassRegistry;
import groovy.lang.MetaMethod;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;

/**
 * Lets Groovy read the types of the API as it reads others: {@code failure.code.symbol} for {@code
 * failure.code().symbol()}. A {@link BitsException} also has {@code symbol}, and {@code exitCode}, with which a script
 * ends that does not catch it.
 */
final class AccessorMetaClass extends MetaClassImpl {

    private static final Object[] NOTHING = {};

    AccessorMetaClass(MetaClassRegistry registry, Class<?> type) {
        super(registry, type);
    }

    static boolean isFor(Class<?> type) {
        return type.getPackageName().equals("org.openbits");
    }

    @Override
    public @Nullable Object getProperty(Object object, String property) {
        if (object instanceof BitsException failure && property.equals("symbol")) {
            return failure.code().symbol();
        }
        if (object instanceof BitsException failure && property.equals("exitCode")) {
            return GroovyFailure.exitCode(failure);
        }
        // First, for Groovy takes private fields of that name for properties.
        MetaMethod accessor = object instanceof Class ? null : pickMethod(property, new Class<?>[0]);
        return accessor != null && accessor.isPublic() && accessor.getReturnType() != void.class
                ? accessor.doMethodInvoke(object, NOTHING)
                : super.getProperty(object, property);
    }
}
