package org.openbits.shell.groovy;

/** The languages of the shell. */
public enum Language {
    POWERSHELL,
    GROOVY
}
