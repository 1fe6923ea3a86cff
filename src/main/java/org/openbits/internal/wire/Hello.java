package org.openbits.internal.wire;

/**
 * What a service says first; a client compares it with its own.
 *
 * @param protocol version of the conversation
 * @param build what it was built from
 * @param pid its process
 */
public record Hello(int protocol, Build build, long pid) {

    /** What this process says. */
    public static Hello ofThisProcess() {
        return new Hello(
                Methods.PROTOCOL, Build.current(), ProcessHandle.current().pid());
    }

    /** What a client compares a service's with: without its own process, which takes Java a while to find out. */
    public static Hello ofThisProgram() {
        return new Hello(Methods.PROTOCOL, Build.current(), 0);
    }

    public Message.Note toNote() {
        return new Message.Note(
                Methods.HELLO,
                Fields.empty()
                        .put("protocol", protocol)
                        .put("version", build.version())
                        .put("stamp", build.stamp())
                        .put("pid", pid));
    }

    public static Hello of(Fields fields) {
        return new Hello(
                fields.index("protocol"),
                new Build(fields.text("version"), fields.number("stamp")),
                fields.number("pid"));
    }
}
