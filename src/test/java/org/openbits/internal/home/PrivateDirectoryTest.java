package org.openbits.internal.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.home.PrivateDirectory.Condition;

class PrivateDirectoryTest {

    @TempDir
    Path room;

    @Test
    void makesWhatIsMissingForItsUserOnly() throws IOException {
        Path directory = room.resolve("a/b/c");

        PrivateDirectory.ensure(directory);
        PrivateDirectory.ensure(directory);

        for (Path made : new Path[] {directory, directory.getParent(), room.resolve("a")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void refusesOneThatOthersMayEnter() throws IOException {
        Path open = Files.createDirectory(room.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx--x---"));

        assertThatThrownBy(() -> PrivateDirectory.ensure(open)).hasMessageContaining("chmod 700 " + open);
    }

    @Test
    void refusesALinkToAPrivateOne() throws IOException {
        Path real = room.resolve("real");
        PrivateDirectory.create(real);
        Path link = Files.createSymbolicLink(room.resolve("link"), real);

        assertThatThrownBy(() -> PrivateDirectory.ensure(link)).hasMessageContaining("is no directory");
    }

    @Test
    void seesThatItIsSomebodyElses() throws IOException {
        Path directory = room.resolve("d");
        PrivateDirectory.create(directory);
        UserPrincipal stranger = () -> "stranger";

        assertThat(PrivateDirectory.look(directory, stranger)).isEqualTo(Condition.SOMEBODY_ELSES);
        assertThat(PrivateDirectory.look(directory, Account.current())).isEqualTo(Condition.FINE);
        assertThat(PrivateDirectory.look(room.resolve("none"), stranger)).isEqualTo(Condition.MISSING);
    }
}
