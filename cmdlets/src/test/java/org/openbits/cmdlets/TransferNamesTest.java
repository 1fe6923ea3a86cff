package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.FileSpec;
import org.openbits.JobType;
import org.openbits.automation.CmdletException;

class TransferNamesTest {

    @TempDir
    Path dir;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(dir.resolve("sub"));
        Files.writeString(dir.resolve("here.txt"), "x");
    }

    private String local(String source, String destination) {
        List<String> destinations = destination == null ? List.of() : List.of(destination);
        FileSpec spec =
                names().pair(JobType.DOWNLOAD, List.of(source), destinations).get(0);
        return dir.relativize(Path.of(spec.localName())).toString();
    }

    private TransferNames names() {
        return new TransferNames(dir);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/a.txt,,a.txt",
        "http://h/a.txt,b.txt,b.txt",
        "http://h/a.txt,./b.txt,b.txt",
        "http://h/a.txt,.\\b.txt,b.txt",
        "http://h/a.txt,sub,sub/a.txt",
        "http://h/a.txt,sub/,sub/a.txt",
        "http://h/a.txt,sub\\,sub/a.txt",
        "http://h/a.txt,sub/../c.txt,c.txt",
        "http://h/x/a%20b.txt?q=1#f,,a b.txt",
        "http://h/a+b.txt,,a+b.txt",
        "http://h/a.txt#f?q,,a.txt",
        "http://h/a%3Fb.txt?x/y,,a?b.txt",
        "http://h:8080/sub://a.txt,,a.txt",
        "http://h/..%2f..%2fetc%2fpasswd,,.._.._etc_passwd",
        "http://h/a%5Cb,,a_b",
        "http://h/a%0Ab%1B[31m.txt,,ab[31m.txt",
        "http://h/txt.%E2%80%AEexe,,txt.exe",
        "http://h/c%3Aevil.txt,,c_evil.txt",
        "http://h/a.txt%3Astream,,a.txt_stream",
        "http://h/nul.txt,,_nul.txt",
        "http://h/CON,,_CON",
        "http://h/name.%20.,,name",
        "here.txt,copy.txt,copy.txt",
        "here.txt,sub,sub/here.txt",
        "\\\\server\\share\\f.txt,,f.txt",
        "\\\\server\\share\\50%25 off.txt,,50%25 off.txt",
        "//server/share/50%25 off.txt,sub,sub/50%25 off.txt",
        "smb://server/share/50%25%20off#1.txt,sub,sub/50% off#1.txt",
        "file://server/share/50%25%20off.txt,,50% off.txt"
    })
    void findsTheLocalName(String source, String destination, String expected) {
        assertThat(local(source, destination)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h/", "http://h", "http://h/a/..", "http://h/%2e%2e", "http://h/?x=1"})
    void wantsADestinationWhenTheSourceHasNoName(String source) {
        assertThat(refusal(source, null)).isEqualTo("DestinationNameMissing");
    }

    @ParameterizedTest
    @CsvSource({"nowhere/a.txt,PathNotFound", "nowhere/,PathNotFound", "http://h/up,DestinationNotLocal"})
    void refusesDestinationsThatCannotBe(String destination, String id) {
        assertThat(refusal("http://h/a.txt", destination)).isEqualTo(id);
    }

    @Test
    void letsTheServerNameAFileOnlyWhereADirectoryWasGiven() {
        List<String> web = List.of("https://h/get.php?id=5");
        assertThat(names().pair(JobType.DOWNLOAD, web, List.of("sub")).get(0).serverMayName())
                .isTrue();
        assertThat(names().pair(JobType.DOWNLOAD, web, List.of("b.txt")).get(0).serverMayName())
                .isFalse();
        assertThat(names().pair(JobType.DOWNLOAD, List.of("here.txt"), List.of("sub"))
                        .get(0)
                        .serverMayName())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "\\\\server\\share\\in\\,\\\\server\\share\\in\\50% \u00e4#.txt",
        "//server/share/in/,//server/share/in/50% \u00e4#.txt",
        "smb://server:4450/share/in/,smb://server:4450/share/in/50%25%20%C3%A4%23.txt",
        "smb://server/share/in/other,smb://server/share/in/other",
        "http://server/in/,http://server/in/50%25%20%C3%A4%23.txt"
    })
    void namesAnUploadByItsFile(String destination, String expected) throws IOException {
        Files.writeString(dir.resolve("50% \u00e4#.txt"), "x");

        assertThat(names().pair(JobType.UPLOAD, List.of("50% \u00e4#.txt"), List.of(destination)))
                .extracting(FileSpec::remoteName)
                .containsExactly(expected);
    }

    private String refusal(String source, String destination) {
        return catchThrowableOfType(CmdletException.class, () -> local(source, destination))
                .record()
                .errorId();
    }

    @Test
    void namesTheMissingDirectory() {
        CmdletException failure =
                catchThrowableOfType(CmdletException.class, () -> local("http://h/a.txt", "nowhere/deep/a.txt"));
        assertThat(failure)
                .hasMessage("Cannot find path '" + dir.resolve("nowhere/deep") + "' because it does not exist.");
    }

    @Test
    void pairsByIndexAndLetsSeveralShareADirectory() {
        List<String> sources = List.of("http://h/a", "http://h/b");
        assertThat(names().pair(JobType.DOWNLOAD, sources, List.of("x", "y")))
                .extracting(FileSpec::localName)
                .containsExactly(dir.resolve("x").toString(), dir.resolve("y").toString());
        assertThat(names().pair(JobType.DOWNLOAD, sources, List.of("sub")))
                .extracting(FileSpec::localName)
                .containsExactly(
                        dir.resolve("sub/a").toString(), dir.resolve("sub/b").toString());
        assertThat(catchThrowableOfType(
                                CmdletException.class,
                                () -> names().pair(JobType.DOWNLOAD, sources, List.of("x", "y", "z")))
                        .record()
                        .errorId())
                .isEqualTo("SourceDestinationCountMismatch");
        assertThat(catchThrowableOfType(
                                CmdletException.class,
                                () -> names().pair(JobType.DOWNLOAD, sources, List.of("here.txt")))
                        .record()
                        .errorId())
                .isEqualTo("PathNotFound");
    }

    @Test
    void leavesWildcardsOfLocalSourcesToTheQueueWithTheirDirectory() {
        FileSpec spec =
                names().pair(JobType.DOWNLOAD, List.of("*.txt"), List.of("sub")).get(0);
        assertThat(spec.remoteName()).isEqualTo(dir.resolve("*.txt").toString());
        assertThat(spec.localName()).isEqualTo(dir.resolve("sub").toString());
        assertThat(local("http://h/a[1].txt", null)).isEqualTo("a[1].txt");
    }

    @Test
    void turnsUploadsRound() {
        FileSpec spec = names().pair(JobType.UPLOAD, List.of("here.txt"), List.of("http://h/there.txt"))
                .get(0);
        assertThat(spec.remoteName()).isEqualTo("http://h/there.txt");
        assertThat(spec.localName()).isEqualTo(dir.resolve("here.txt").toString());
        assertThat(catchThrowableOfType(
                                CmdletException.class,
                                () -> names().pair(JobType.UPLOAD, List.of("gone.txt"), List.of("http://h/x")))
                        .record()
                        .errorId())
                .isEqualTo("PathNotFound");
    }
}
