package org.openbits.automation;

/** An exception of .NET that stands behind one of ours: only its name and message are known. */
final class NetCause extends RuntimeException implements NetNamed {

    private static final long serialVersionUID = 1L;

    private final String name;

    NetCause(String name, String message) {
        super(message);
        this.name = name;
    }

    @Override
    public String netName() {
        return name;
    }
}
