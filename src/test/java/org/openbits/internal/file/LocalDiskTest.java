package org.openbits.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.BitsException;
import org.openbits.ErrorCode;

class LocalDiskTest {

    @TempDir
    Path directory;

    private final LocalDisk disk = new LocalDisk(new Random(1));

    @Test
    void acceptsANewFileInAnExistingDirectory() {
        disk.checkDestination(directory.resolve("new").toString());
    }

    @Test
    void refusesDestinationsThatCannotWork() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThat(refusal("relative/name")).isEqualTo(ErrorCode.E_INVALIDARG);
        assertThat(refusal("")).isEqualTo(ErrorCode.E_INVALIDARG);
        assertThat(refusal("/")).isEqualTo(ErrorCode.E_INVALIDARG);
        assertThat(refusal("/tmp/nul\0byte")).isEqualTo(ErrorCode.E_INVALIDARG);
        assertThat(refusal(directory.toString())).isEqualTo(ErrorCode.E_INVALIDARG);
        assertThat(refusal(directory.resolve("missing/x").toString())).isEqualTo(ErrorCode.ERROR_PATH_NOT_FOUND);
        assertThat(refusal(file.resolve("x").toString())).isEqualTo(ErrorCode.ERROR_PATH_NOT_FOUND);
    }

    private ErrorCode refusal(String localName) {
        return catchThrowableOfType(BitsException.class, () -> disk.checkDestination(localName))
                .code();
    }

    @Test
    void namesTemporaryFilesBesideTheDestination() {
        Path temporary = disk.temporaryFor(directory.resolve("a.iso"));

        assertThat(temporary.getParent()).isEqualTo(directory);
        assertThat(temporary.getFileName().toString()).matches("BIT[0-9A-F]{8}\\.tmp");
        assertThat(disk.temporaryFor(directory.resolve("a.iso"))).isNotEqualTo(temporary);
    }

    @Test
    void publishesManyFilesOnSeveralThreadsEachWithItsOwnOutcome() throws IOException {
        Instant time = Instant.parse("2020-02-02T02:02:02Z");
        List<LocalSide.Publication> files = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Path temporary = Files.writeString(directory.resolve("BIT" + i + ".tmp"), "content " + i);
            files.add(new LocalSide.Publication(temporary, directory.resolve(i + ".txt"), time.plusSeconds(i), -1));
        }
        Files.delete(files.get(100).temporary());
        Files.createDirectories(files.get(200).destination().resolve("in the way"));

        List<IOException> outcomes = disk.publish(files);

        for (int i = 0; i < 300; i++) {
            if (i == 100 || i == 200) {
                assertThat(outcomes.get(i)).as("file %s", i).isNotNull();
                continue;
            }
            Path destination = files.get(i).destination();
            assertThat(outcomes.get(i)).as("file %s", i).isNull();
            assertThat(destination).hasContent("content " + i);
            assertThat(Files.getLastModifiedTime(destination).toInstant()).isEqualTo(time.plusSeconds(i));
        }
        assertThat(files.get(200).temporary()).hasContent("content 200");
        assertThat(disk.publish(files).stream().filter(outcome -> outcome != null))
                .as("again")
                .hasSize(2);
    }

    @Test
    void publishesUnderTheFinalNameWithTheTimeOfTheSource() throws IOException {
        Path temporary = Files.writeString(directory.resolve("BIT1.tmp"), "new");
        Path destination = directory.resolve("a.txt");
        Instant time = Instant.parse("2020-02-02T02:02:02Z");

        disk.publish(temporary, destination, time);
        disk.publish(temporary, destination, time);

        assertThat(destination).hasContent("new");
        assertThat(Files.getLastModifiedTime(destination).toInstant()).isEqualTo(time);
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp*");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX modes")
    void keepsTheModeOfTheFileItReplacesAndElseThatOfANewFile() throws IOException {
        Path ordinary = Files.createFile(directory.resolve("ordinary"));
        Path old = Files.writeString(directory.resolve("old"), "old");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-x---"));

        for (String name : new String[] {"old", "new"}) {
            Path temporary = directory.resolve("BIT-" + name + ".tmp");
            TemporaryFile.create(temporary).close();
            assertThat(Files.getPosixFilePermissions(temporary)).hasSize(2);
            disk.publish(temporary, directory.resolve(name), null);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rwxr-x---");
        assertThat(Files.getPosixFilePermissions(directory.resolve("new")))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    /** Its default access list gives others nothing, whatever files of other directories get. */
    @Test
    void takesTheModeOfAFileOfItsOwnDirectory() throws Exception {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        String acl = "import os,struct; os.setxattr('" + closed + "', 'system.posix_acl_default', struct.pack('<I', 2)"
                + " + b''.join(struct.pack('<HHI', t, p, 0xffffffff) for t, p in ((1, 6), (4, 4), (32, 0))))";
        assumeTrue(runs("python3", "-c", acl), "no POSIX access lists here, or no Python to set one");

        for (Path place : new Path[] {directory, closed}) {
            Path temporary = place.resolve("BIT1.tmp");
            TemporaryFile.create(temporary).close();
            disk.publish(temporary, place.resolve("a"), null);
            Path ordinary = Files.createFile(place.resolve("ordinary"));
            assertThat(Files.getPosixFilePermissions(place.resolve("a")))
                    .isEqualTo(Files.getPosixFilePermissions(ordinary));
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there")
    void replacesALinkNotWhatItPointsTo() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("link"), target);
        Path temporary = Files.writeString(directory.resolve("BIT1.tmp"), "new");

        disk.publish(temporary, link, null);

        assertThat(target).hasContent("precious");
        assertThat(link).isRegularFile().hasContent("new");
    }

    @Test
    void cannotPublishWhatIsLost() {
        assertThatThrownBy(() -> disk.publish(directory.resolve("BIT1.tmp"), directory.resolve("a"), null))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void leavesBothFilesWhenTheDestinationIsADirectory() throws IOException {
        Path temporary = Files.writeString(directory.resolve("BIT1.tmp"), "new");
        Path destination = Files.createDirectories(directory.resolve("d/e")).getParent();

        assertThatThrownBy(() -> disk.publish(temporary, destination, null)).isInstanceOf(IOException.class);
        assertThat(temporary).hasContent("new");
    }

    @Test
    void discardsAsOftenAsAsked() throws IOException {
        Path temporary = Files.createFile(directory.resolve("BIT1.tmp"));
        disk.discard(temporary);
        disk.discard(temporary);
        assertThat(temporary).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own there")
    void aTemporaryFileNeverFollowsALinkNorTakesAnothersFile() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Path link = Files.createSymbolicLink(directory.resolve("BIT1.tmp"), target);

        assertThatThrownBy(() -> TemporaryFile.create(link)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> TemporaryFile.reopen(link)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TemporaryFile.create(target)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("precious");
    }

    @Test
    void aTemporaryFileWritesWhereItIsTold() throws IOException {
        Path path = directory.resolve("BIT1.tmp");
        try (TemporaryFile file = TemporaryFile.create(path)) {
            file.setLength(10);
            file.writeAt(ByteBuffer.wrap("56".getBytes()), 5);
            assertThat(file.length()).isEqualTo(10);
            file.setLength(7);
            file.force();
        }
        try (TemporaryFile file = TemporaryFile.reopen(path)) {
            ByteBuffer read = ByteBuffer.allocate(10);
            assertThat(file.readAt(read, 5)).isEqualTo(2);
            assertThat(new String(read.array(), 0, 2)).isEqualTo("56");
        }
    }

    @Test
    void neverTakesAnOlderFileOrAChangedOneForTheOneThatWasFinished() throws IOException {
        Instant time = Instant.parse("2026-11-22T10:00:00Z");
        Path temporary = directory.resolve("BIT00000001.tmp");
        Path destination = Files.writeString(directory.resolve("old"), "older");
        LocalSide.Publication lost = new LocalSide.Publication(temporary, destination, time, 5);
        assertThat(disk.publish(List.of(lost)).get(0)).isInstanceOf(NoSuchFileException.class);
        assertThat(destination).hasContent("older");

        Files.writeString(temporary, "cut");
        assertThat(disk.publish(List.of(lost)).get(0)).hasMessageContaining("has 3 bytes where 5");
        assertThat(destination).hasContent("older");

        Files.writeString(temporary, "whole");
        assertThat(disk.publish(List.of(lost)).get(0)).isNull();
        assertThat(destination).hasContent("whole");
        assertThat(disk.publish(List.of(lost)).get(0)).as("again").isNull();
    }

    @Test
    void takesOwnerGroupAndModeOfItsOrigin() throws IOException {
        Path origin = Files.writeString(directory.resolve("origin"), "x");
        Files.setPosixFilePermissions(origin, PosixFilePermissions.fromString("rw-r-----"));
        Path temporary = Files.writeString(directory.resolve("BIT1.tmp"), "x");
        Path destination = directory.resolve("copy");

        assertThat(publish(temporary, destination, new AccessOrigin(origin, true, true, true)))
                .isEmpty();

        PosixFileAttributes copied = Files.readAttributes(destination, PosixFileAttributes.class);
        PosixFileAttributes wanted = Files.readAttributes(origin, PosixFileAttributes.class);
        assertThat(PosixFilePermissions.toString(copied.permissions())).isEqualTo("rw-r-----");
        assertThat(copied.owner()).isEqualTo(wanted.owner());
        assertThat(copied.group()).isEqualTo(wanted.group());
    }

    @Test
    void anOriginThatIsGoneIsANoteAndNoFailure() throws IOException {
        Path temporary = Files.writeString(directory.resolve("BIT1.tmp"), "x");
        Path destination = directory.resolve("copy");

        assertThat(publish(temporary, destination, new AccessOrigin(directory.resolve("gone"), true, false, false)))
                .singleElement()
                .asString()
                .contains("gone", destination.toString());
        assertThat(destination).hasContent("x");
    }

    private List<String> publish(Path temporary, Path destination, AccessOrigin origin) {
        List<String> notes = new ArrayList<>();
        assertThat(disk.publish(
                        List.of(new LocalSide.Publication(temporary, destination, null, -1, true, origin, notes::add))))
                .containsOnlyNulls();
        return notes;
    }

    @Test
    void aNameThatTheServerChoseReplacesNothing() throws IOException {
        Path destination = Files.writeString(directory.resolve("report.pdf"), "somebody's");
        Path temporary = Files.writeString(directory.resolve("BIT00000001.tmp"), "the server's");
        LocalSide.Publication publication =
                new LocalSide.Publication(temporary, destination, null, 12, false, null, note -> {});

        assertThat(disk.publish(List.of(publication)).get(0)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(destination).hasContent("somebody's");
        Files.delete(destination);
        assertThat(disk.publish(List.of(publication)).get(0)).isNull();
        assertThat(disk.publish(List.of(publication)).get(0)).isNull(); // it is known to be done
        assertThat(destination).hasContent("the server's");
    }

    /** A crash may leave the file that was made to see the permissions of a new one. */
    @Test
    void goesOnWhereACrashLeftItsProbe() throws IOException {
        Path temporary = Files.writeString(directory.resolve("BIT00000001.tmp"), "content");
        Files.writeString(directory.resolve("BIT00000001.tmp.mode"), "");

        disk.publish(temporary, directory.resolve("file"), null);

        assertThat(directory).isDirectoryContaining(path -> path.endsWith("file"));
        assertThat(directory.resolve("BIT00000001.tmp.mode")).doesNotExist();
    }

    /** FAT keeps every second second, others no time beyond 2038 or before 1901. */
    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:01Z, 2026-01-01T00:00:00Z", "3000-01-01T00:00:00Z, 2446-05-10T22:38:55Z"})
    void knowsWhatItPublishedByTheTimeTheFileSystemKept(Instant asked, Instant kept) throws IOException {
        Path destination = Files.writeString(directory.resolve("file"), "whole");
        Files.setLastModifiedTime(destination, FileTime.from(kept));

        IOException outcome = disk.publish(
                        List.of(new LocalSide.Publication(directory.resolve("BIT00000001.tmp"), destination, asked, 5)))
                .get(0);

        assertThat(outcome).isNull();
    }
}
