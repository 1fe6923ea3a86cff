package org.openbits.shell.language;

/** The languages of the shell. */
public enum Language {
    POWERSHELL,
    GROOVY
}
