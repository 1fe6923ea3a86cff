package org.openbits.internal.smb;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.MacSpi;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-CMAC (RFC 4493), which signs each message of SMB 3 that {@link Gmac} does not, by the platform's AES in CBC mode. That uses the processor's own
 * instructions; the library's takes most of the time of a signed transfer. Used by one thread at a time.
 */
final class Cmac extends MacSpi {

    private static final int BLOCK = 16;
    private static final int CHUNK = 8 << 10;

    private final Cipher cbc;
    private final byte[] scratch = new byte[CHUNK];
    /** The end of what came: held back, for the last block is masked. */
    private final byte[] last = new byte[BLOCK];

    private int lastBytes;
    private @Nullable SecretKeySpec key;
    private byte[] wholeMask = new byte[BLOCK];
    private byte[] partMask = new byte[BLOCK];

    Cmac() throws GeneralSecurityException {
        cbc = Cipher.getInstance("AES/CBC/NoPadding");
    }

    @Override
    protected int engineGetMacLength() {
        return BLOCK;
    }

    @Override
    protected void engineInit(Key newKey, @Nullable AlgorithmParameterSpec parameters)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        key = new SecretKeySpec(newKey.getEncoded(), "AES");
        engineReset();
        wholeMask = doubled(cbc.update(new byte[BLOCK]));
        partMask = doubled(wholeMask);
        engineReset();
    }

    /** Multiplication by two in the field of RFC 4493 section 2.3. */
    private static byte[] doubled(byte[] from) {
        byte[] to = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int carry = i + 1 < BLOCK ? (from[i + 1] & 0x80) >> 7 : 0;
            to[i] = (byte) (from[i] << 1 | carry);
        }
        if ((from[0] & 0x80) != 0) {
            to[BLOCK - 1] ^= (byte) 0x87;
        }
        return to;
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        int at = offset;
        int left = length;
        int room = Math.min(left, BLOCK - lastBytes);
        System.arraycopy(input, at, last, lastBytes, room);
        lastBytes += room;
        at += room;
        left -= room;
        if (left == 0) {
            return;
        }
        chain(last, 0, BLOCK);
        while (left > BLOCK) {
            int count = Math.min(CHUNK, (left - 1) / BLOCK * BLOCK);
            chain(input, at, count);
            at += count;
            left -= count;
        }
        System.arraycopy(input, at, last, 0, left);
        lastBytes = left;
    }

    private void chain(byte[] input, int offset, int count) {
        try {
            cbc.update(input, offset, count, scratch, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected byte[] engineDoFinal() {
        byte[] mask = lastBytes == BLOCK ? wholeMask : partMask;
        if (lastBytes < BLOCK) {
            last[lastBytes] = (byte) 0x80;
            Arrays.fill(last, lastBytes + 1, BLOCK, (byte) 0);
        }
        for (int i = 0; i < BLOCK; i++) {
            last[i] ^= mask[i];
        }
        chain(last, 0, BLOCK);
        byte[] mac = Arrays.copyOf(scratch, BLOCK);
        engineReset();
        return mac;
    }

    @Override
    protected void engineReset() {
        lastBytes = 0;
        try {
            cbc.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[BLOCK]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
