import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobInfo;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.Subscription;

/** A Java program with the queue in its own process: SOURCE DESTINATION HOME. */
final class QuickStart {

    public static void main(String[] arguments) throws InterruptedException {
        try (BackgroundCopyManager manager = BackgroundCopyManager.embedded(Path.of(arguments[2]))) {
            BackgroundCopyJob job = manager.createJob(
                    JobSpec.download("quick start").withFiles(List.of(FileSpec.of(arguments[0], arguments[1]))));
            CountDownLatch ended = new CountDownLatch(1);
            BackgroundCopyCallback callback = new BackgroundCopyCallback() {
                @Override
                public void jobTransferred(JobInfo info) {
                    ended.countDown();
                }

                @Override
                public void jobError(JobInfo info) {
                    ended.countDown();
                }
            };
            try (Subscription subscription = job.subscribe(callback)) {
                job.resume();
                ended.await();
            }
            if (job.state() == JobState.ERROR) {
                System.err.println(job.error().message());
                job.cancel();
                System.exit(1); // the caller learns of the failure by the code
            }
            job.complete();
            System.out.println(job.progress().bytesTransferred() + " bytes");
        }
    }
}
