package org.openbits.cmdlets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbits.cmdlets.core.CoreShell.object;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Members;

/** Files, directories and paths. */
class FileCmdletsTest {

    @TempDir
    Path directory;

    private CoreShell shell;

    @BeforeEach
    void openShell() {
        shell = new CoreShell(directory);
    }

    @Test
    void contentGoesThereAndBack() throws IOException {
        shell.run("Set-Content", "notes.txt", List.of("one", "two"));
        shell.run("Add-Content", "notes.txt", "three");
        assertThat(Files.readString(directory.resolve("notes.txt"))).isEqualTo("one\ntwo\nthree\n");
        assertThat(shell.run("cat", "notes.txt")).containsExactly("one", "two", "three");
        assertThat(shell.run("cat", "notes.txt", "-Tail", 1)).containsExactly("three");
        assertThat(shell.run("cat", "notes.txt", "-TotalCount", 2L)).containsExactly("one", "two");
        assertThat(shell.run("cat", "notes.txt", "-Raw")).containsExactly("one\ntwo\nthree\n");
        shell.run("Clear-Content", "notes.txt");
        assertThat(directory.resolve("notes.txt")).isEmptyFile();
    }

    @Test
    void aMarkTellsTheEncoding() throws IOException {
        shell.run("Set-Content", "u.txt", "\u00e9", "-Encoding", "unicode");
        assertThat(Files.readAllBytes(directory.resolve("u.txt"))).startsWith(0xFF, 0xFE, 0xE9, 0x00);
        assertThat(shell.run("cat", "u.txt")).containsExactly("\u00e9");
    }

    @Test
    void aMissingFileIsPathNotFound() {
        shell.run("Get-Content", "absent.txt");
        assertThat(shell.errorId()).isEqualTo("PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand");
        assertThat(shell.runtime.errors.get(0).message())
                .isEqualTo("Cannot find path '" + directory.resolve("absent.txt") + "' because it does not exist.");
    }

    @Test
    void outFileWritesTheDisplay() throws IOException {
        shell.pipe(List.of(object("A", 1)), "Out-File", "list.txt");
        assertThat(Files.readString(directory.resolve("list.txt"))).isEqualTo("\nA\n-\n1\n\n");
        assertThatThrownBy(() -> shell.pipe(List.of(1), "Out-File", "list.txt", "-NoClobber"))
                .extracting(e -> ((CmdletException) e).record().fullyQualifiedErrorId())
                .isEqualTo("NoClobber,Microsoft.PowerShell.Commands.OutFileCommand");
    }

    @Test
    void newItemMakesDirectoriesAndFiles() throws IOException {
        shell.run("New-Item", "-ItemType", "Directory", "-Path", "a/b", "-Force");
        assertThat(directory.resolve("a/b")).isDirectory();
        shell.run("New-Item", "-ItemType", "Directory", "-Path", "a/b", "-Force");
        assertThat(shell.runtime.errors).isEmpty();
        shell.run("New-Item", "a/b/f.txt", "-Value", "text");
        assertThat(Files.readString(directory.resolve("a/b/f.txt"))).isEqualTo("text");
        shell.run("mkdir", "a/b");
        assertThat(shell.errorId()).isEqualTo("DirectoryExist,Microsoft.PowerShell.Commands.NewItemCommand");
    }

    @Test
    void backslashesSeparateToo() {
        shell.run("New-Item", "-ItemType", "Directory", "x\\y");
        assertThat(directory.resolve("x/y")).isDirectory();
        assertThat(shell.run("Test-Path", ".\\x\\y", "-PathType", "Container")).containsExactly(true);
        assertThat(shell.run("Test-Path", "Q:\\nothing")).containsExactly(false);
    }

    @Test
    void testPathKnowsKindsPatternsAndTheSession() throws IOException {
        Files.createFile(directory.resolve("one.txt"));
        assertThat(shell.run("Test-Path", "*.txt")).containsExactly(true);
        assertThat(shell.run("Test-Path", "*.iso")).containsExactly(false);
        assertThat(shell.run("Test-Path", "one.txt", "-PathType", "Container")).containsExactly(false);
        assertThat(shell.run("Test-Path", "Env:HOME")).containsExactly(true);
        assertThat(shell.run("Test-Path", "Env:NOTHING")).containsExactly(false);
    }

    @Test
    void childItemsAreListedDirectoriesFirst() throws IOException {
        tree();
        assertThat(names(shell.run("ls"))).containsExactly("sub", "a.txt", "b.log");
        assertThat(names(shell.run("ls", "-Force"))).contains(".hidden");
        assertThat(names(shell.run("ls", "-Recurse", "-File"))).containsExactly("a.txt", "b.log", "c.txt");
        assertThat(names(shell.run("ls", "-Filter", "*.txt", "-Recurse"))).containsExactly("a.txt", "c.txt");
        assertThat(names(shell.run("ls", "*.txt", "-Recurse"))).containsExactly("a.txt", "c.txt");
        assertThat(shell.run("ls", "-Recurse", "-Name", "-File")).containsExactly("a.txt", "b.log", "sub/c.txt");
        assertThat(names(shell.run("ls", "-Directory"))).containsExactly("sub");
    }

    @Test
    void filesAreShownUnderTheirDirectory() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "hello");
        Files.setLastModifiedTime(directory.resolve("a.txt"), FileTime.from(Instant.parse("2026-11-22T12:05:00Z")));
        String shown = shell.shown(shell.run("ls"));
        assertThat(shown)
                .startsWith("\n    Directory: " + directory
                        + "\n\nMode                 LastWriteTime         Length Name\n");
        assertThat(shown).containsPattern("-a---  +11/22/2026 +\\d+:05 [AP]M +5 a\\.txt\n\n$");
    }

    @Test
    void removeNeedsRecurseForFullDirectories() throws IOException {
        tree();
        shell.run("rm", "sub");
        assertThat(shell.errorId()).isEqualTo("DirectoryNotEmpty,Microsoft.PowerShell.Commands.RemoveItemCommand");
        shell.run("rm", "sub", "-Recurse");
        shell.run("rm", "*.txt");
        assertThat(names(shell.run("ls"))).containsExactly("b.log");
    }

    @Test
    void whatIfRemovesNothing() throws IOException {
        tree();
        shell.run("rm", "a.txt", "-WhatIf");
        assertThat(directory.resolve("a.txt")).exists();
        assertThat(shell.runtime.printed())
                .contains(
                        "What if: Performing the operation \"Remove File\" on target \"" + directory.resolve("a.txt"));
    }

    @Test
    void removingADirectoryLinkKeepsWhatItLeadsTo() throws IOException {
        tree();
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("sub"));
        shell.run("rm", "link", "-Recurse");
        assertThat(directory.resolve("sub/c.txt")).exists();
        assertThat(directory.resolve("link")).doesNotExist();
    }

    @Test
    void copyMoveAndRename() throws IOException {
        tree();
        shell.run("cp", "a.txt", "sub");
        assertThat(directory.resolve("sub/a.txt")).exists();
        shell.run("cp", "sub", "twin", "-Recurse");
        assertThat(directory.resolve("twin/c.txt")).exists();
        shell.run("mv", "b.log", "twin/d.log");
        assertThat(directory.resolve("twin/d.log")).exists();
        shell.run("ren", "a.txt", "z.txt");
        assertThat(directory.resolve("z.txt")).exists();
        shell.run("mv", "z.txt", "twin/c.txt");
        assertThat(shell.errorId()).isEqualTo("MoveFileInfoItemIOError,Microsoft.PowerShell.Commands.MoveItemCommand");
        assertThat(directory.resolve("z.txt")).exists();
    }

    @Test
    void aDirectoryIsNeverCopiedIntoItself() throws IOException {
        tree();
        shell.run("cp", "sub", "sub/inner", "-Recurse");
        assertThat(shell.runtime.errors).hasSize(1);
        assertThat(directory.resolve("sub/inner")).doesNotExist();
    }

    @Test
    void hashesAreUpperCaseHex() throws IOException {
        Files.writeString(directory.resolve("abc"), "abc");
        Object hash = shell.run("Get-FileHash", "abc").get(0);
        assertThat(Members.get(hash, "Hash"))
                .isEqualTo("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
        assertThat(Members.get(
                        shell.run("Get-FileHash", "abc", "-Algorithm", "md5").get(0), "Hash"))
                .isEqualTo("900150983CD24FB0D6963F7D28E17F72");
    }

    @ParameterizedTest
    @CsvSource({
        "/tmp, a.txt, /tmp/a.txt",
        "/tmp/, /a.txt, /tmp/a.txt",
        "http://h/pub, a.zip, http://h/pub/a.zip",
        "C:\\temp, a.txt, C:\\temp\\a.txt",
    })
    void joinsPaths(String parent, String child, String joined) {
        assertThat(shell.run("Join-Path", parent, child)).containsExactly(joined);
    }

    @ParameterizedTest
    @CsvSource({
        "-Leaf, http://h/pub/big.iso, big.iso",
        "-Leaf, C:\\a\\b.zip, b.zip",
        "-Leaf, /a/b/, b",
        "-LeafBase, /a/b.tar, b",
        "-Extension, /a/b.tar, .tar",
        "-Parent, /a/b.tar, /a",
        "-Parent, /a, /",
        "-Qualifier, C:\\a, C:",
        "-IsAbsolute, /a, true",
    })
    void splitsPaths(String part, String path, String expected) {
        assertThat(shell.run("Split-Path", path, part)).map(String::valueOf).containsExactly(expected);
    }

    @Test
    void locationsArePushedAndPopped() throws IOException {
        tree();
        shell.run("pushd", "sub");
        assertThat(shell.runtime.directory).isEqualTo(directory.resolve("sub"));
        shell.run("cd", "..");
        shell.run("popd");
        assertThat(shell.runtime.directory).isEqualTo(directory);
        assertThat(shell.run("Resolve-Path", "sub"))
                .map(String::valueOf)
                .containsExactly(directory.resolve("sub").toString());
        assertThatThrownBy(() -> shell.run("cd", "absent"))
                .extracting(e -> ((CmdletException) e).record().fullyQualifiedErrorId())
                .isEqualTo("PathNotFound,Microsoft.PowerShell.Commands.SetLocationCommand");
    }

    @Test
    void archivesAreExpanded() throws IOException {
        zip("good.zip", "in/a.txt");
        shell.run("Expand-Archive", "good.zip", "out");
        assertThat(Files.readString(directory.resolve("out/in/a.txt"))).isEqualTo("in/a.txt");
        shell.run("Expand-Archive", "good.zip", "out");
        assertThat(shell.errorId())
                .isEqualTo("ExpandArchiveFileExists,Microsoft.PowerShell.Commands.ExpandArchiveCommand");
    }

    @Test
    void anArchiveThatLeavesItsDestinationIsRefusedAsAWhole() throws IOException {
        zip("evil.zip", "harmless.txt", "../evil.txt");
        assertThatThrownBy(() -> shell.run("Expand-Archive", "evil.zip", "out"))
                .hasMessageContaining("would be written outside of");
        assertThat(directory.resolve("evil.txt")).doesNotExist();
        assertThat(directory.resolve("out/harmless.txt")).doesNotExist();
    }

    @Test
    void linesAreFound() throws IOException {
        Files.writeString(directory.resolve("log.txt"), "ok\nError 5\nok\n");
        List<Object> found = shell.run("sls", "error", "log.txt");
        assertThat(found).map(String::valueOf).containsExactly("log.txt:2:Error 5");
        assertThat(shell.pipe(List.of("one", "two"), "sls", "^t", "-Quiet")).containsExactly(true);
        assertThatThrownBy(() -> shell.run("sls", "(", "log.txt"))
                .extracting(e -> ((CmdletException) e).record().errorId())
                .isEqualTo("InvalidRegex");
    }

    private void tree() throws IOException {
        Files.createDirectory(directory.resolve("sub"));
        for (String name : List.of("a.txt", "b.log", "sub/c.txt", ".hidden")) {
            Files.writeString(directory.resolve(name), name);
        }
    }

    private void zip(String name, String... entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(directory.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<Object> names(List<Object> items) {
        return items.stream().map(item -> Members.get(item, "Name")).toList();
    }
}
