package org.openbits.internal.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobSpec;

/** A client that creates jobs of many files, one after another, until it is killed. */
final class CreatingClientMain {

    /** So many that a request takes several lines. */
    static final int FILES = 3000;

    private CreatingClientMain() {}

    public static void main(String[] home) {
        List<FileSpec> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(FileSpec.of("http://127.0.0.1:9/a/long/name/of/a/file/" + i, home[0] + "/" + i));
        }
        try (BackgroundCopyManager manager =
                ServiceManagerProvider.open(ServiceManagerProvider.activation(Path.of(home[0]), System.getenv()))) {
            for (int i = 0; ; i++) {
                manager.createJob(JobSpec.download("job " + i).withFiles(files));
                System.out.println("created " + i);
            }
        }
    }
}
