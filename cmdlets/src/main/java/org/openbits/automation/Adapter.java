package org.openbits.automation;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of one type of Java object under the names .NET gives them. Names arrive in lower case. */
interface Adapter {

    /** There is no such member. */
    Object MISSING = new Object();

    /** What a void method gives: nothing for a pipeline. */
    Object NOTHING = List.of();

    /** The property names, as scripts write them. */
    List<String> names(Object target);

    /** The value of a property, or {@link #MISSING}. */
    @Nullable
    Object get(Object target, String name);

    /** The result of a method, or {@link #MISSING}. */
    default @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        return MISSING;
    }

    /** Sets a property; false when there is none. */
    default boolean set(Object target, String name, @Nullable Object value) {
        return false;
    }

    /** The adapter of an object. */
    static Adapter of(Object target) {
        if (target instanceof CharSequence) {
            return new TextMembers();
        }
        if (target instanceof Map) {
            return new TableMembers();
        }
        if (Conversion.isMany(target)) {
            return new ListMembers();
        }
        if (target instanceof Culture) {
            return new CultureMembers();
        }
        if (target instanceof ZonedDateTime) {
            return new DateMembers();
        }
        if (target instanceof Duration) {
            return new SpanMembers();
        }
        if (target instanceof URI) {
            return new UriMembers();
        }
        if (target instanceof UUID) {
            return new GuidMembers();
        }
        if (target instanceof Throwable) {
            return new ErrorMembers();
        }
        return target instanceof org.w3c.dom.Node ? new XmlMembers() : JavaMembers.INSTANCE;
    }

    /** An argument as text. */
    static String text(List<? extends @Nullable Object> args, int index) {
        return Conversion.toText(args.get(index));
    }

    /** An argument as whole number. */
    static int number(List<? extends @Nullable Object> args, int index) {
        return Numbers.of(ScalarConversion.to(Integer.class, args.get(index))).intValue();
    }
}
