package org.openbits.internal.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.JobInfo;

/**
 * A part of a list of jobs: with very many jobs no process but the one that asked has to hold all of them.
 *
 * @param jobs in the order of creation
 * @param next where the next page begins, for {@link JobChannel#page} and nobody else to read; null after the last
 */
public record JobPage(List<JobInfo> jobs, @Nullable String next) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
