package org.openbits.cmdlets;

/** Where the client certificate is looked for (BG_CERT_STORE_LOCATION). */
public enum CertStoreLocationValue {
    CURRENT_USER,
    LOCAL_MACHINE,
    CURRENT_SERVICE,
    SERVICES,
    USERS,
    CURRENT_USER_GROUP_POLICY,
    LOCAL_MACHINE_GROUP_POLICY,
    LOCAL_MACHINE_ENTERPRISE
}
