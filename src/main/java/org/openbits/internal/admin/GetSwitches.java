package org.openbits.internal.admin;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyJob;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileProgress;
import org.openbits.JobInfo;
import org.openbits.JobProgress;
import org.openbits.JobProperty;

/** The /get switches: one value of one job, bare with /RAWRETURN. */
final class GetSwitches {

    private GetSwitches() {}

    static final List<String> NAMES = List.of(
            "/getdisplayname",
            "/getdescription",
            "/getowner",
            "/gettype",
            "/getstate",
            "/getbytestotal",
            "/getbytestransferred",
            "/getfilestotal",
            "/getfilestransferred",
            "/getcreationtime",
            "/getmodificationtime",
            "/getcompletiontime",
            "/geterrorcount",
            "/geterror",
            "/getpriority",
            "/getminretrydelay",
            "/getnoprogresstimeout",
            "/getmaxdownloadtime",
            "/getnotifyflags",
            "/getnotifyinterface",
            "/getnotifycmdline",
            "/getproxyusage",
            "/getproxylist",
            "/getproxybypasslist",
            "/getcustomheaders",
            "/gethttpmethod",
            "/getsecurityflags",
            "/getclientcertificate",
            "/getaclflags",
            "/gettemporaryname",
            "/getvalidationstate",
            "/getpeerstats",
            "/getreplyfilename",
            "/getreplyprogress",
            "/getreplydata",
            "/gethelpertokenflags",
            "/gethelpertokensid",
            "/getpeercachingflags");

    /** The switch of that name, made when it is asked for: a process needs one of them, and starts sooner without the rest. */
    static @Nullable Switch named(String name) {
        return switch (name) {
            case "/getdisplayname" -> get(name, "Returns the display name of the job.", JobInfo::displayName);
            case "/getdescription" ->
                get(name, "Returns the description of the job.", property(JobProperty.DESCRIPTION));
            case "/getowner" -> get(name, "Returns the owner of the job.", JobInfo::owner);
            case "/gettype" -> get(name, "Returns the type of the job.", job -> JobText.type(job.type()));
            case "/getstate" ->
                get(name, "Returns the state of the job.", job -> job.state().name());
            case "/getbytestotal" ->
                get(
                        name,
                        "Returns the size of the job.",
                        job -> JobText.size(job.progress().bytesTotal()));
            case "/getbytestransferred" ->
                get(
                        name,
                        "Returns the number of bytes transferred.",
                        job -> Long.toString(job.progress().bytesTransferred()));
            case "/getfilestotal" ->
                get(
                        name,
                        "Returns the number of files in the job.",
                        job -> Integer.toString(job.progress().filesTotal()));
            case "/getfilestransferred" ->
                get(
                        name,
                        "Returns the number of files transferred.",
                        job -> Integer.toString(job.progress().filesTransferred()));
            case "/getcreationtime" ->
                get(
                        name,
                        "Returns when the job was created.",
                        job -> JobText.time(job.times().creation()));
            case "/getmodificationtime" ->
                get(
                        name,
                        "Returns when the job last changed.",
                        job -> JobText.time(job.times().modification()));
            case "/getcompletiontime" ->
                get(
                        name,
                        "Returns when the transfer was complete.",
                        job -> JobText.time(job.times().transferCompletion()));
            case "/geterrorcount" ->
                get(name, "Returns the number of errors so far.", job -> Integer.toString(job.errorCount()));
            case "/geterror" -> new Switch(name, "<job>", 1, 1, "Returns the error of the job.", GetSwitches::error);
            case "/getpriority" ->
                get(
                        name,
                        "Returns the priority of the job.",
                        job -> job.priority().name());
            case "/getminretrydelay" ->
                get(name, "Returns the retry delay in seconds.", property(JobProperty.MINIMUM_RETRY_DELAY));
            case "/getnoprogresstimeout" ->
                get(name, "Returns the no-progress time-out in seconds.", property(JobProperty.NO_PROGRESS_TIMEOUT));
            case "/getmaxdownloadtime" ->
                get(name, "Returns the maximum download time in seconds.", property(JobProperty.MAXIMUM_DOWNLOAD_TIME));
            case "/getnotifyflags" -> get(name, "Returns the notification flags.", property(JobProperty.NOTIFY_FLAGS));
            case "/getnotifyinterface" ->
                get(name, "Tells whether a callback outlives its program: never here.", job -> "UNREGISTERED");
            case "/getnotifycmdline" ->
                get(name, "Returns the notification command line.", job -> JobText.notifyCommandLine(job.settings()));
            case "/getproxyusage" -> get(name, "Returns the proxy usage.", property(JobProperty.PROXY_USAGE));
            case "/getproxylist" ->
                get(
                        name,
                        "Returns the proxy list.",
                        job -> JobText.list(job.settings().get(JobProperty.PROXY_LIST), ","));
            case "/getproxybypasslist" ->
                get(
                        name,
                        "Returns the proxy bypass list.",
                        job -> JobText.list(job.settings().get(JobProperty.PROXY_BYPASS_LIST), " "));
            case "/getcustomheaders" ->
                get(
                        name,
                        "Returns the custom headers, unless they are write-only.",
                        job -> JobText.customHeaders(job.settings()));
            case "/gethttpmethod" -> get(name, "Returns the HTTP method.", property(JobProperty.HTTP_METHOD));
            case "/getsecurityflags" ->
                get(
                        name,
                        "Returns the security flags.",
                        job -> String.format(
                                Locale.ROOT, "0x%04x", job.settings().get(JobProperty.SECURITY_FLAGS)));
            case "/getclientcertificate" ->
                new Switch(
                        name,
                        "<job>",
                        1,
                        1,
                        "Returns the client certificate of the job.",
                        GetSwitches::clientCertificate);
            case "/getaclflags" -> get(name, "Returns the ACL flags.", job -> JobText.aclFlags(job.settings()));
            case "/gettemporaryname" ->
                new Switch(name, "<job> <file_index>", 2, 2, "Returns the temporary name of a file.", call -> {
                    String file = call.file(1).info().temporaryName();
                    call.output().value(file == null ? "UNKNOWN" : file);
                });
            case "/getvalidationstate" ->
                new Switch(
                        name,
                        "<job> <file_index>",
                        2,
                        2,
                        "Returns whether a file was declared valid.",
                        call -> call.output().value(call.file(1).info().valid() ? "TRUE" : "FALSE"));
            case "/getpeerstats" ->
                new Switch(
                        name,
                        "<job> <file_index>",
                        2,
                        2,
                        "Returns the bytes from peers and from the origin server.",
                        call -> call.output()
                                .value("PEERS: 0 ORIGIN: "
                                        + call.file(1).info().progress().bytesTransferred()));
            case "/getreplyfilename" ->
                reply(
                        name,
                        "Returns the reply file name.",
                        call -> call.output().value(call.job().get(JobProperty.REPLY_FILE_NAME)));
            case "/getreplyprogress" ->
                reply(
                        name,
                        "Returns the size and progress of the reply.",
                        call -> call.output().value(replyProgress(call.job().replyProgress())));
            case "/getreplydata" ->
                reply(
                        name,
                        "Returns the reply as a hexadecimal dump.",
                        call -> HexDump.lines(call.job().replyData()).forEach(call.output()::line));
            case "/gethelpertokenflags" ->
                get(name, "Returns the helper token flags.", property(JobProperty.HELPER_TOKEN_FLAGS));
            case "/gethelpertokensid" ->
                new Switch(
                        name,
                        "<job>",
                        1,
                        1,
                        "Helper tokens exist on Windows only.",
                        GroupSwitches.notApplicable("A helper token"));
            case "/getpeercachingflags" ->
                get(name, "Returns the peer caching flags.", property(JobProperty.PEER_CACHING_FLAGS));
            default -> null;
        };
    }

    private static Switch get(String name, String help, Function<JobInfo, String> value) {
        return new Switch(
                name,
                "<job>",
                1,
                1,
                help,
                call -> call.output().value(value.apply(call.job().info())));
    }

    private static Function<JobInfo, String> property(JobProperty<?> property) {
        return job -> String.valueOf(job.settings().get(property));
    }

    private static void error(Call call) {
        BackgroundCopyJob job = call.job();
        JobText.error(job.error(), job.files().stream().map(file -> file.info()).toList())
                .forEach(call.output()::line);
    }

    private static void clientCertificate(Call call) {
        JobInfo job = call.job().info();
        String location = job.settings().get(JobProperty.CERTIFICATE_STORE_LOCATION);
        if (location.isEmpty()) {
            throw new BitsException(ErrorCode.CRYPT_E_NOT_FOUND, "The job has no client certificate.");
        }
        call.output()
                .value(location + " " + job.settings().get(JobProperty.CERTIFICATE_STORE_NAME) + " "
                        + job.settings().get(JobProperty.CERTIFICATE_HASH)
                        + job.settings().get(JobProperty.CERTIFICATE_SUBJECT_NAME));
    }

    private static String replyProgress(FileProgress reply) {
        String total = reply.bytesTotal() == JobProgress.SIZE_UNKNOWN ? "UNKNOWN" : Long.toString(reply.bytesTotal());
        return reply.bytesTransferred() + " / " + total;
    }

    /** Upload-reply jobs only, else E_NOTIMPL as in BITS. */
    private static Switch reply(String name, String help, Switch.Action action) {
        return new Switch(name, "<job>", 1, 1, help, call -> {
            if (call.job().info().type() != org.openbits.JobType.UPLOAD_REPLY) {
                throw new BitsException(ErrorCode.E_NOTIMPL, "Only an upload-reply job has a reply.");
            }
            action.run(call);
        });
    }
}
