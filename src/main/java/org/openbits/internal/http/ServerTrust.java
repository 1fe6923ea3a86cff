package org.openbits.internal.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificates of a server by the platform's trusted issuers, as strictly as the job's flags say. The name is
 * not looked at here: the client compares it after the handshake, before it sends a request. Thread-safe.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    /** RFC 5280 section 4.2.1.12. */
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private static final String ANY_USAGE = "2.5.29.37.0";

    private final CertificateChecks checks;
    private final X509ExtendedTrustManager platform;

    /** The certificate is not meant for servers. */
    static final class WrongUsageException extends CertificateException {
        private static final long serialVersionUID = 1;

        WrongUsageException(X509Certificate certificate) {
            super("its certificate '" + subject(certificate) + "' is not meant for servers");
        }
    }

    /** No trusted issuer vouches for the certificate. */
    static final class UnknownIssuerException extends CertificateException {
        private static final long serialVersionUID = 1;

        UnknownIssuerException(X509Certificate last, Exception cause) {
            super(
                    "its issuer is '" + last.getIssuerX500Principal().getName()
                            + "'; if you trust it, add its certificate to those the system trusts",
                    cause);
        }
    }

    /** Nobody says whether the certificate was revoked. */
    static final class RevocationUnknownException extends CertificateException {
        private static final long serialVersionUID = 1;

        RevocationUnknownException(Exception cause) {
            super("whether its certificate was revoked cannot be found out: " + cause.getMessage(), cause);
        }
    }

    /**
     * @param checks how strict to be
     * @param issuers the issuers to trust, or null for the platform's
     */
    ServerTrust(CertificateChecks checks, @Nullable KeyStore issuers) {
        this.checks = checks;
        this.platform = platform(issuers);
    }

    private static X509ExtendedTrustManager platform(@Nullable KeyStore issuers) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(issuers);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager) {
                    return (X509ExtendedTrustManager) manager;
                }
            }
            throw new IllegalStateException("This Java has no trust manager for X.509 certificates");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The trusted issuers of this Java cannot be read", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, @Nullable Socket socket)
            throws CertificateException {
        requireUsage(chain[0]);
        requireDates(chain);
        if (checks.areThePlatforms()) {
            requirePlatformsTrust(chain, authType, socket);
        }
        if (checks.revocation() || !checks.areThePlatforms()) {
            requirePath(chain);
        }
    }

    private void requireUsage(X509Certificate certificate) throws CertificateException {
        List<String> usages = certificate.getExtendedKeyUsage();
        boolean fits = usages == null || usages.contains(SERVER_AUTHENTICATION) || usages.contains(ANY_USAGE);
        if (!fits && !checks.ignoresUsage()) {
            throw new WrongUsageException(certificate);
        }
    }

    private void requireDates(X509Certificate[] chain) throws CertificateException {
        if (!checks.ignoresDate()) {
            chain[0].checkValidity();
        }
    }

    /** The platform also refuses weak algorithms and issuers that are no longer trusted. */
    private void requirePlatformsTrust(X509Certificate[] chain, String authType, @Nullable Socket socket)
            throws CertificateException {
        try {
            platform.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            if (isCausedBy(e, CertPathBuilderException.class)) {
                throw new UnknownIssuerException(chain[chain.length - 1], e);
            }
            throw e;
        }
    }

    private void requirePath(X509Certificate[] chain) throws CertificateException {
        Set<TrustAnchor> anchors = anchors(chain);
        if (anchors.stream().anyMatch(anchor -> chain[0].equals(anchor.getTrustedCert()))) {
            return;
        }
        try {
            PKIXCertPathBuilderResult found = path(chain, anchors);
            if (checks.revocation()) {
                requireNotRevoked(found.getCertPath(), found.getTrustAnchor(), chain);
            }
        } catch (CertPathBuilderException e) {
            throw new UnknownIssuerException(chain[chain.length - 1], e);
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }

    private Set<TrustAnchor> anchors(X509Certificate[] chain) {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate issuer : platform.getAcceptedIssuers()) {
            anchors.add(new TrustAnchor(issuer, null));
        }
        if (checks.ignoresIssuer()) {
            anchors.add(new TrustAnchor(chain[chain.length - 1], null));
        }
        return anchors;
    }

    private PKIXCertPathBuilderResult path(X509Certificate[] chain, Set<TrustAnchor> anchors)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(chain[0]);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(dateOfCheck(chain));
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(Arrays.asList(chain))));
        return (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private void requireNotRevoked(CertPath path, TrustAnchor anchor, X509Certificate[] chain)
            throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker revocation = (PKIXRevocationChecker) validator.getRevocationChecker();
        revocation.setOptions(EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS));
        PKIXParameters parameters = new PKIXParameters(Collections.singleton(anchor));
        parameters.setDate(dateOfCheck(chain));
        parameters.addCertPathChecker(revocation);
        try {
            validator.validate(path, parameters);
        } catch (CertPathValidatorException e) {
            if (e.getReason() == CertPathValidatorException.BasicReason.UNDETERMINED_REVOCATION_STATUS) {
                throw new RevocationUnknownException(e);
            }
            throw e;
        }
    }

    /** Null for today; the day on which the certificate was made where it is out of date and that does not matter. */
    private @Nullable Date dateOfCheck(X509Certificate[] chain) {
        try {
            chain[0].checkValidity();
            return null;
        } catch (CertificateException e) {
            return chain[0].getNotBefore();
        }
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        checkServerTrusted(chain, authType, (Socket) null);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType, (Socket) null);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw clientsOnly();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw clientsOnly();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw clientsOnly();
    }

    private static CertificateException clientsOnly() {
        return new CertificateException("This side is the client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
