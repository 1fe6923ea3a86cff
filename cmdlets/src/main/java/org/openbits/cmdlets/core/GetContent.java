package org.openbits.cmdlets.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Content}: the lines of a file. */
@CmdletName(
        verb = "Get",
        noun = "Content",
        defaultSet = "Path",
        aliases = {"gc", "cat", "type"},
        errorClass = "Microsoft.PowerShell.Commands.GetContentCommand")
@Help(
        synopsis = "Gives the lines of a file, each as a text.",
        description = "Lines come as they are read. -Raw gives the whole file as one text.",
        examples = {
            @Example(title = "The last lines", code = "Get-Content /etc/hosts -Tail 2"),
            @Example(
                    title = "The first lines as one list",
                    code = "Set-Content poem.txt 'one', 'two', 'three'; Get-Content -Path poem.txt"
                            + " -TotalCount 2 -ReadCount 0 -Encoding utf8"),
            @Example(
                    title = "The whole file as one text",
                    code = "Set-Content -LiteralPath 'song[1].txt' 'one', 'two'; Get-Content"
                            + " -LiteralPath 'song[1].txt' -Raw -Force"),
            @Example(
                    title = "Split at semicolons",
                    code = "Set-Content fields.txt 'a;b;c'; Get-Content fields.txt -Delimiter ';'"),
            @Example(
                    title = "The first byte",
                    code = "Set-Content letters.bin 'AB'; (Get-Content letters.bin -AsByteStream)[0]"),
            @Example(
                    title = "Some of many files",
                    code = "Set-Content jan.day, feb.day, feb-old.day 'sun'; Get-Content * -Filter"
                            + " *.day -Include jan*, feb* -Exclude *old*"),
            @Example(
                    title = "Wait for a line to come",
                    code = "Set-Content run.log 'ready'; Get-Content run.log -Wait | Select-Object -First 1")
        })
final class GetContent extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "Path",
            pipelineByName = true,
            wildcards = true,
            help = "The files.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The files; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Parameter(help = "Gives the file as one text.")
    private boolean raw;

    @Parameter(
            pipelineByName = true,
            aliases = {"First", "Head"},
            help = "How many lines from the beginning.")
    private long totalCount = -1;

    @Parameter(pipelineByName = true, aliases = "Last", help = "How many lines from the end.")
    private int tail = -1;

    @Parameter(help = "How many lines to send at a time; 0 for all of them as one list.")
    private long readCount = 1;

    @Parameter(help = "What ends a piece of the file, instead of the end of a line; it is not part of the pieces.")
    private String delimiter = "";

    private volatile @Nullable CountDownLatch stop;

    @Parameter(help = "The encoding of a file without a mark.")
    private TextEncoding encoding = TextEncoding.usual();

    @Parameter(help = "Gives bytes as numbers.")
    private boolean asByteStream;

    @Parameter(help = "Accepted: nothing keeps a readable file from being read.")
    private boolean force;

    @Parameter(wildcards = true, help = "Only what has such a name.")
    private String filter = "";

    @Parameter(wildcards = true, help = "Only what has one of these names.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "Leaves out what has one of these names.")
    private List<String> exclude = List.of();

    @Parameter(help = "Goes on with what is added to the file, until it is stopped or the file is gone.")
    private boolean wait;

    @Override
    protected void process() {
        if (path.stream().anyMatch(SessionDrives::isOne)) {
            for (String each : path) {
                List<CustomObject> found = SessionDrives.items(runtime(), each);
                if (found.isEmpty()) {
                    writeError(Failures.pathNotFound(each));
                }
                found.forEach(item -> write(item.has("Value") ? item.property("Value") : item.property("Definition")));
            }
            return;
        }
        new PathArguments(runtime(), "GetContentReaderIOError").each(path, literalPath, this::read);
    }

    private void read(Path file) throws IOException {
        if (!new NameFilter(filter, include, exclude).accepts(file)) {
            return;
        }
        if (Files.isDirectory(file)) {
            writeError(Failures.of(
                    "GetContentReaderUnauthorizedAccessError",
                    ErrorCategory.PermissionDenied,
                    file.toString(),
                    "Unable to get content because '" + file + "' is a directory: Get-ChildItem lists it."));
        } else if (asByteStream) {
            bytes(file);
        } else if (raw) {
            try (BufferedReader reader = encoding.reader(file)) {
                StringWriter text = new StringWriter();
                reader.transferTo(text);
                write(text.toString());
            }
        } else {
            lines(file);
        }
    }

    private void bytes(Path file) throws IOException {
        byte[] bytes = wanted(file);
        int lot = raw || readCount == 0 ? Math.max(1, bytes.length) : (int) Math.min(readCount, Integer.MAX_VALUE);
        for (int start = 0; start < bytes.length && !runtime().isStopping(); start += lot) {
            List<Object> numbers = new ArrayList<>();
            for (int i = start; i < bytes.length && i - start < lot; i++) {
                numbers.add(bytes[i] & 0xFF);
            }
            write(raw || readCount != 1 ? numbers : numbers.get(0));
        }
    }

    private byte[] wanted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (tail >= 0) {
                byte[] all = in.readAllBytes();
                return Arrays.copyOfRange(all, Math.max(0, all.length - tail), all.length);
            }
            return totalCount < 0 ? in.readAllBytes() : in.readNBytes((int) Math.min(totalCount, Integer.MAX_VALUE));
        }
    }

    /** Looks once in a while whether more was added. */
    private void follow(Path file, BufferedReader reader) throws IOException {
        CountDownLatch stopped = new CountDownLatch(1);
        stop = stopped;
        try {
            while (!runtime().isStopping() && Files.exists(file)) {
                String line = reader.ready() ? next(reader) : null;
                if (line != null) {
                    write(line);
                } else if (stopped.await(200, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        CountDownLatch waiting = stop;
        if (waiting != null) {
            waiting.countDown();
        }
    }

    private @Nullable String next(BufferedReader reader) throws IOException {
        if (delimiter.isEmpty()) {
            return reader.readLine();
        }
        StringBuilder piece = new StringBuilder();
        int last = delimiter.charAt(delimiter.length() - 1);
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        for (; character >= 0; character = reader.read()) {
            piece.append((char) character);
            int start = piece.length() - delimiter.length();
            if (character == last && start >= 0 && piece.indexOf(delimiter, start) == start) {
                return piece.substring(0, start);
            }
        }
        return piece.toString();
    }

    private void lines(Path file) throws IOException {
        try (BufferedReader reader = encoding.reader(file)) {
            Deque<String> last = new ArrayDeque<>();
            List<Object> lot = new ArrayList<>();
            long read = 0;
            for (String line = next(reader); line != null && read != totalCount; line = next(reader)) {
                read++;
                if (runtime().isStopping()) {
                    return;
                }
                if (tail >= 0) {
                    last.add(line);
                    if (last.size() > tail) {
                        last.remove();
                    }
                } else if (readCount == 1) {
                    write(line);
                } else {
                    lot.add(line);
                    if (lot.size() == readCount) {
                        write(lot);
                        lot = new ArrayList<>();
                    }
                }
            }
            last.forEach(this::write);
            if (!lot.isEmpty()) {
                write(lot);
            }
            if (wait) {
                follow(file, reader);
            }
        }
    }
}
