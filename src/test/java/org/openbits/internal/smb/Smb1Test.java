package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Permission;
import org.openbits.testing.Samba;

/** Whole transfers with a server that speaks SMB 1 only, where a policy allows it. */
class Smb1Test extends ShareTransfers {

    private static final List<AuthCredentials> KNOWN =
            List.of(new AuthCredentials(AuthTarget.SERVER, AuthScheme.NEGOTIATE, Samba.USER, Samba.PASSWORD));

    @BeforeAll
    static void speakNothingElse() {
        samba.stop();
        samba.with("server max protocol = NT1")
                .with("server min protocol = NT1")
                .start();
    }

    @Override
    SmbProtocol protocol() {
        SmbProtocol protocol = new SmbProtocol();
        protocol.allow(Set.of(Permission.SMB1));
        return protocol;
    }

    @ParameterizedTest
    @CsvSource({"plain, false", "private, true"})
    void bringAndSendWholeFiles(String share, boolean asUser) throws Exception {
        Path file = publish("big \u00e4\u4f60", 12);
        Files.write(file, new byte[] {7}, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2019-03-04T05:06:07.1234567Z")));
        Recorder down = new Recorder();
        engine.start(order(JobType.DOWNLOAD, share, "big \u00e4\u4f60", temporary, asUser), down);
        assertThat(down.awaitEnd()).isEqualTo("finished");
        assertThat(Files.mismatch(temporary, file)).isEqualTo(-1);
        assertThat(down.facts().lastModified()).isEqualTo(Instant.parse("2019-03-04T05:06:07.1234567Z"));

        Path local = local(12);
        Files.setLastModifiedTime(local, FileTime.from(Instant.parse("2018-03-04T05:06:07.1234567Z")));
        Files.createDirectories(samba.root().resolve("dir"));
        Path sent = Files.writeString(samba.root().resolve("dir/sent"), "an older version");
        Recorder up = new Recorder();
        engine.start(order(JobType.UPLOAD, share, "dir/sent", local, asUser), up);
        assertThat(up.awaitEnd()).isEqualTo("finished");
        assertThat(Files.mismatch(sent, local)).isEqualTo(-1);
        assertThat(Files.getLastModifiedTime(sent).toInstant())
                .isEqualTo(Instant.parse("2018-03-04T05:06:07.1234567Z"));
        assertThat(samba.root().resolve("dir")).isDirectoryNotContaining("glob:**BIT*");
        Files.delete(sent);
        Files.delete(sent.getParent());
    }

    @Test
    void goOnAfterTheDeathOfTheServersProcess() throws Exception {
        Path file = publish("big", 48);
        Recorder down = new Recorder().whenReached(4L * MIB, samba::killSessions);
        engine.start(order("big"), down);
        assertThat(down.awaitEnd()).isEqualTo("finished");
        assertThat(down.restarts()).isZero();
        assertThat(Files.mismatch(temporary, file)).isEqualTo(-1);

        Path local = local(48);
        TransferOrder order = upload("sent", local);
        Recorder first = new Recorder();
        assertThat(first.stopAt(4L * MIB, engine, order)).isEqualTo("stopped");
        Recorder second = new Recorder();
        engine.start(first.again(order), second);
        assertThat(second.awaitEnd()).isEqualTo("finished");
        assertThat(second.restarts()).isZero();
        assertThat(Files.mismatch(samba.root().resolve("sent"), local)).isEqualTo(-1);
    }

    @Test
    void listHundredsOfNames() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int i = 1000; i < 1700; i++) {
            Files.createFile(samba.root().resolve("name-" + i + ".txt"));
            expected.add(samba.name("plain", "name-" + i + ".txt"));
        }
        Files.createFile(samba.root().resolve("other"));
        SmbProtocol protocol = protocol();

        assertThat(protocol.expand(samba.name("plain", "NAME-*.txt"), List.of()))
                .isEqualTo(expected);
        assertThat(protocol.expand(samba.name("plain", "name-100[0-3].txt"), List.of()))
                .isEqualTo(expected.subList(0, 4));
        assertThat(protocol.expand(samba.name("plain", "nothing*"), List.of())).isEmpty();
        protocol.close();
    }

    private TransferOrder order(JobType type, String share, String name, Path local, boolean asUser) {
        return new TransferOrder(
                type,
                FileSpec.of(samba.name(share, name), local.toString()),
                temporary,
                false,
                null,
                JobSettings.EMPTY,
                asUser ? KNOWN : List.of());
    }
}
