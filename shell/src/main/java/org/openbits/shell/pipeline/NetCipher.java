package org.openbits.shell.pipeline;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** .NET's Aes: key, vector, mode and padding, and what encrypts or decrypts by them. Public because scripts call it by name. */
public final class NetCipher {

    private static final SecureRandom RANDOM = new SecureRandom();

    private byte[] key = random(32);
    private byte[] vector = random(16);
    private String mode = "CBC";
    private String padding = "PKCS7";

    private NetCipher() {}

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public List<@Nullable Object> getKey() {
        return TextTypes.bytes(key);
    }

    public void setKey(Object bytes) {
        byte[] given = TextTypes.bytes(bytes);
        if (given.length != 16 && given.length != 24 && given.length != 32) {
            throw new NetException(
                    "System.Security.Cryptography.CryptographicException",
                    "Specified key is not a valid size for this algorithm.",
                    null);
        }
        key = given;
    }

    public List<@Nullable Object> getIV() {
        return TextTypes.bytes(vector);
    }

    public void setIV(Object bytes) {
        byte[] given = TextTypes.bytes(bytes);
        if (given.length != 16) {
            throw new NetException(
                    "System.Security.Cryptography.CryptographicException",
                    "Specified initialization vector (IV) does not match the block size for this algorithm.",
                    null);
        }
        vector = given;
    }

    public int getKeySize() {
        return key.length * 8;
    }

    public void setKeySize(int bits) {
        key = random(bits / 8);
    }

    public int getBlockSize() {
        return 128;
    }

    /** AES has blocks of 128 bits; another size is an error, as in .NET. */
    public void setBlockSize(int bits) {
        if (bits != 128) {
            throw new NetException(
                    "System.Security.Cryptography.CryptographicException",
                    "Specified block size is not valid for this algorithm.",
                    null);
        }
    }

    public String getMode() {
        return mode;
    }

    public void setMode(Object name) {
        mode = Conversion.toText(name).toUpperCase(Locale.ROOT);
    }

    public String getPadding() {
        return padding;
    }

    public void setPadding(Object name) {
        padding = Conversion.toText(name);
    }

    public void generateKey() {
        key = random(key.length);
    }

    public void generateIV() {
        vector = random(16);
    }

    public Transform createEncryptor() {
        return new Transform(cipher(Cipher.ENCRYPT_MODE, key, vector));
    }

    public Transform createEncryptor(Object otherKey, Object otherVector) {
        return new Transform(cipher(Cipher.ENCRYPT_MODE, TextTypes.bytes(otherKey), TextTypes.bytes(otherVector)));
    }

    public Transform createDecryptor() {
        return new Transform(cipher(Cipher.DECRYPT_MODE, key, vector));
    }

    public Transform createDecryptor(Object otherKey, Object otherVector) {
        return new Transform(cipher(Cipher.DECRYPT_MODE, TextTypes.bytes(otherKey), TextTypes.bytes(otherVector)));
    }

    private Cipher cipher(int direction, byte[] withKey, byte[] withVector) {
        try {
            String pad = padding.equalsIgnoreCase("None") || padding.equalsIgnoreCase("Zeros")
                    ? "NoPadding"
                    : padding.equalsIgnoreCase("ISO10126") ? "ISO10126Padding" : "PKCS5Padding";
            Cipher cipher = Cipher.getInstance("AES/" + mode + "/" + pad);
            SecretKeySpec secret = new SecretKeySpec(withKey, "AES");
            if (mode.equals("ECB")) {
                cipher.init(direction, secret);
            } else {
                cipher.init(direction, secret, new IvParameterSpec(withVector));
            }
            return cipher;
        } catch (GeneralSecurityException refused) {
            throw failed(refused);
        }
    }

    private static NetException failed(GeneralSecurityException refused) {
        boolean padded = refused instanceof javax.crypto.BadPaddingException;
        return new NetException(
                "System.Security.Cryptography.CryptographicException",
                padded ? "Padding is invalid and cannot be removed." : String.valueOf(refused.getMessage()),
                refused);
    }

    public void clear() {
        dispose();
    }

    /** Forgets the key. */
    public void dispose() {
        Arrays.fill(key, (byte) 0);
    }

    /** ICryptoTransform. Public because scripts call it by name. */
    public static final class Transform {
        private final Cipher cipher;

        Transform(Cipher cipher) {
            this.cipher = cipher;
        }

        Cipher cipher() {
            return cipher;
        }

        public List<@Nullable Object> transformFinalBlock(Object bytes, int offset, int count) {
            try {
                return TextTypes.bytes(cipher.doFinal(TextTypes.bytes(bytes), offset, count));
            } catch (GeneralSecurityException refused) {
                throw failed(refused);
            }
        }

        /** Nothing is held. */
        public void dispose() {}
    }

    /** {@code [Security.Cryptography.Aes]::Create()} and its older names. */
    static final class Type implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return new NetCipher();
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("create") ? new NetCipher() : MISSING;
        }
    }

    /** {@code CryptoStream}: what passes through a stream is encrypted or decrypted. */
    static final class StreamType implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() < 3
                    || !(arguments.get(0) instanceof NetStream inner)
                    || !(arguments.get(1) instanceof Transform transform)) {
                return MISSING;
            }
            return StaticTypes.text(arguments, 2).equalsIgnoreCase("Read")
                    ? new NetStream(new javax.crypto.CipherInputStream(inner.input(), transform.cipher()), null, -1)
                    : new NetStream(null, new javax.crypto.CipherOutputStream(inner.output(), transform.cipher()), -1);
        }
    }
}
