package org.openbits.cmdlets;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** Ours: what became of jobs that left the queue, or failed. */
@CmdletName(
        verb = "Get",
        noun = "BitsTransferHistory",
        defaultSet = GetBitsTransferHistory.ENTRIES,
        errorClass = "OpenBits.GetBitsTransferHistoryCommand")
@Help(
        synopsis = "Tells what became of jobs: completed, cancelled, failed.",
        description =
                "Outputs an entry for each job that was completed or cancelled, and one each time a job entered Error,"
                        + " the newest first: time, owner, result, files with their sources, bytes, time spent transferring,"
                        + " expected digest, error. Entries are kept a year and up to 64 MiB; the policies HistoryAge and"
                        + " HistorySize change that. Each line of the file carries a hash of itself and the line before: -Verify"
                        + " reads all of them and outputs how many are as they were written.",
        examples = {
            @Example(title = "The last jobs", code = "Get-BitsTransferHistory -Newest 20"),
            @Example(
                    title = "What failed, as JSON",
                    code = "Get-BitsTransferHistory | Where-Object Result -eq 'Failed' | ConvertTo-Json -Depth 4"),
            @Example(title = "Jobs of all users, for administrators", code = "Get-BitsTransferHistory -AllUsers"),
            @Example(title = "Was the history changed?", code = "Get-BitsTransferHistory -Verify")
        })
public final class GetBitsTransferHistory extends Cmdlet {

    static final String ENTRIES = "Entries";
    static final String VERIFY = "Verify";
    private static final int MOST = 10_000;

    @Parameter(
            position = 0,
            sets = ENTRIES,
            help = "How many entries at most, from 1 to 10,000; 100 if it is not given. Very long entries are fewer.")
    private int newest = 100;

    @Parameter(sets = ENTRIES, aliases = "all", help = "Entries of every owner; for administrators.")
    private boolean allUsers;

    @Parameter(
            sets = VERIFY,
            mandatory = true,
            help =
                    "Reads the whole history and outputs the number of good lines and what is wrong with the next, if any.")
    private boolean verify;

    @Override
    protected void process() {
        if (newest < 1 || newest > MOST) {
            writeError(JobErrors.of(
                    ErrorCode.E_INVALIDARG,
                    "-Newest takes a number from 1 to " + MOST + ", not " + newest + ".",
                    "GetBitsTransferHistoryInvalidArgument",
                    ErrorCategory.InvalidArgument,
                    ExitCode.USAGE));
            return;
        }
        BackgroundCopyManager manager = runtime().service(JobAccess.class).manager();
        try {
            if (verify) {
                write(check(manager.checkHistory()));
            } else {
                manager.history(allUsers, newest).forEach(entry -> write(object(entry)));
            }
        } catch (BitsException failure) {
            writeError(JobErrors.of(failure, "GetBitsTransferHistoryCOMException", null));
        }
    }

    private static CustomObject object(HistoryEntry entry) {
        HistoryEntry.Failure error = entry.error();
        return new CustomObject("OpenBits.BitsTransferHistory")
                .add("Time", JobProperties.time(entry.time()))
                .add("Result", Spelling.camel(entry.result().name()))
                .add("DisplayName", entry.displayName())
                .add("BytesTransferred", entry.bytes())
                .add("JobId", entry.job().value())
                .add("TransferType", BitsJobType.of(entry.type()))
                .add("OwnerAccount", entry.owner())
                .add("CreationTime", JobProperties.time(entry.created()))
                .add("ActiveTime", entry.active())
                .add("FilesTotal", entry.filesTotal())
                .add("FileList", files(entry.files()))
                .add(
                        "ErrorCode",
                        error == null
                                ? null
                                : "0x" + HexFormat.of().withUpperCase().toHexDigits(error.code()))
                .add("ErrorDescription", error == null ? null : error.message());
    }

    private static List<CustomObject> files(List<HistoryEntry.File> files) {
        List<CustomObject> objects = new ArrayList<>();
        for (HistoryEntry.File file : files) {
            objects.add(new CustomObject("OpenBits.BitsHistoryFile")
                    .add("RemoteName", file.remoteName())
                    .add("LocalName", file.localName())
                    .add("BytesTransferred", file.bytes())
                    .add("Digest", file.digest()));
        }
        return objects;
    }

    private static CustomObject check(HistoryCheck check) {
        return new CustomObject("OpenBits.BitsHistoryCheck")
                .add("IsIntact", check.damage() == null)
                .add("Lines", check.lines())
                .add("Damage", check.damage());
    }
}
