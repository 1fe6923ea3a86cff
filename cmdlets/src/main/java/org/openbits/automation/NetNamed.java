package org.openbits.automation;

/** An exception or a collection that scripts know by a name of .NET. */
public interface NetNamed {

    /** Its full name, such as {@code System.Management.Automation.RuntimeException}. */
    String netName();
}
