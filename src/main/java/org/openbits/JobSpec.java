package org.openbits;

import java.util.List;

/**
 * A job to create in one step, so that a dying caller leaves a whole job or none.
 *
 * @param type its direction
 * @param settings properties that differ from their defaults
 * @param files its files, in order; may be empty
 * @param credentials its credentials, at most one for each target and scheme
 * @param resume whether to start it in the same step
 */
public record JobSpec(
        JobType type, JobSettings settings, List<FileSpec> files, List<AuthCredentials> credentials, boolean resume) {

    public JobSpec {
        files = List.copyOf(files);
        credentials = List.copyOf(credentials);
    }

    /** A download job without files, suspended, as CreateJob makes it. */
    public static JobSpec download(String displayName) {
        return new JobSpec(
                JobType.DOWNLOAD,
                JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, displayName),
                List.of(),
                List.of(),
                false);
    }

    /** An upload job of one file, suspended. */
    public static JobSpec upload(String displayName, String localName, String remoteName) {
        return new JobSpec(
                JobType.UPLOAD,
                JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, displayName),
                List.of(FileSpec.of(remoteName, localName)),
                List.of(),
                false);
    }

    /** The same with these files. */
    public JobSpec withFiles(List<FileSpec> newFiles) {
        return new JobSpec(type, settings, newFiles, credentials, resume);
    }

    /** The same with this property set. */
    public <T> JobSpec with(JobProperty<T> property, T value) {
        return new JobSpec(type, settings.with(property, value), files, credentials, resume);
    }

    /** The same, started in the same step. */
    public JobSpec resumed() {
        return new JobSpec(type, settings, files, credentials, true);
    }
}
