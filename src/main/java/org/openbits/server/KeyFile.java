package org.openbits.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private key of a server: a PEM file as nginx takes them, both in one, or a PKCS#12 store. */
final class KeyFile {

    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private KeyFile() {}

    /** A store whose entries have {@link #password}. */
    static KeyStore read(Path file, String password) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            return text.contains("-----BEGIN ") ? pem(file, text, password) : store(bytes, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate and key that can be used: " + e.getMessage(), e);
        }
    }

    /** A PEM file's entry gets one too, as stores want one. */
    static String password(String given) {
        return given.isEmpty() ? "none" : given;
    }

    private static KeyStore store(byte[] bytes, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private static KeyStore pem(Path file, String text, String password) throws GeneralSecurityException, IOException {
        Matcher key = KEY.matcher(text);
        List<Certificate> chain = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (Matcher each = CERTIFICATE.matcher(text); each.find(); ) {
            chain.add(factory.generateCertificate(
                    new ByteArrayInputStream(each.group().getBytes(StandardCharsets.US_ASCII))));
        }
        if (!key.find() || chain.isEmpty()) {
            throw new IOException(file + " must hold certificates and one unencrypted key (BEGIN PRIVATE KEY); "
                    + "openssl pkcs8 -topk8 -nodes makes one of an older form");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server",
                key(Base64.getMimeDecoder().decode(key.group(1))),
                password(password).toCharArray(),
                chain.toArray(Certificate[]::new));
        return store;
    }

    private static PrivateKey key(byte[] encoded) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no key");
        for (String kind : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }
}
