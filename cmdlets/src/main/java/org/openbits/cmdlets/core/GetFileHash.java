package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ByteSource;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-FileHash}: the digest of a file. */
@CmdletName(
        verb = "Get",
        noun = "FileHash",
        defaultSet = "Path",
        errorClass = "Microsoft.PowerShell.Commands.GetFileHashCommand")
@Help(
        synopsis = "Gives the digest of a file: SHA-256 unless -Algorithm says otherwise.",
        examples = {
            @Example(title = "Compare with a published digest", code = "(Get-FileHash /etc/hosts).Hash -eq 'ABCD'"),
            @Example(
                    title = "MD5, as old lists have it",
                    code = "Set-Content app.txt 'one'; Get-FileHash -Path app.txt -Algorithm MD5"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'app[1].txt' 'one'; Get-FileHash -LiteralPath 'app[1].txt'"),
            @Example(
                    title = "Of bytes in memory",
                    code = "Get-FileHash -InputStream ([IO.MemoryStream]::new([byte[]](1, 2, 3)))")
        })
final class GetFileHash extends PathsCmdlet {

    @Parameter(
            position = 1,
            values = {"SHA1", "SHA256", "SHA384", "SHA512", "MD5"},
            help = "The kind of digest.")
    private String algorithm = "SHA256";

    @Parameter(help = "A stream instead of a file; what it still holds is read.")
    private @Nullable ByteSource inputStream;

    /** Without a stream. */
    @Override
    public boolean requires(String parameter) {
        return inputStream == null;
    }

    @Override
    protected void process() {
        if (inputStream != null) {
            try {
                write(hash(inputStream.input(), ""));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return;
        }
        new PathArguments(runtime(), "FileReadError").each(path, literalPath, this::hash);
    }

    private void hash(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            CustomObject hash = hash(bytes, file.toString());
            if (!runtime().isStopping()) {
                write(hash);
            }
        }
    }

    private CustomObject hash(InputStream bytes, String path) throws IOException {
        String name = algorithm.toUpperCase(Locale.ROOT);
        MessageDigest digest = digest(name);
        byte[] buffer = new byte[1 << 16];
        for (int read = bytes.read(buffer); read >= 0 && !runtime().isStopping(); read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return new CustomObject("Microsoft.PowerShell.Commands.FileHashInfo")
                .add("Algorithm", name)
                .add("Hash", HexFormat.of().withUpperCase().formatHex(digest.digest()))
                .add("Path", path);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name.replace("SHA", "SHA-"));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has " + name + ".", missing);
        }
    }
}
