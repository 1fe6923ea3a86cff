package org.openbits.cmdlets.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openbits.automation.Conversion;
import org.openbits.automation.SecureText;

/**
 * Secrets sealed by a key, in PowerShell's own form: a fixed head, then in Base64 the UTF-16 text
 * {@code 2|initial vector|AES-CBC of the UTF-16 secret in hexadecimal}. A text sealed by PowerShell opens here and the
 * other way round.
 */
record SecretKey(byte[] bytes) {

    private static final String HEAD = "76492d1116743f0423413b16050a5345";

    /**
     * A key of 16, 24 or 32 bytes.
     *
     * @throws IllegalArgumentException when it has another length
     */
    static SecretKey of(List<Object> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Conversion.toNumber(numbers.get(i)).intValue();
        }
        return of(bytes);
    }

    /** A key in the characters of a text, two bytes each. */
    static SecretKey of(SecureText text) {
        return of(new String(text.reveal()).getBytes(StandardCharsets.UTF_16LE));
    }

    private static SecretKey of(byte[] bytes) {
        if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
            throw new IllegalArgumentException("The specified key is not valid: it has " + bytes.length
                    + " bytes. Valid key lengths are 16, 24 and 32 bytes.");
        }
        return new SecretKey(bytes);
    }

    String seal(SecureText secret) {
        byte[] vector = new byte[16];
        new SecureRandom().nextBytes(vector);
        byte[] plain = new String(secret.reveal()).getBytes(StandardCharsets.UTF_16LE);
        String inner = "2|" + Base64.getEncoder().encodeToString(vector) + "|"
                + HexFormat.of().formatHex(run(Cipher.ENCRYPT_MODE, vector, plain));
        return HEAD + Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_16LE));
    }

    /** @throws IllegalArgumentException when the text is not sealed by this key */
    SecureText open(String sealed) {
        if (!sealed.startsWith(HEAD)) {
            throw new IllegalArgumentException("The text was not made by ConvertFrom-SecureString -Key.");
        }
        byte[] inner = Base64.getDecoder().decode(sealed.substring(HEAD.length()));
        String[] parts = new String(inner, StandardCharsets.UTF_16LE).split("\\|");
        if (parts.length != 3) {
            throw new IllegalArgumentException("The text was not made by ConvertFrom-SecureString -Key.");
        }
        byte[] plain = run(
                Cipher.DECRYPT_MODE,
                Base64.getDecoder().decode(parts[1]),
                HexFormat.of().parseHex(parts[2]));
        return new SecureText(new String(plain, StandardCharsets.UTF_16LE).toCharArray());
    }

    private byte[] run(int mode, byte[] vector, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(bytes, "AES"), new IvParameterSpec(vector));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("The text is not sealed by this key.", wrong);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SecretKey";
    }
}
