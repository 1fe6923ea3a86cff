package org.openbits.automation;

/** An object has no member of the name that was asked for. */
public final class NoSuchMember extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchMember(String typeName, String member) {
        super("The property '" + member + "' cannot be found on this object of type " + typeName + ".");
    }

    /** With a text of its own, such as that of a method that does not exist. */
    public NoSuchMember(String message) {
        super(message);
    }
}
