package org.openbits.internal.client;

import static org.openbits.internal.client.Call.Repeat.SAFE;
import static org.openbits.internal.client.Call.Repeat.UNSAFE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BitsException;
import org.openbits.FileDetails;
import org.openbits.FileInfo;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.Subscription;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.channel.JobPage;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.FileForm;
import org.openbits.internal.wire.HistoryForm;
import org.openbits.internal.wire.JobForm;
import org.openbits.internal.wire.Methods;
import org.openbits.internal.wire.SpecForm;

/**
 * The queue of a service, as seen over its socket. A lost service is started again by the next connection: reads and
 * changes that may be repeated are, and listeners go on; what they missed comes as one event for each job.
 */
final class SocketChannelClient implements JobChannel {

    private final Listeners listeners = new Listeners();
    private final Conversation conversation;
    private boolean subscribedBefore;

    SocketChannelClient(Connector connector) {
        conversation = new Conversation(
                connector, event -> listeners.tell(JobForm.readEvent(event)), this::callsOfNewConnection);
        conversation.start();
    }

    /** Waits until the service is reached; tells its process. */
    CompletableFuture<Link> connected() {
        return conversation.firstLink();
    }

    <T> CompletableFuture<T> call(String method, Fields params, Call.Repeat repeat, Function<Fields, T> reading) {
        return conversation.send(new Call<>(method, params, repeat, reading::apply));
    }

    @Override
    public CompletableFuture<JobInfo> create(JobId id, JobSpec spec) {
        return call(Methods.CREATE, SpecForm.write(id, spec), SAFE, SocketChannelClient::readJob);
    }

    @Override
    public CompletableFuture<JobInfo> info(JobId id) {
        return call(Methods.INFO, of(id), SAFE, SocketChannelClient::readJob);
    }

    @Override
    public CompletableFuture<JobPage> page(boolean allUsers, @Nullable String from) {
        Fields params = Fields.empty().put("allUsers", allUsers).put("from", from);
        return conversation.send(
                new Call<>(Methods.PAGE, params, SAFE, reading(JobForm::read, SocketChannelClient::readPage)));
    }

    @Override
    public CompletableFuture<List<FileInfo>> files(JobId id) {
        return items(Methods.FILES, of(id), FileForm::read);
    }

    @Override
    public CompletableFuture<Outcome> addFiles(JobId id, List<FileSpec> files) {
        List<Fields> items = files.stream().map(FileForm::write).toList();
        return change(Methods.ADD_FILES, of(id).put("items", items), UNSAFE);
    }

    @Override
    public CompletableFuture<Outcome> change(JobId id, JobSettings change) {
        return change(Methods.CHANGE, of(id).put("settings", change.toPlain()), SAFE);
    }

    @Override
    public CompletableFuture<Outcome> act(JobId id, JobAction action) {
        // A second Complete or Cancel of a job that the first one took off the queue is refused: not the answer that
        // was lost.
        boolean leaves = action == JobAction.COMPLETE || action == JobAction.CANCEL;
        return change(Methods.ACT, of(id).put("action", action.name()), leaves ? UNSAFE : SAFE);
    }

    @Override
    public CompletableFuture<Outcome> setCredentials(JobId id, AuthCredentials credentials) {
        return change(Methods.SET_CREDENTIALS, of(id).put("credentials", SpecForm.write(credentials)), SAFE);
    }

    @Override
    public CompletableFuture<Outcome> removeCredentials(JobId id, AuthTarget target, AuthScheme scheme) {
        Fields params = of(id).put("target", target.name()).put("scheme", scheme.name());
        return change(Methods.REMOVE_CREDENTIALS, params, SAFE);
    }

    @Override
    public CompletableFuture<Outcome> setRemoteName(JobId id, int fileIndex, String remoteName) {
        Fields params = of(id).put("file", fileIndex).put("remoteName", remoteName);
        return change(Methods.SET_REMOTE_NAME, params, SAFE);
    }

    @Override
    public CompletableFuture<Outcome> replaceRemotePrefix(JobId id, String oldPrefix, String newPrefix) {
        // The new prefix may begin with the old one: done twice, it would grow.
        Fields params = of(id).put("oldPrefix", oldPrefix).put("newPrefix", newPrefix);
        return change(Methods.REPLACE_REMOTE_PREFIX, params, UNSAFE);
    }

    @Override
    public CompletableFuture<Outcome> requestRanges(JobId id, int fileIndex, List<FileRange> ranges) {
        Fields params = of(id).put("file", fileIndex).put("ranges", FileForm.writeRanges(ranges));
        return change(Methods.REQUEST_RANGES, params, SAFE);
    }

    @Override
    public CompletableFuture<Outcome> updateDownloadPosition(JobId id, int fileIndex, long offset) {
        Fields params = of(id).put("file", fileIndex).put("offset", offset);
        return change(Methods.UPDATE_DOWNLOAD_POSITION, params, SAFE);
    }

    @Override
    public CompletableFuture<FileDetails> details(JobId id, int fileIndex) {
        return call(Methods.DETAILS, of(id).put("file", fileIndex), SAFE, FileForm::readDetails);
    }

    @Override
    public CompletableFuture<Outcome> setValidationState(JobId id, int fileIndex, boolean valid) {
        return change(
                Methods.SET_VALIDATION_STATE, of(id).put("file", fileIndex).put("valid", valid), SAFE);
    }

    @Override
    public CompletableFuture<List<HistoryEntry>> history(boolean allUsers, int most) {
        Fields params = Fields.empty().put("allUsers", allUsers).put("most", most);
        return items(Methods.HISTORY, params, HistoryForm::read);
    }

    @Override
    public CompletableFuture<HistoryCheck> checkHistory() {
        return call(Methods.CHECK_HISTORY, Fields.empty(), SAFE, HistoryForm::readCheck);
    }

    @Override
    public synchronized Subscription subscribe(Predicate<JobEvent.Kind> wanted, Consumer<JobEvent> listener) {
        Listeners.Listener registered = new Listeners.Listener(wanted, listener);
        boolean heardOfFiles = listeners.want(JobEvent.Kind.FILE_TRANSFERRED);
        listeners.add(registered);
        if (!subscribedBefore || heardOfFiles != listeners.want(JobEvent.Kind.FILE_TRANSFERRED)) {
            subscribedBefore = true;
            conversation.listen(true);
            call(Methods.SUBSCRIBE, subscription(), SAFE, Function.identity());
        }
        return () -> unsubscribe(registered);
    }

    @Override
    public void close() {
        conversation.close();
        listeners.close();
    }

    private synchronized void unsubscribe(Listeners.Listener listener) {
        boolean heardOfFiles = listeners.want(JobEvent.Kind.FILE_TRANSFERRED);
        if (!listeners.remove(listener)) {
            return;
        }
        if (listeners.areNone()) {
            subscribedBefore = false;
            conversation.listen(false);
            call(Methods.UNSUBSCRIBE, Fields.empty(), SAFE, Function.identity());
        } else if (heardOfFiles != listeners.want(JobEvent.Kind.FILE_TRANSFERRED)) {
            call(Methods.SUBSCRIBE, subscription(), SAFE, Function.identity());
        }
    }

    private Fields subscription() {
        return Fields.empty().put("files", listeners.want(JobEvent.Kind.FILE_TRANSFERRED));
    }

    /** What a new connection begins with while somebody listens: subscribe, then look at what was missed. */
    private List<Call<?>> callsOfNewConnection() {
        Map<JobId, JobInfo> seen = listeners.seen();
        Call<Fields> subscribe = new Call<>(Methods.SUBSCRIBE, subscription(), UNSAFE, result -> result);
        subscribe.answer().thenCompose(done -> list(false)).thenAccept(jobs -> tellWhatWasMissed(jobs, seen));
        return List.of(subscribe);
    }

    private void tellWhatWasMissed(List<JobInfo> jobs, Map<JobId, JobInfo> seen) {
        for (JobInfo job : jobs) {
            seen.remove(job.id());
            listeners.tell(new JobEvent(kindOf(job.state()), job, -1));
        }
        seen.forEach((id, last) -> info(id).whenComplete((job, trouble) -> {
            if (job != null) {
                listeners.tell(new JobEvent(JobEvent.Kind.GONE, job, -1));
            } else if (trouble instanceof BitsException || trouble instanceof CompletionException) {
                // The queue has forgotten it: what was seen last is all there is.
                listeners.tell(new JobEvent(JobEvent.Kind.GONE, last, -1));
            }
        }));
    }

    private static JobEvent.Kind kindOf(JobState state) {
        return switch (state) {
            case TRANSFERRED -> JobEvent.Kind.TRANSFERRED;
            case ERROR -> JobEvent.Kind.ERROR;
            case ACKNOWLEDGED, CANCELLED -> JobEvent.Kind.GONE;
            case QUEUED, CONNECTING, TRANSFERRING, SUSPENDED, TRANSIENT_ERROR -> JobEvent.Kind.MODIFICATION;
        };
    }

    private CompletableFuture<Outcome> change(String method, Fields params, Call.Repeat repeat) {
        return call(method, params, repeat, JobForm::readOutcome);
    }

    private <T> CompletableFuture<List<T>> items(String method, Fields params, Function<Fields, T> item) {
        return conversation.send(new Call<>(method, params, SAFE, reading(item, (all, result) -> all)));
    }

    /** Reads items as they arrive, so that a long list is never held twice. */
    private static <T, R> Call.Reading<R> reading(Function<Fields, T> item, BiFunction<List<T>, Fields, R> whole) {
        List<T> all = new ArrayList<>();
        return new Call.Reading<>() {
            @Override
            public void restart() {
                all.clear();
            }

            @Override
            public void part(List<Fields> items) {
                items.forEach(fields -> all.add(item.apply(fields)));
            }

            @Override
            public R end(Fields result) {
                part(result.objects("items"));
                return whole.apply(all, result);
            }
        };
    }

    private static JobPage readPage(List<JobInfo> jobs, Fields result) {
        return new JobPage(jobs, result.textOrNull("next"));
    }

    private static JobInfo readJob(Fields result) {
        return JobForm.read(result.object("job"));
    }

    private static Fields of(JobId id) {
        return Fields.empty().put("id", id.toString());
    }
}
