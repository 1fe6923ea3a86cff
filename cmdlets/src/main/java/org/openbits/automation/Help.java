package org.openbits.automation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The help page of a cmdlet, beside the cmdlet. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Help {

    /** What it does, in one line. */
    String synopsis();

    /** What one should know. */
    String description() default "";

    /** Commands that run. */
    Example[] examples() default {};
}
