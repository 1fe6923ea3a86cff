package org.openbits.automation;

/**
 * How far an activity is.
 *
 * @param id which activity of the command
 * @param parentId the activity it is part of, or -1
 * @param activity its title
 * @param status what it does at the moment
 * @param currentOperation a detail, may be empty
 * @param percent 0 to 100, or -1 when unknown
 * @param secondsRemaining an estimate, or -1
 * @param completed whether its bar shall go
 */
public record ProgressRecord(
        int id,
        int parentId,
        String activity,
        String status,
        String currentOperation,
        int percent,
        int secondsRemaining,
        boolean completed) {}
