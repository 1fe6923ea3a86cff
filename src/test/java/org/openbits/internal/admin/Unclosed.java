package org.openbits.internal.admin;

import java.util.List;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.JobId;
import org.openbits.JobSpec;
import org.openbits.Subscription;

/** A manager that many command lines share: closing it does nothing. */
record Unclosed(BackgroundCopyManager manager) implements BackgroundCopyManager {

    @Override
    public BackgroundCopyJob createJob(JobSpec spec) {
        return manager.createJob(spec);
    }

    @Override
    public BackgroundCopyJob job(JobId id) {
        return manager.job(id);
    }

    @Override
    public List<BackgroundCopyJob> jobs() {
        return manager.jobs();
    }

    @Override
    public List<BackgroundCopyJob> jobsOfAllUsers() {
        return manager.jobsOfAllUsers();
    }

    @Override
    public Subscription subscribe(BackgroundCopyCallback callback) {
        return manager.subscribe(callback);
    }

    @Override
    public void close() {}
}
