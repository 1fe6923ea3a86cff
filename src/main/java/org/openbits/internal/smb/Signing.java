package org.openbits.internal.smb;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import jcifs.CIFSContext;
import jcifs.CIFSUnsupportedCryptoException;
import jcifs.Configuration;
import jcifs.config.DelegatingConfiguration;
import jcifs.context.CIFSContextWrapper;
import jcifs.internal.util.SMBUtil;
import jcifs.smb.SmbTransportInternal;
import jcifs.util.Crypto;
import org.jspecify.annotations.Nullable;

/**
 * How one connection signs: by AES-GMAC where the server can, else by what its dialect says.
 *
 * <p>The library knows AES-CMAC only, which costs both sides more than all the rest of a transfer. It could not be told to
 * offer anything else, but its offer of ciphers has the form and even the values of an offer of signing algorithms (MS-SMB2
 * 2.2.3.1.2 and 2.2.3.1.7): one number makes it such. So this has the library offer ciphers, changes that number in the
 * message that leaves, reads the answer as it comes, and has the library's digest made with the algorithm that the server
 * chose. The first message only is looked at; and where the library does not let it be, everything stays as it was.
 */
final class Signing {

    private static final int FRAME = 4;
    private static final int HEADER = 64;
    private static final int REQUEST_CAPABILITIES = HEADER + 8;
    private static final int REQUEST_CONTEXTS = HEADER + 28;
    private static final int ANSWER_COUNT = HEADER + 6;
    private static final int ANSWER_CONTEXTS = HEADER + 60;
    private static final int CAPABILITY_ENCRYPTION = 0x40;
    private static final int CIPHERS = 2;
    private static final int SIGNING_ALGORITHMS = 8;
    private static final int GMAC = 2;
    private static final int LONGEST_ANSWER = 1024;
    private static final int CLIENT_BYTES = 32;

    private static final @Nullable Field OUT = field("out");
    private static final @Nullable Field IN = field("in");

    /** Whose digest the library makes in this thread. */
    private static final ThreadLocal<@Nullable Signing> CURRENT = new ThreadLocal<>();

    private final CIFSContext context;
    private @Nullable SmbTransportInternal transport;
    private volatile boolean isGmac;

    Signing(CIFSContext from) {
        // Who offers ciphers itself wants the answer to that.
        boolean isPossible = OUT != null && IN != null && !from.getConfig().isEncryptionEnabled();
        byte[] client = new byte[CLIENT_BYTES];
        from.getConfig().getRandom().nextBytes(client);
        Configuration offering = new DelegatingConfiguration(from.getConfig()) {
            @Override
            public boolean isEncryptionEnabled() {
                return isPossible || super.isEncryptionEnabled();
            }

            /**
             * Asked for by the offer, when the socket is there and nothing is sent. Another client each time: Samba hands
             * all connections of one client to one process, where they wait for each other, and loses one that arrives
             * while that process ends.
             */
            @Override
            public byte[] getMachineId() {
                if (isPossible) {
                    listen();
                }
                return client;
            }
        };
        context = new CIFSContextWrapper(from) {
            @Override
            public Configuration getConfig() {
                return offering;
            }
        };
    }

    /** What the connection is to be made with. */
    CIFSContext context() {
        return context;
    }

    /** Called before it connects. */
    void of(SmbTransportInternal connecting) {
        isGmac = false;
        transport = connecting;
    }

    /** Once connected: whether messages are signed by AES-GMAC, if they are signed. */
    boolean isGmac() {
        return isGmac;
    }

    /** Digests that the library makes in this thread from now on are of this connection. */
    void choose() {
        CURRENT.set(this);
    }

    private static @Nullable Field field(String name) {
        try {
            Field field = Class.forName("jcifs.smb.SmbTransportImpl").getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // another version of the library, or a platform that forbids it
        }
    }

    private void listen() {
        SmbTransportInternal connecting = transport;
        transport = null;
        if (connecting == null || OUT == null || IN == null) {
            return;
        }
        try {
            if (OUT.get(connecting) instanceof OutputStream out && IN.get(connecting) instanceof InputStream in) {
                OUT.set(connecting, new Offer(connecting, out));
                IN.set(connecting, new Answer(connecting, in));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void putBack(@Nullable Field field, SmbTransportInternal connecting, Object stream) {
        try {
            if (field != null) {
                field.set(connecting, stream);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes an offer of ciphers to one of signing algorithms: both lists name 2 and then 1. */
    static void amend(byte[] message, int at, int length) {
        if (length < REQUEST_CONTEXTS + 8) {
            return;
        }
        int capabilities = SMBUtil.readInt4(message, at + REQUEST_CAPABILITIES);
        SMBUtil.writeInt4(capabilities & ~CAPABILITY_ENCRYPTION, message, at + REQUEST_CAPABILITIES);
        int count = SMBUtil.readInt2(message, at + REQUEST_CONTEXTS + 4);
        int context = contextIn(message, at, length, SMBUtil.readInt4(message, at + REQUEST_CONTEXTS), count, CIPHERS);
        if (context >= 0) {
            SMBUtil.writeInt2(SIGNING_ALGORITHMS, message, at + context);
        }
    }

    /** The algorithm that the server chose, or -1 when it says nothing of that. */
    static int chosen(byte[] message, int at, int length) {
        if (length < ANSWER_CONTEXTS + 4) {
            return -1;
        }
        int count = SMBUtil.readInt2(message, at + ANSWER_COUNT);
        int first = SMBUtil.readInt4(message, at + ANSWER_CONTEXTS);
        int context = contextIn(message, at, length, first, count, SIGNING_ALGORITHMS);
        return context < 0 || context + 12 > length ? -1 : SMBUtil.readInt2(message, at + context + 10);
    }

    private static int contextIn(byte[] message, int at, int length, int first, int count, int type) {
        int context = first;
        for (int i = 0; i < count && context >= HEADER && context + 8 <= length; i++) {
            if (SMBUtil.readInt2(message, at + context) == type) {
                return context;
            }
            context += 8 + (SMBUtil.readInt2(message, at + context + 2) + 7) / 8 * 8;
        }
        return -1;
    }

    private static final class Offer extends FilterOutputStream {

        private final SmbTransportInternal connecting;

        Offer(SmbTransportInternal connecting, OutputStream out) {
            super(out);
            this.connecting = connecting;
        }

        /** In the library's own array, for both sides take a digest of what was sent. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            putBack(OUT, connecting, out);
            amend(bytes, offset + FRAME, length - FRAME);
            out.write(bytes, offset, length);
        }
    }

    private final class Answer extends FilterInputStream {

        private final SmbTransportInternal connecting;
        private final byte[] seen = new byte[LONGEST_ANSWER];
        private int count;

        Answer(SmbTransportInternal connecting, InputStream in) {
            super(in);
            this.connecting = connecting;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            int kept = Math.max(0, Math.min(read, seen.length - count));
            System.arraycopy(bytes, offset, seen, count, kept);
            count += kept;
            int whole = FRAME + ((seen[2] & 0xFF) << 8 | seen[3] & 0xFF);
            if (read < 0 || kept < read || count > FRAME && count >= whole) {
                putBack(IN, connecting, in);
                isGmac = chosen(seen, FRAME, count - FRAME) == GMAC;
            }
            return read;
        }
    }

    /** Has the library use the platform's AES, unless the platform takes none but signed providers. */
    static void install() {
        try {
            Provider ours = new Ours();
            Mac.getInstance("AESCMAC", ours);
            MessageDigest.getInstance("MD4", ours);
            Crypto.initProvider(ours);
        } catch (GeneralSecurityException | SecurityException | CIFSUnsupportedCryptoException e) {
            // The library's own does the same, slower.
        }
    }

    /** What the library asks one provider for: the signature of SMB 3, and the MD4 that it brings. */
    private static final class Ours extends Provider {

        private static final long serialVersionUID = 1;

        Ours() {
            super("OpenBITS-SMB", "1", "AES-CMAC and AES-GMAC by the platform's AES");
            putService(new Service(this, "Mac", "AESCMAC", Cmac.class.getName(), List.of(), Map.of()) {
                @Override
                public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
                    Signing current = CURRENT.get();
                    try {
                        return current != null && current.isGmac ? new Gmac() : new Cmac();
                    } catch (GeneralSecurityException e) {
                        throw new NoSuchAlgorithmException(e);
                    }
                }
            });
            put("MessageDigest.MD4", "org.bouncycastle.jcajce.provider.digest.MD4$Digest");
        }
    }
}
