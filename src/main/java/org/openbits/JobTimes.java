package org.openbits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time stamps of a job (BG_JOB_TIMES).
 *
 * @param creation when it was created
 * @param modification the last change of a property, a state or a byte
 * @param transferCompletion when it last entered TRANSFERRED, or null
 */
public record JobTimes(
        Instant creation, Instant modification, @Nullable Instant transferCompletion) {}
