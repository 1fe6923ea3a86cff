package org.openbits.shell.groovy;

import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassImpl;
import groovy.lang.MetaClassRegistry;
import groovy.lang.MissingPropertyException;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Numbered;
import org.openbits.automation.Shaped;

/**
 * Lets Groovy see the properties of shaped objects: {@code job.displayName}. Enumerated values are texts, so that {@code
 * job.jobState == 'Transferred'} holds, and each state is a question: {@code job.transferred}.
 */
final class ShapedMetaClass extends MetaClassImpl {

    private static final String STATE = "JobState";

    private ShapedMetaClass(MetaClassRegistry registry, Class<?> type) {
        super(registry, type);
    }

    /** Makes Groovy use this for every shaped class, and its like for the types of the API, from here on. */
    static void install() {
        GroovySystem.getMetaClassRegistry().setMetaClassCreationHandle(new MetaClassRegistry.MetaClassCreationHandle() {
            @Override
            protected MetaClass createNormalMetaClass(
                    @SuppressWarnings("rawtypes") Class type, MetaClassRegistry registry) {
                if (Shaped.class.isAssignableFrom(type)) {
                    return new ShapedMetaClass(registry, type);
                }
                return AccessorMetaClass.isFor(type)
                        ? new AccessorMetaClass(registry, type)
                        : super.createNormalMetaClass(type, registry);
            }
        });
    }

    @Override
    public @Nullable Object getProperty(Object object, String property) {
        if (!(object instanceof Shaped shaped)) {
            return super.getProperty(object, property);
        }
        try {
            Object value = shaped.property(property);
            return value instanceof Enum<?> || value instanceof Numbered ? value.toString() : value;
        } catch (NoSuchMember missing) {
            return hasState(shaped) && isState(shaped, property)
                    ? (Object) Conversion.toText(shaped.property(STATE)).equalsIgnoreCase(property)
                    : super.getProperty(object, property);
        }
    }

    @Override
    public void setProperty(Object object, String property, @Nullable Object value) {
        if (!(object instanceof Shaped shaped)) {
            super.setProperty(object, property, value);
            return;
        }
        try {
            shaped.setProperty(property, value);
        } catch (NoSuchMember missing) {
            throw new MissingPropertyException(property, getTheClass());
        }
    }

    private static boolean hasState(Shaped shaped) {
        return shaped.propertyNames().contains(STATE);
    }

    private static boolean isState(Shaped shaped, String name) {
        if (!(shaped.property(STATE) instanceof Enum<?> state)) {
            return false;
        }
        for (Object constant : state.getDeclaringClass().getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
