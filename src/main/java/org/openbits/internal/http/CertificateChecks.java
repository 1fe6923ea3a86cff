package org.openbits.internal.http;

import org.openbits.JobProperty;
import org.openbits.JobSettings;

/**
 * How strictly a job looks at the certificates of its servers, from its security flags (BITS, BG_SSL_*).
 *
 * @param revocation whether every certificate must be shown not to be revoked
 * @param ignoresName whether a certificate may be for another host
 * @param ignoresDate whether a certificate may be out of date
 * @param ignoresIssuer whether anybody may have issued it
 * @param ignoresUsage whether it may be meant for something else than a server
 */
record CertificateChecks(
        boolean revocation, boolean ignoresName, boolean ignoresDate, boolean ignoresIssuer, boolean ignoresUsage) {

    private static final long ENABLE_CRL_CHECK = 0x01;
    private static final long IGNORE_CERT_CN_INVALID = 0x02;
    private static final long IGNORE_CERT_DATE_INVALID = 0x04;
    private static final long IGNORE_UNKNOWN_CA = 0x08;
    private static final long IGNORE_CERT_WRONG_USAGE = 0x10;

    static CertificateChecks of(JobSettings settings) {
        long flags = settings.get(JobProperty.SECURITY_FLAGS);
        return new CertificateChecks(
                (flags & ENABLE_CRL_CHECK) != 0,
                (flags & IGNORE_CERT_CN_INVALID) != 0,
                (flags & IGNORE_CERT_DATE_INVALID) != 0,
                (flags & IGNORE_UNKNOWN_CA) != 0,
                (flags & IGNORE_CERT_WRONG_USAGE) != 0);
    }

    /** Whether the platform's own judgement of chain, dates and usage holds as it is. */
    boolean areThePlatforms() {
        return !ignoresDate && !ignoresIssuer && !ignoresUsage;
    }
}
