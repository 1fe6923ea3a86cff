package org.openbits;

/** Which proxy a job uses (BG_JOB_PROXY_USAGE). */
public enum ProxyUsage {
    /** The settings of the owner's environment. */
    PRECONFIG,
    /** None. */
    NO_PROXY,
    /** The job's own list. */
    OVERRIDE,
    /** Discovered for each file. */
    AUTODETECT;

    /** The number Windows uses for this value. */
    public int number() {
        return ordinal();
    }
}
