package org.openbits.automation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a cmdlet. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CmdletName {

    /** An approved verb, such as {@code Start}. */
    String verb();

    /** The noun, such as {@code BitsTransfer}. */
    String noun();

    /** The parameter set taken when the arguments fit several; empty: there is one set only. */
    String defaultSet() default "";

    /** Whether it takes -WhatIf and -Confirm. */
    boolean shouldProcess() default false;

    /** Short names. */
    String[] aliases() default {};

    /** What its error ids end with; empty: the name of the class. */
    String errorClass() default "";
}
