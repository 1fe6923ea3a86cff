package org.openbits.internal.smb;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.MacSpi;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-GMAC (NIST SP 800-38D), as it signs the messages of SMB 3.1.1 (MS-SMB2 3.1.4.1), by the platform's AES in GCM: several
 * times as fast as {@link Cmac}. What it signs must begin with the header of a message, for its number is part of the
 * nonce. Used by one thread at a time.
 */
final class Gmac extends MacSpi {

    private static final int TAG = 16;
    private static final int HEADER = 64;
    private static final int COMMAND_OFFSET = 12;
    private static final int FLAGS_OFFSET = 16;
    private static final int MESSAGE_ID_OFFSET = 24;
    private static final int NONCE = 12;
    private static final int CANCEL = 12;
    /** Made by the platform's interpreter until it was called often, which takes 70 ms and then is 30 times as fast. */
    private static final int CALLS_TO_WARM_UP = 10_000;

    /** Loaded once, with the first connection that uses it. */
    private static final class Warm {
        static {
            Thread thread = new Thread(Gmac::warmUp, "smb-gmac");
            thread.setDaemon(true);
            thread.start();
        }

        private Warm() {}

        static void up() {
            // Loading this class was all.
        }
    }

    private SecretKeySpec key = new SecretKeySpec(new byte[TAG], "AES");
    private Cipher cipher;
    private boolean begun;

    Gmac() throws GeneralSecurityException {
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
        Warm.up();
    }

    private static void warmUp() {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec none = new SecretKeySpec(new byte[TAG], "AES");
            byte[] nonce = new byte[NONCE];
            for (int i = 0; i < CALLS_TO_WARM_UP; i++) {
                nonce[0] = (byte) i;
                cipher.init(Cipher.ENCRYPT_MODE, none, new GCMParameterSpec(TAG * 8, nonce));
                cipher.updateAAD(new byte[HEADER]);
                cipher.doFinal();
            }
        } catch (GeneralSecurityException e) {
            // It is slow at first, then.
        }
    }

    @Override
    protected int engineGetMacLength() {
        return TAG;
    }

    @Override
    protected void engineInit(Key newKey, @Nullable AlgorithmParameterSpec parameters) {
        key = new SecretKeySpec(newKey.getEncoded(), "AES");
        begun = false;
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        if (!begun) {
            if (length < HEADER) {
                throw new IllegalStateException("a message begins with its header");
            }
            begin(nonceOf(input, offset));
        }
        cipher.updateAAD(input, offset, length);
    }

    /** The message's number, and who sends it. */
    private static byte[] nonceOf(byte[] message, int at) {
        byte[] nonce = Arrays.copyOfRange(message, at + MESSAGE_ID_OFFSET, at + MESSAGE_ID_OFFSET + NONCE);
        boolean isAnswer = (message[at + FLAGS_OFFSET] & 1) != 0;
        boolean isCancel = message[at + COMMAND_OFFSET] == CANCEL && message[at + COMMAND_OFFSET + 1] == 0;
        Arrays.fill(nonce, 8, NONCE, (byte) 0);
        nonce[8] = (byte) ((isAnswer ? 1 : 0) | (isCancel ? 2 : 0));
        return nonce;
    }

    private void begin(byte[] nonce) {
        GCMParameterSpec parameters = new GCMParameterSpec(TAG * 8, nonce);
        try {
            try {
                cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
            } catch (GeneralSecurityException e) {
                // It takes no nonce twice in a row; that only tells a signature again.
                cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
            }
            begun = true;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected byte[] engineDoFinal() {
        begun = false;
        try {
            return cipher.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was begun is dropped with the next message. */
    @Override
    protected void engineReset() {
        begun = false;
    }
}
