package org.openbits.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets with AES-256-GCM (NIST SP 800-38D) under a key that only the owner's account can read. It keeps secrets
 * out of copies and backups of the store's files, not from the account itself.
 *
 * <pre>
 * key file   32 random bytes, mode 0600, beside the records and not among them
 * sealed     nonce (12, random), cipher text, tag (16)
 * </pre>
 */
final class Seal {

    static final String KEY_FILE = "key";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Reads the key of a directory, making one when there is none. */
    static Seal of(StoreFiles files) throws IOException {
        if (!files.list().contains(KEY_FILE)) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            files.publish(KEY_FILE, key);
        }
        byte[] key = files.read(KEY_FILE);
        if (key.length != KEY_BYTES) {
            throw new IOException(files.path(KEY_FILE) + " holds " + key.length + " bytes, no key of " + KEY_BYTES
                    + "; bring it back from a backup, or remove it and set the jobs' credentials again");
        }
        return new Seal(key);
    }

    /** Seals bytes; they open only together with the same context. */
    byte[] seal(byte[] open, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(open);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER, e);
        }
    }

    /** What was sealed with that context, or null when it was sealed by another key or changed since. */
    byte @Nullable [] open(byte[] sealed, byte[] context) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            return null;
        }
        byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
