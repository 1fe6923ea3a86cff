package org.openbits.internal.wire;

import java.util.List;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobSpec;
import org.openbits.JobType;

/** A job to create and credentials, as fields. The only messages that hold passwords: nothing here is ever logged. */
public final class SpecForm {

    private SpecForm() {}

    /** The files go in {@code items}: there may be too many for one line. */
    public static Fields write(JobId id, JobSpec spec) {
        return Fields.empty()
                .put("id", id.toString())
                .put("type", spec.type().name())
                .put("settings", spec.settings().toPlain())
                .put(
                        "credentials",
                        spec.credentials().stream().map(SpecForm::write).toList())
                .put("resume", spec.resume())
                .put("items", spec.files().stream().map(FileForm::write).toList());
    }

    /** @param files what the parts and the message itself brought */
    public static JobSpec read(Fields spec, List<FileSpec> files) {
        return new JobSpec(
                spec.constant("type", JobType.class),
                JobForm.readSettings(spec.object("settings")),
                files,
                spec.objects("credentials").stream()
                        .map(SpecForm::readCredentials)
                        .toList(),
                spec.flag("resume"));
    }

    public static Fields write(AuthCredentials credentials) {
        return Fields.empty()
                .put("target", credentials.target().name())
                .put("scheme", credentials.scheme().name())
                .put("userName", credentials.userName())
                .put("password", credentials.password());
    }

    public static AuthCredentials readCredentials(Fields fields) {
        return new AuthCredentials(
                fields.constant("target", AuthTarget.class),
                fields.constant("scheme", AuthScheme.class),
                fields.text("userName"),
                fields.text("password"));
    }
}
