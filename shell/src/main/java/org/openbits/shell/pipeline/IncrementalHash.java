package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;
import org.openbits.automation.NetNamed;

/** .NET's IncrementalHash: a digest of bytes that come in parts. Public because scripts call it by name. */
public final class IncrementalHash implements NetNamed {

    private final String algorithm;
    private Hasher hasher;

    private IncrementalHash(String algorithm) {
        this.algorithm = algorithm;
        this.hasher = hasher(algorithm);
    }

    private static Hasher hasher(String algorithm) {
        Hasher hasher = Hasher.named(algorithm);
        if (hasher == null) {
            throw new NetException(
                    "System.Security.Cryptography.CryptographicException",
                    "'" + algorithm + "' is not a known hash algorithm.",
                    null);
        }
        return hasher;
    }

    @Override
    public String netName() {
        return "System.Security.Cryptography.IncrementalHash";
    }

    public Object getAlgorithmName() {
        return Names.of(algorithm);
    }

    public void appendData(List<Object> bytes) {
        hasher.update(TextTypes.bytes(bytes));
    }

    public void appendData(List<Object> bytes, int offset, int count) {
        appendData(bytes.subList(offset, offset + count));
    }

    /** The digest of all that was appended since it was made or reset. */
    public List<@Nullable Object> getHashAndReset() {
        List<@Nullable Object> digest = hasher.finish();
        hasher = hasher(algorithm);
        return digest;
    }

    public void dispose() {
        hasher = hasher(algorithm);
    }

    /** {@code [Security.Cryptography.IncrementalHash]}. */
    static final class Type implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            Object name = arguments.isEmpty() ? null : arguments.get(0);
            return method.equals("createhash") && name != null
                    ? new IncrementalHash(
                            name instanceof CustomObject
                                    ? String.valueOf(Members.get(name, "Name"))
                                    : StaticTypes.text(arguments, 0))
                    : MISSING;
        }
    }

    /** {@code [Security.Cryptography.HashAlgorithmName]}. */
    static final class Names implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.matches("md5|sha1|sha256|sha384|sha512")
                    ? of(property.toUpperCase(java.util.Locale.ROOT))
                    : MISSING;
        }

        @Override
        public Object create(List<@Nullable Object> arguments) {
            return of(StaticTypes.text(arguments, 0));
        }

        private static Object of(String name) {
            return new CustomObject("System.Security.Cryptography.HashAlgorithmName").add("Name", name);
        }
    }
}
