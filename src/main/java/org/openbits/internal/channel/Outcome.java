package org.openbits.internal.channel;

import org.openbits.ErrorCode;
import org.openbits.JobInfo;

/**
 * The answer to a change.
 *
 * @param job the job after the change, already durable
 * @param code S_OK, or a success code that says more
 */
public record Outcome(JobInfo job, ErrorCode code) {}
