package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** .NET's HashAlgorithm. Public because scripts call it by name. */
public final class Hasher {

    private static final Pattern NAME =
            Pattern.compile("(?:system\\.)?(?:security\\.cryptography\\.)?(hmac)?(md5|sha1|sha256|sha384|sha512)"
                    + "(?:managed|cryptoserviceprovider|cng)?");

    private final String algorithm;
    private final boolean keyed;
    private byte[] key = {};

    private Hasher(String algorithm, boolean keyed) {
        this.algorithm = algorithm;
        this.keyed = keyed;
    }

    public List<@Nullable Object> getKey() {
        return TextTypes.bytes(key);
    }

    /** The key of an HMAC. */
    public void setKey(Object value) {
        key = TextTypes.bytes(value);
    }

    private byte[] signed(byte[] content) {
        try {
            String name = "Hmac" + algorithm.toUpperCase(Locale.ROOT).replace("-", "");
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + algorithm + ".", missing);
        }
    }

    /** The hasher of a .NET name such as {@code SHA256Managed}; null when it is none. */
    static @Nullable Hasher named(String name) {
        Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.matches() ? new Hasher(matcher.group(2).replace("sha", "SHA-"), matcher.group(1) != null) : null;
    }

    /** The digest of bytes, or of what a stream still holds. */
    public List<@Nullable Object> computeHash(Object content) {
        if (keyed) {
            try {
                byte[] whole =
                        content instanceof NetStream stream ? stream.input().readAllBytes() : TextTypes.bytes(content);
                return TextTypes.bytes(signed(whole));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            if (content instanceof NetStream stream) {
                InputStream in = stream.input();
                byte[] part = new byte[65_536];
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    digest.update(part, 0, read);
                }
            } else {
                digest.update(TextTypes.bytes(content));
            }
            return TextTypes.bytes(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has " + algorithm + ".", missing);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nothing is held. */
    public void dispose() {}

    /** {@code [Security.Cryptography.SHA256]::Create()}. */
    record Type(String key) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean named = !arguments.isEmpty() && arguments.get(0) instanceof CharSequence;
            Hasher hasher = named(named ? StaticTypes.text(arguments, 0) : key);
            if (hasher != null && !named && !arguments.isEmpty() && arguments.get(0) != null) {
                hasher.setKey(arguments.get(0));
            }
            return hasher == null ? MISSING : hasher;
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            Hasher hasher = named(key);
            return switch (method) {
                case "create" -> create(arguments);
                case "hashdata" ->
                    hasher == null ? MISSING : hasher.computeHash(java.util.Objects.requireNonNull(arguments.get(0)));
                default -> MISSING;
            };
        }
    }
}
