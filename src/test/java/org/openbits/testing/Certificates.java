package org.openbits.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority for tests, made with the JDK's keytool, and servers' certificates: good ones, and ones with a
 * named mistake. Each takes a third of a second to make: share them between tests.
 */
public final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AUTHORITY = "authority";

    private final Path store;

    /** Makes an authority. */
    public Certificates(Path directory) {
        this.store = directory.resolve("certificates.p12");
        keytool("-genkeypair", "-alias", AUTHORITY, "-dname", "CN=Test Authority", "-ext", "bc:c", "-validity", "100");
    }

    /** A certificate of the authority; {@code options} as keytool takes them. */
    public Certificates issue(String alias, String... options) {
        List<String> all = new ArrayList<>(List.of("-signer", AUTHORITY));
        all.addAll(List.of(options));
        return selfSigned(alias, all.toArray(String[]::new));
    }

    /** A certificate that nobody vouches for. */
    public Certificates selfSigned(String alias, String... options) {
        List<String> all = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
        all.addAll(List.of(options));
        if (!all.contains("-validity")) {
            all.addAll(List.of("-validity", "100"));
        }
        keytool(all.toArray(String[]::new));
        return this;
    }

    /** The option that names where the revocation list is (RFC 5280 section 4.2.1.13). */
    public static String listedAt(String url) {
        byte[] uri = url.getBytes(StandardCharsets.US_ASCII);
        String der = HexFormat.of().formatHex(uri);
        int length = uri.length;
        for (String tag : List.of("86", "a0", "a0", "30", "30")) {
            der = tag + HexFormat.of().toHexDigits((byte) length) + der;
            length += 2;
        }
        return "2.5.29.31=" + der;
    }

    /** The authority's list of revoked certificates, with these on it. */
    public byte[] revoked(String... aliases) {
        List<String> all = new ArrayList<>(List.of("-gencrl", "-alias", AUTHORITY));
        for (String alias : aliases) {
            BigInteger serial = certificate(alias).getSerialNumber();
            all.addAll(List.of("-id", serial.toString()));
        }
        Path list = store.resolveSibling("revoked.crl");
        all.addAll(List.of("-file", list.toString()));
        keytool(all.toArray(String[]::new));
        try {
            return Files.readAllBytes(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client trusts that trusts the authority alone. */
    public KeyStore trusted() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(AUTHORITY, certificate(AUTHORITY));
            return trusted;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a server that shows this certificate. */
    public SSLContext server(String alias) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(alias, key(alias), PASSWORD, open().getCertificateChain(alias));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Key and certificate as text, for other servers. */
    public Path pem(String alias) {
        try {
            String text = block("PRIVATE KEY", key(alias).getEncoded())
                    + block("CERTIFICATE", certificate(alias).getEncoded());
            return Files.writeString(store.resolveSibling(alias + ".pem"), text);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Key and certificate as a store of their own with this password. */
    public Path pkcs12(String alias, String password) {
        Path file = store.resolveSibling(alias + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(alias, key(alias), password.toCharArray(), open().getCertificateChain(alias));
            own.store(out, password.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String block(String name, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }

    private PrivateKey key(String alias) {
        try {
            return (PrivateKey) open().getKey(alias, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(String alias) {
        try {
            return (X509Certificate) open().getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore open() {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(in, PASSWORD);
            return all;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit"));
        if (command.contains("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(store.resolveSibling("keytool.log").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "keytool failed: " + Files.readString(store.resolveSibling("keytool.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
