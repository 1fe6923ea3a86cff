package org.openbits.automation;

/** What to do with a message or an error of a command; the ordinals are PowerShell's numbers. */
public enum ActionPreference {
    SilentlyContinue,
    Stop,
    Continue,
    Inquire,
    Ignore,
    Suspend,
    Break
}
