package org.openbits.automation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a field a parameter. Its name is the field's with a capital; its type is the field's, a {@code boolean} being a
 * switch, an array or list taking several values. The field's initial value is the default.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Parameter {

    /** No position: only by name. */
    int NAMED = -1;

    /** The name, when it is not the field's. */
    String name() default "";

    /** The position among the arguments without a name, from 0. */
    int position() default NAMED;

    /** Whether a call without it is an error. */
    boolean mandatory() default false;

    /** Whether it takes input objects themselves. */
    boolean pipeline() default false;

    /** Whether it takes the input objects' property of its name (or alias). */
    boolean pipelineByName() default false;

    /** The parameter sets it belongs to; none: all. */
    String[] sets() default {};

    /** More sets it belongs to, in which it is given by name and may be left out. */
    String[] optionalIn() default {};

    /** Other names. */
    String[] aliases() default {};

    /** The only accepted values, whatever their case. */
    String[] values() default {};

    /** The smallest accepted number. */
    long minimum() default Long.MIN_VALUE;

    /** Whether its value is a wildcard pattern (for help). */
    boolean wildcards() default false;

    /** Whether it takes all arguments that are left over. */
    boolean remaining() default false;

    /** What it does, in a sentence or two. */
    String help() default "";

    /**
     * Whether it is ours, in a cmdlet that is Microsoft's: a beginning that fits one of theirs and this one, too, means
     * theirs, so that scripts go on working.
     */
    boolean own() default false;

    /** PowerShell's name of its type, when the field's type does not tell, such as {@code CostStates}. */
    String type() default "";
}
