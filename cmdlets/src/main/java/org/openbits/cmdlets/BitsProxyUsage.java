package org.openbits.cmdlets;

import org.openbits.ProxyUsage;

/** The proxy usages as scripts see them. */
public enum BitsProxyUsage {
    SystemDefault,
    NoProxy,
    Override,
    AutoDetect;

    static BitsProxyUsage of(ProxyUsage value) {
        return values()[value.number()];
    }
}
