package org.openbits.shell;

/** The entry point of {@code bits}. */
public final class ShellMain {

    private ShellMain() {}

    public static void main(String[] arguments) {
        System.out.println("OpenBITS " + ShellMain.class.getPackage().getImplementationVersion());
    }
}
