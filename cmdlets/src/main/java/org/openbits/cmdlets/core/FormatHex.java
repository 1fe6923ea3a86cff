package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Format-Hex}: bytes as hexadecimal digits. */
@CmdletName(
        verb = "Format",
        noun = "Hex",
        defaultSet = "Path",
        aliases = "fhx",
        errorClass = "Microsoft.PowerShell.Commands.FormatHexCommand")
@Help(
        synopsis = "Shows the bytes of a file or a text, sixteen a line.",
        examples = {
            @Example(title = "A text", code = "'BITS' | Format-Hex"),
            @Example(
                    title = "How a file begins",
                    code = "Set-Content fh1.txt 'hello world'; Format-Hex -Path fh1.txt -Count 4"),
            @Example(
                    title = "From the seventh byte",
                    code = "Set-Content -LiteralPath 'fh[2].txt' 'hello world'; Format-Hex -LiteralPath 'fh[2].txt'"
                            + " -Offset 6"),
            @Example(
                    title = "Bytes of a variable",
                    code = "$bytes = [byte[]](66, 73, 84, 83); Format-Hex -InputObject $bytes")
        })
final class FormatHex extends Cmdlet {

    @Parameter(position = 0, mandatory = true, sets = "Path", wildcards = true, help = "The files.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            aliases = {"PSPath", "LP"},
            help = "The files.")
    private List<String> literalPath = List.of();

    @Parameter(mandatory = true, sets = "ByInputObject", pipeline = true, help = "A text, or bytes.")
    private Object inputObject = "";

    @Parameter(help = "How many bytes at most.")
    private long count = Long.MAX_VALUE;

    @Parameter(help = "Where to begin.")
    private long offset;

    @Override
    protected void process() {
        if (isBound("InputObject")) {
            boolean text = inputObject instanceof CharSequence;
            byte[] bytes = text ? Conversion.toText(inputObject).getBytes(StandardCharsets.UTF_8) : bytes();
            show("", bytes);
            return;
        }
        new PathArguments(runtime(), "FileReadError").each(path, literalPath, this::file);
    }

    private byte[] bytes() {
        List<?> values = Conversion.enumerate(inputObject);
        byte[] bytes = new byte[values.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = Conversion.toNumber(values.get(index)).byteValue();
        }
        return bytes;
    }

    private void file(Path file) throws IOException {
        show(file.toString(), Files.readAllBytes(file));
    }

    private void show(String name, byte[] bytes) {
        if (!name.isEmpty()) {
            write("   Path: " + name);
            write("");
        }
        write("          Offset Bytes                                           Ascii");
        write("                 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F");
        write("          ------ ----------------------------------------------- -----");
        int end = (int) Math.min(bytes.length, count > bytes.length ? bytes.length : offset + count);
        for (int start = (int) offset; start < end; start += 16) {
            StringBuilder digits = new StringBuilder();
            StringBuilder letters = new StringBuilder();
            for (int index = start; index < Math.min(end, start + 16); index++) {
                digits.append(String.format("%02X ", bytes[index] & 0xff));
                char letter = (char) (bytes[index] & 0xff);
                letters.append(letter >= ' ' && letter < 127 ? letter : '.');
            }
            write(String.format("%016X %-48s%s", start, digits, letters));
        }
    }
}
