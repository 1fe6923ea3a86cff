package org.openbits.internal.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobInfo;
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

/** The requests about jobs: from a method's name and fields to a call of the queue and the fields of its answer. */
final class Requests {

    /** One method. {@code files} is what {@code items} brought, where the method has files. */
    private interface Handler {
        CompletableFuture<Fields> handle(JobChannel queue, Fields params, List<FileSpec> files);
    }

    private static final Map<String, Handler> HANDLERS = Map.ofEntries(
            Map.entry(
                    Methods.CREATE,
                    (queue, params, files) -> job(queue.create(id(params), SpecForm.read(params, files)))),
            Map.entry(Methods.INFO, (queue, params, files) -> job(queue.info(id(params)))),
            Map.entry(
                    Methods.PAGE,
                    (queue, params, files) -> queue.page(params.flag("allUsers"), params.textOrNull("from"))
                            .thenApply(Requests::page)),
            Map.entry(
                    Methods.HISTORY,
                    (queue, params, files) -> queue.history(params.flag("allUsers"), params.index("most"))
                            .thenApply(all ->
                                    items(all.stream().map(HistoryForm::write).toList()))),
            Map.entry(
                    Methods.CHECK_HISTORY,
                    (queue, params, files) -> queue.checkHistory().thenApply(HistoryForm::write)),
            Map.entry(
                    Methods.FILES,
                    (queue, params, files) -> queue.files(id(params))
                            .thenApply(all ->
                                    items(all.stream().map(FileForm::write).toList()))),
            Map.entry(Methods.ADD_FILES, (queue, params, files) -> outcome(queue.addFiles(id(params), files))),
            Map.entry(
                    Methods.CHANGE,
                    (queue, params, files) ->
                            outcome(queue.change(id(params), JobForm.readSettings(params.object("settings"))))),
            Map.entry(
                    Methods.ACT,
                    (queue, params, files) ->
                            outcome(queue.act(id(params), params.constant("action", JobAction.class)))),
            Map.entry(
                    Methods.SET_CREDENTIALS,
                    (queue, params, files) -> outcome(
                            queue.setCredentials(id(params), SpecForm.readCredentials(params.object("credentials"))))),
            Map.entry(
                    Methods.REMOVE_CREDENTIALS,
                    (queue, params, files) -> outcome(queue.removeCredentials(
                            id(params),
                            params.constant("target", AuthTarget.class),
                            params.constant("scheme", AuthScheme.class)))),
            Map.entry(
                    Methods.SET_REMOTE_NAME,
                    (queue, params, files) ->
                            outcome(queue.setRemoteName(id(params), params.index("file"), params.text("remoteName")))),
            Map.entry(
                    Methods.REPLACE_REMOTE_PREFIX,
                    (queue, params, files) -> outcome(
                            queue.replaceRemotePrefix(id(params), params.text("oldPrefix"), params.text("newPrefix")))),
            Map.entry(
                    Methods.REQUEST_RANGES,
                    (queue, params, files) -> outcome(
                            queue.requestRanges(id(params), params.index("file"), FileForm.readRanges(params)))),
            Map.entry(
                    Methods.UPDATE_DOWNLOAD_POSITION,
                    (queue, params, files) -> outcome(
                            queue.updateDownloadPosition(id(params), params.index("file"), params.number("offset")))),
            Map.entry(
                    Methods.DETAILS,
                    (queue, params, files) ->
                            queue.details(id(params), params.index("file")).thenApply(FileForm::write)),
            Map.entry(
                    Methods.SET_VALIDATION_STATE,
                    (queue, params, files) ->
                            outcome(queue.setValidationState(id(params), params.index("file"), params.flag("valid")))));

    private Requests() {}

    /** The answer to come; null when there is no such method. Throws BitsException for fields that cannot be read. */
    static @Nullable CompletableFuture<Fields> handle(
            String method, JobChannel queue, Fields params, List<FileSpec> files) {
        Handler handler = HANDLERS.get(method);
        return handler == null ? null : handler.handle(queue, params, files);
    }

    private static JobId id(Fields params) {
        return JobId.parse(params.text("id"));
    }

    private static CompletableFuture<Fields> job(CompletableFuture<JobInfo> job) {
        return job.thenApply(info -> Fields.empty().put("job", JobForm.write(info)));
    }

    private static CompletableFuture<Fields> outcome(CompletableFuture<Outcome> change) {
        return change.thenApply(JobForm::write);
    }

    private static Fields page(JobPage page) {
        Fields fields = items(page.jobs().stream().map(JobForm::write).toList());
        return page.next() == null ? fields : fields.put("next", page.next());
    }

    private static Fields items(List<Fields> items) {
        return Fields.empty().put("items", items);
    }
}
