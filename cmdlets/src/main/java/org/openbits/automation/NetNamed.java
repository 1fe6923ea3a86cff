package org.openbits.automation;

/** An exception that scripts know by a name of .NET. */
public interface NetNamed {

    /** Its full name, such as {@code System.Management.Automation.RuntimeException}. */
    String netName();
}
