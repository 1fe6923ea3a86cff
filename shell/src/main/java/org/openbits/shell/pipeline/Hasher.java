package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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
    private @Nullable MessageDigest digest;
    private @Nullable Mac mac;
    private @Nullable List<@Nullable Object> hash;

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

    /** The hasher of a .NET name such as {@code SHA256Managed}; null when it is none. */
    static @Nullable Hasher named(String name) {
        Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.matches() ? new Hasher(matcher.group(2).replace("sha", "SHA-"), matcher.group(1) != null) : null;
    }

    /** The digest of bytes, or of what a stream still holds. */
    public List<@Nullable Object> computeHash(Object content) {
        begin();
        if (content instanceof NetStream stream) {
            InputStream in = stream.input();
            byte[] part = new byte[65_536];
            try {
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    update(part, 0, read);
                }
            } catch (IOException failure) {
                throw FileTypes.failed(failure);
            }
        } else {
            update(TextTypes.bytes(content));
        }
        return finish();
    }

    /** The digest of a part of the bytes. */
    public List<@Nullable Object> computeHash(List<Object> bytes, int offset, int count) {
        return computeHash(bytes.subList(offset, offset + count));
    }

    /** Takes a part of what is to be digested; gives how much it took. */
    public int transformBlock(List<Object> bytes, int offset, int count, @Nullable Object copy, int copyOffset) {
        update(TextTypes.bytes(bytes.subList(offset, offset + count)));
        return count;
    }

    /** Takes the last part; the digest is in {@code Hash} then. */
    public List<@Nullable Object> transformFinalBlock(List<Object> bytes, int offset, int count) {
        byte[] last = TextTypes.bytes(bytes.subList(offset, offset + count));
        update(last);
        hash = finish();
        return TextTypes.bytes(last);
    }

    /** What TransformFinalBlock or ComputeHash found; null before. */
    public @Nullable List<@Nullable Object> getHash() {
        return hash;
    }

    /** In bits. */
    public int getHashSize() {
        return switch (algorithm) {
            case "md5" -> 128;
            case "SHA-1" -> 160;
            default -> Integer.parseInt(algorithm.substring("SHA-".length()));
        };
    }

    private void begin() {
        try {
            if (keyed) {
                String name = "Hmac" + algorithm.toUpperCase(Locale.ROOT).replace("-", "");
                Mac started = Mac.getInstance(name);
                started.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
                mac = started;
            } else {
                digest = MessageDigest.getInstance(algorithm);
            }
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + algorithm + ".", missing);
        }
    }

    void update(byte[] bytes) {
        update(bytes, 0, bytes.length);
    }

    private void update(byte[] bytes, int offset, int count) {
        if (mac == null && digest == null) {
            begin();
        }
        if (mac != null) {
            mac.update(bytes, offset, count);
        } else if (digest != null) {
            digest.update(bytes, offset, count);
        }
    }

    List<@Nullable Object> finish() {
        update(new byte[0]);
        List<@Nullable Object> found = TextTypes.bytes(
                mac != null
                        ? mac.doFinal()
                        : java.util.Objects.requireNonNull(digest).digest());
        mac = null;
        digest = null;
        hash = found;
        return found;
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
