package org.openbits.internal.admin;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

    static List<Switch> all() {
        return List.of(
                get("/getdisplayname", "Returns the display name of the job.", JobInfo::displayName),
                get("/getdescription", "Returns the description of the job.", property(JobProperty.DESCRIPTION)),
                get("/getowner", "Returns the owner of the job.", JobInfo::owner),
                get("/gettype", "Returns the type of the job.", job -> JobText.type(job.type())),
                get(
                        "/getstate",
                        "Returns the state of the job.",
                        job -> job.state().name()),
                get(
                        "/getbytestotal",
                        "Returns the size of the job.",
                        job -> JobText.size(job.progress().bytesTotal())),
                get(
                        "/getbytestransferred",
                        "Returns the number of bytes transferred.",
                        job -> Long.toString(job.progress().bytesTransferred())),
                get(
                        "/getfilestotal",
                        "Returns the number of files in the job.",
                        job -> Integer.toString(job.progress().filesTotal())),
                get(
                        "/getfilestransferred",
                        "Returns the number of files transferred.",
                        job -> Integer.toString(job.progress().filesTransferred())),
                get(
                        "/getcreationtime",
                        "Returns when the job was created.",
                        job -> JobText.time(job.times().creation())),
                get(
                        "/getmodificationtime",
                        "Returns when the job last changed.",
                        job -> JobText.time(job.times().modification())),
                get(
                        "/getcompletiontime",
                        "Returns when the transfer was complete.",
                        job -> JobText.time(job.times().transferCompletion())),
                get(
                        "/geterrorcount",
                        "Returns the number of errors so far.",
                        job -> Integer.toString(job.errorCount())),
                new Switch("/geterror", "<job>", 1, 1, "Returns the error of the job.", GetSwitches::error),
                get(
                        "/getpriority",
                        "Returns the priority of the job.",
                        job -> job.priority().name()),
                get(
                        "/getminretrydelay",
                        "Returns the retry delay in seconds.",
                        property(JobProperty.MINIMUM_RETRY_DELAY)),
                get(
                        "/getnoprogresstimeout",
                        "Returns the no-progress time-out in seconds.",
                        property(JobProperty.NO_PROGRESS_TIMEOUT)),
                get(
                        "/getmaxdownloadtime",
                        "Returns the maximum download time in seconds.",
                        property(JobProperty.MAXIMUM_DOWNLOAD_TIME)),
                get("/getnotifyflags", "Returns the notification flags.", property(JobProperty.NOTIFY_FLAGS)),
                get(
                        "/getnotifyinterface",
                        "Tells whether a callback outlives its program: never here.",
                        job -> "UNREGISTERED"),
                get(
                        "/getnotifycmdline",
                        "Returns the notification command line.",
                        job -> JobText.notifyCommandLine(job.settings())),
                get("/getproxyusage", "Returns the proxy usage.", property(JobProperty.PROXY_USAGE)),
                get(
                        "/getproxylist",
                        "Returns the proxy list.",
                        job -> JobText.list(job.settings().get(JobProperty.PROXY_LIST), ",")),
                get(
                        "/getproxybypasslist",
                        "Returns the proxy bypass list.",
                        job -> JobText.list(job.settings().get(JobProperty.PROXY_BYPASS_LIST), " ")),
                get(
                        "/getcustomheaders",
                        "Returns the custom headers, unless they are write-only.",
                        job -> JobText.customHeaders(job.settings())),
                get("/gethttpmethod", "Returns the HTTP method.", property(JobProperty.HTTP_METHOD)),
                get(
                        "/getsecurityflags",
                        "Returns the security flags.",
                        job -> String.format(
                                Locale.ROOT, "0x%04x", job.settings().get(JobProperty.SECURITY_FLAGS))),
                new Switch(
                        "/getclientcertificate",
                        "<job>",
                        1,
                        1,
                        "Returns the client certificate of the job.",
                        GetSwitches::clientCertificate),
                get("/getaclflags", "Returns the ACL flags.", job -> JobText.aclFlags(job.settings())),
                new Switch(
                        "/gettemporaryname",
                        "<job> <file_index>",
                        2,
                        2,
                        "Returns the temporary name of a file.",
                        call -> {
                            String name = call.file(1).info().temporaryName();
                            call.output().value(name == null ? "UNKNOWN" : name);
                        }),
                new Switch(
                        "/getvalidationstate",
                        "<job> <file_index>",
                        2,
                        2,
                        "Returns whether a file was declared valid.",
                        call -> call.output().value(call.file(1).info().valid() ? "TRUE" : "FALSE")),
                new Switch(
                        "/getpeerstats",
                        "<job> <file_index>",
                        2,
                        2,
                        "Returns the bytes from peers and from the origin server.",
                        call -> call.output()
                                .value("PEERS: 0 ORIGIN: "
                                        + call.file(1).info().progress().bytesTransferred())),
                reply(
                        "/getreplyfilename",
                        "Returns the reply file name.",
                        call -> call.output().value(call.job().get(JobProperty.REPLY_FILE_NAME))),
                reply(
                        "/getreplyprogress",
                        "Returns the size and progress of the reply.",
                        call -> call.output().value(replyProgress(call.job().replyProgress()))),
                reply(
                        "/getreplydata",
                        "Returns the reply as a hexadecimal dump.",
                        call -> HexDump.lines(call.job().replyData()).forEach(call.output()::line)),
                get(
                        "/gethelpertokenflags",
                        "Returns the helper token flags.",
                        property(JobProperty.HELPER_TOKEN_FLAGS)),
                new Switch(
                        "/gethelpertokensid",
                        "<job>",
                        1,
                        1,
                        "Helper tokens exist on Windows only.",
                        GroupSwitches.notApplicable("A helper token")),
                get(
                        "/getpeercachingflags",
                        "Returns the peer caching flags.",
                        property(JobProperty.PEER_CACHING_FLAGS)));
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
