package org.openbits.internal.smb;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;

/**
 * A file on a share, in any of the forms people write:
 *
 * <pre>
 * \\server\share\dir\file   //server/share/dir/file   file://server/share/dir/file   smb://server:port/share/dir/file
 * </pre>
 *
 * The last two are URLs: {@code %20} is a blank there, and a percent sign is written {@code %25}.
 *
 * @param server as written, without brackets
 * @param port 445 unless an {@code smb:} name says otherwise
 * @param path below the share, with backslashes, none at its ends
 * @param written the name as given
 */
record SmbName(String server, int port, String share, String path, String written) {

    private static final int PORT = 445;
    /** Characters of NTFS, bytes of most others. */
    private static final int LONGEST_PART = 255;
    /** MS-FSCC section 2.1.5: not allowed in a name, wildcards aside. */
    private static final String FORBIDDEN = "\"<>|:";

    /** Whether it has one of the forms; a form with a mistake counts. */
    static boolean isOne(String name) {
        return isUnc(name) || isSmbUrl(name) || isFileUrl(name);
    }

    /** @throws BitsException E_INVALIDARG with what is wrong */
    static SmbName parse(String name) {
        if (isUnc(name)) {
            return of(name, name.substring(2).replace('/', '\\'), PORT);
        }
        String rest = name.substring(name.indexOf(':') + 1).replace('\\', '/');
        rest = rest.substring(Math.min(rest.length(), rest.startsWith("////") ? 4 : 2));
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        if (authority.indexOf('@') >= 0) {
            throw refused("a share", "it names an account; give the account with -Credential instead");
        }
        int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        int port = colon < 0 ? PORT : portOf(authority.substring(colon + 1), name);
        String server = (colon < 0 ? authority : authority.substring(0, colon)).replaceAll("[\\[\\]]", "");
        String path = slash < 0 ? "" : decoded(rest.substring(slash), name);
        return of(name, server + path.replace('/', '\\'), port);
    }

    private static SmbName of(String name, String text, int port) {
        List<String> parts = new ArrayList<>(List.of(text.split("\\\\+")));
        if (parts.size() < 3 || text.endsWith("\\")) {
            throw refused(name, "it needs a server, a share and a file, as in \\\\server\\share\\file");
        }
        String server = parts.remove(0);
        String share = parts.remove(0);
        if (server.isEmpty() || server.equals("?") || server.equals(".") || !server.matches("[^\\s%*?\"<>|]+")) {
            throw refused(name, "'" + server + "' is no name of a server");
        }
        if (share.equalsIgnoreCase("IPC$") || share.matches(".*[*?\\[\\]].*")) {
            throw refused(name, "'" + share + "' is no share with files");
        }
        for (int i = 0; i < parts.size(); i++) {
            requirePart(name, parts.get(i), i + 1 == parts.size());
        }
        return new SmbName(server, port, share, String.join("\\", parts), name);
    }

    private static void requirePart(String name, String part, boolean isLast) {
        if (part.equals(".") || part.equals("..")) {
            throw refused(name, "it must be absolute, without '" + part + "'");
        }
        for (int i = 0; i < part.length(); i++) {
            if (FORBIDDEN.indexOf(part.charAt(i)) >= 0 || Character.isISOControl(part.charAt(i))) {
                throw refused(name, "a share allows no '" + part.charAt(i) + "' in a name");
            }
        }
        if (!isLast && part.matches(".*[*?].*")) {
            throw refused(name, "wildcards stand in its last part only");
        }
    }

    /** The whole name as servers write it, with one backslash before the server. */
    String full() {
        return "\\" + server + "\\" + share + (path.isEmpty() ? "" : "\\" + path);
    }

    /**
     * Where the file is according to a server that knows it elsewhere; still the name as given for messages. Referrals name
     * no port.
     */
    SmbName at(String newServer, String newShare, String newPath) {
        return new SmbName(newServer, port, newShare, newPath.replaceAll("^\\\\+|\\\\+$", ""), written);
    }

    /** The directory of this name: empty at the top of the share. */
    String directory() {
        return path.substring(0, Math.max(0, path.lastIndexOf('\\')));
    }

    /** The path of another file in the same directory. */
    String inDirectory(String file) {
        return directory().isEmpty() ? file : directory() + "\\" + file;
    }

    /** The last part. */
    String file() {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    /** Whether a part is longer than some file systems of servers take. */
    boolean isTooLong() {
        for (String part : path.split("\\\\")) {
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
                return true;
            }
        }
        return false;
    }

    /** Another file in the same directory, written in the same form. */
    String sibling(String file) {
        int slash = Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\'));
        String last = isUnc(written) ? file : encoded(file);
        return written.substring(0, slash + 1) + last;
    }

    private static boolean isUnc(String name) {
        return name.length() > 2 && isSlash(name.charAt(0)) && isSlash(name.charAt(1));
    }

    private static boolean isSmbUrl(String name) {
        return name.regionMatches(true, 0, "smb://", 0, 6);
    }

    /** {@code file://server/...} or {@code file:////server/...}; {@code file:///path} is of this machine. */
    private static boolean isFileUrl(String name) {
        if (!name.regionMatches(true, 0, "file://", 0, 7)) {
            return false;
        }
        String rest = name.substring(7);
        return rest.startsWith("//") || !(rest.startsWith("/") || rest.regionMatches(true, 0, "localhost/", 0, 10));
    }

    private static boolean isSlash(char c) {
        return c == '\\' || c == '/';
    }

    private static int portOf(String text, String name) {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        }
        throw refused(name, "'" + text + "' is no port");
    }

    /** Percent-encoded octets are UTF-8; everything else stands for itself. */
    private static String decoded(String text, String name) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] != '%') {
                to.put(from[i]);
                continue;
            }
            int high = i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
            int low = i + 2 < from.length ? Character.digit(from[i + 2], 16) : -1;
            if (high < 0 || low < 0 || (char) (high * 16 + low) == '/' || (char) (high * 16 + low) == '\\') {
                throw refused(name, "a '%' stands before the two digits of an octet; a percent sign is written %25");
            }
            to.put((byte) (high * 16 + low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString();
        } catch (CharacterCodingException e) {
            throw refused(name, "its octets are no UTF-8");
        }
    }

    private static String encoded(String file) {
        return file.replace("%", "%25");
    }

    private static BitsException refused(String name, String why) {
        return new BitsException(
                ErrorCode.E_INVALIDARG,
                ErrorContext.REMOTE_FILE,
                "The remote name '" + name.replaceAll("\\p{Cntrl}", "?") + "' cannot be used: " + why,
                null,
                null);
    }
}
