package org.openbits;

import java.util.UUID;

/** The identity of a job: a GUID, unique for ever; display names are not. */
public record JobId(UUID value) implements Comparable<JobId> {

    /** A new random identity. */
    public static JobId random() {
        return new JobId(UUID.randomUUID());
    }

    /**
     * Reads the text form, in any letter case, with or without braces.
     *
     * @throws BitsException with {@link ErrorCode#E_INVALIDARG} when the text is no GUID
     */
    public static JobId parse(String text) {
        String bare = text.strip();
        if (bare.startsWith("{") && bare.endsWith("}")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (bare.length() == 36) {
            try {
                return new JobId(UUID.fromString(bare));
            } catch (IllegalArgumentException e) {
                throw notAnId(text, e);
            }
        }
        throw notAnId(text, null);
    }

    private static BitsException notAnId(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new BitsException(
                ErrorCode.E_INVALIDARG,
                "'" + text + "' is not a job identifier; write a GUID such as c0dd3d8c-c3a2-4562-8324-80b19224879c",
                cause);
    }

    /** The registry form with braces and capitals, as bitsadmin prints it. */
    public String toRegistryForm() {
        return "{" + value.toString().toUpperCase(java.util.Locale.ROOT) + "}";
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    /** Lower case without braces, as the cmdlets print it. */
    @Override
    public String toString() {
        return value.toString();
    }
}
