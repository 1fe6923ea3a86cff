package org.openbits.internal.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/** Who is at the other end of a Unix domain socket, as the kernel tells. */
public final class Peer {

    private Peer() {}

    /** Whether the peer runs as this user. Where the kernel does not tell, the mode of the directory must do. */
    public static boolean is(SocketChannel channel, UserPrincipal user) throws IOException {
        if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            return true;
        }
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
    }
}
