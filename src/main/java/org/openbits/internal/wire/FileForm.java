package org.openbits.internal.wire;

import java.util.List;
import org.openbits.FileDetails;
import org.openbits.FileInfo;
import org.openbits.FileProgress;
import org.openbits.FileRange;
import org.openbits.FileSpec;

/** Files as fields: those of a job, and those to add. */
public final class FileForm {

    private FileForm() {}

    public static Fields write(FileInfo file) {
        return Fields.empty()
                .put("index", file.index())
                .put("remoteName", file.remoteName())
                .put("localName", file.localName())
                .put("ranges", writeRanges(file.ranges()))
                .put("bytesTotal", file.progress().bytesTotal())
                .put("bytesTransferred", file.progress().bytesTransferred())
                .put("completed", file.progress().completed())
                .put("transferred", file.transferred())
                .put("temporaryName", file.temporaryName())
                .put("valid", file.valid())
                .put("notes", file.notes());
    }

    public static FileInfo read(Fields file) {
        return new FileInfo(
                file.index("index"),
                file.text("remoteName"),
                file.text("localName"),
                readRanges(file),
                new FileProgress(file.number("bytesTotal"), file.number("bytesTransferred"), file.flag("completed")),
                file.flag("transferred"),
                file.textOrNull("temporaryName"),
                file.flag("valid"),
                file.texts("notes"));
    }

    public static Fields write(FileSpec file) {
        return Fields.empty()
                .put("remoteName", file.remoteName())
                .put("localName", file.localName())
                .put("ranges", writeRanges(file.ranges()))
                .put("mirrors", file.mirrors())
                .put("checksum", file.checksum())
                .put("checksumUri", file.checksumUri())
                .put("serverMayName", file.serverMayName());
    }

    public static FileSpec readSpec(Fields file) {
        return new FileSpec(
                file.text("remoteName"),
                file.text("localName"),
                readRanges(file),
                file.texts("mirrors"),
                file.textOrNull("checksum"),
                file.textOrNull("checksumUri"),
                file.flag("serverMayName"));
    }

    public static Fields write(FileDetails details) {
        return Fields.empty()
                .put("ranges", writeRanges(details.filledRanges()))
                .put("responseHeaders", details.responseHeaders());
    }

    public static FileDetails readDetails(Fields details) {
        return new FileDetails(readRanges(details), details.texts("responseHeaders"));
    }

    public static List<Fields> writeRanges(List<FileRange> ranges) {
        return ranges.stream()
                .map(range -> Fields.empty().put("offset", range.offset()).put("length", range.length()))
                .toList();
    }

    /** Those of a message or a file with the field {@code ranges}. */
    public static List<FileRange> readRanges(Fields file) {
        return file.objects("ranges").stream()
                .map(range -> new FileRange(range.number("offset"), range.number("length")))
                .toList();
    }
}
