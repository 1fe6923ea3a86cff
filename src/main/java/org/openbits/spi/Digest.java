package org.openbits.spi;

import java.util.Locale;
import java.util.Map;

/**
 * The digest of a file.
 *
 * @param algorithm as {@link java.security.MessageDigest} names it: SHA-512, SHA-384, SHA-256, SHA-1 or MD5
 * @param hex in lower case
 */
public record Digest(String algorithm, String hex) {

    private static final Map<String, Integer> HEX_DIGITS =
            Map.of("SHA-512", 128, "SHA-384", 96, "SHA-256", 64, "SHA-1", 40, "MD5", 32);

    public Digest {
        Integer digits = HEX_DIGITS.get(algorithm);
        if (digits == null) {
            throw new IllegalArgumentException("the algorithm '" + algorithm + "' is none of " + HEX_DIGITS.keySet());
        }
        if (hex.length() != digits || !hex.matches("[0-9a-f]*")) {
            throw new IllegalArgumentException("a digest of " + algorithm + " has " + digits + " hexadecimal digits");
        }
    }

    /**
     * Reads {@code sha256:hex}; the name in any common spelling.
     *
     * @throws IllegalArgumentException when it is no digest, with why
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("write it as algorithm:hexadecimal, such as sha256:9f86...");
        }
        return new Digest(
                algorithmOf(text.substring(0, colon)),
                text.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
    }

    /** The algorithm that {@code SHA256}, {@code sha-256} and the like mean. */
    public static String algorithmOf(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
        return switch (plain) {
            case "SHA512" -> "SHA-512";
            case "SHA384" -> "SHA-384";
            case "SHA256" -> "SHA-256";
            case "SHA1", "SHA" -> "SHA-1";
            default -> plain;
        };
    }

    /** The digest a bare hexadecimal text of that length usually is. */
    public static Digest ofHex(String hex) {
        for (Map.Entry<String, Integer> entry : HEX_DIGITS.entrySet()) {
            if (entry.getValue() == hex.length()) {
                return new Digest(entry.getKey(), hex.toLowerCase(Locale.ROOT));
            }
        }
        throw new IllegalArgumentException("no known digest has " + hex.length() + " hexadecimal digits");
    }

    @Override
    public String toString() {
        return algorithm.replace("-", "").toLowerCase(Locale.ROOT) + ":" + hex;
    }
}
