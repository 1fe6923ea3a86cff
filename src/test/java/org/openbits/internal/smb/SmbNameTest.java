package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.BitsException;
import org.openbits.internal.local.LocalProtocol;

class SmbNameTest {

    @Test
    void readsEveryForm() {
        for (String name : List.of(
                "\\\\fs01\\depot\\images\\a b.iso",
                "//fs01/depot/images/a b.iso",
                "\\\\fs01/depot\\\\images/a b.iso",
                "smb://fs01/depot/images/a%20b.iso",
                "SMB://fs01/depot/images/a b.iso",
                "file://fs01/depot/images/a%20b.iso",
                "file:////fs01/depot/images/a%20b.iso")) {
            SmbName read = SmbName.parse(name);
            assertThat(List.of(read.server(), read.share(), read.path()))
                    .as(name)
                    .containsExactly("fs01", "depot", "images\\a b.iso");
            assertThat(read.port()).isEqualTo(445);
            assertThat(new LocalProtocol().handles(name)).as(name).isFalse();
        }
        assertThat(SmbName.parse("smb://[fd00::7]:1445/s/%c3%a4").server()).isEqualTo("fd00::7");
        assertThat(SmbName.parse("smb://[fd00::7]:1445/s/%c3%a4").port()).isEqualTo(1445);
        assertThat(SmbName.parse("smb://[fd00::7]/s/%c3%a4").path()).isEqualTo("\u00e4");
        assertThat(SmbName.parse("\\\\fs01\\depot\\100%.txt").path()).isEqualTo("100%.txt");
    }

    @Test
    void leavesTheNamesOfThisMachineAlone() {
        for (String name : List.of("/tmp/a", "file:///tmp/a", "file:/tmp/a", "file://localhost/tmp/a")) {
            assertThat(SmbName.isOne(name)).as(name).isFalse();
            assertThat(new LocalProtocol().handles(name)).as(name).isTrue();
        }
        assertThat(SmbName.isOne("http://host/a")).isFalse();
        assertThat(SmbName.isOne("C:\\a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\server",
                "\\\\server\\share",
                "\\\\server\\share\\",
                "\\\\server\\share\\dir/",
                "\\\\\\share\\file",
                "\\\\?\\C:\\file",
                "\\\\.\\pipe\\x",
                "\\\\server\\IPC$\\pipe",
                "\\\\server\\share\\..\\file",
                "\\\\server\\share\\a:stream",
                "\\\\server\\share\\*\\file",
                "\\\\server\\sh*re\\file",
                "\\\\server\\share\\a\u0007",
                "smb://server:0/share/file",
                "smb://server:x/share/file",
                "smb://server/share/%zz",
                "smb://server/share/%ff",
                "smb://server/share/a%5cb"
            })
    void refusesWhatNamesNoFile(String name) {
        assertThat(SmbName.isOne(name)).isTrue();
        assertThatThrownBy(() -> SmbName.parse(name)).isInstanceOf(BitsException.class);
    }

    @Test
    void refusesAnAccountInTheNameAndKeepsItsPasswordToItself() {
        assertThatThrownBy(() -> SmbName.parse("smb://user:hunter2@server/share/a b"))
                .isInstanceOf(BitsException.class)
                .hasMessageContaining("-Credential")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void namesASiblingInTheSameForm() {
        assertThat(SmbName.parse("\\\\s\\d\\x\\*").sibling("50%.txt")).isEqualTo("\\\\s\\d\\x\\50%.txt");
        assertThat(SmbName.parse("smb://s:1/d/x/*").sibling("50%.txt")).isEqualTo("smb://s:1/d/x/50%25.txt");
    }
}
