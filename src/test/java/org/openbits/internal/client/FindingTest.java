package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.openbits.internal.client.Sighting.Knock;
import org.openbits.internal.home.PrivateDirectory.Condition;
import org.openbits.internal.wire.Build;
import org.openbits.internal.wire.Hello;
import org.openbits.internal.wire.LineChannel;

class FindingTest {

    private static final Hello OURS = new Hello(2, new Build("0.10.0", 500), 1);

    @Test
    void fineWhenItIsLikeUs() throws Exception {
        assertThat(hello(2, "0.10.0", 500)).isEqualTo(Finding.FINE);
    }

    @Test
    void fineWhenItIsNewerAndSpeaksOurProtocol() throws Exception {
        assertThat(hello(2, "0.10.1", 1)).isEqualTo(Finding.FINE);
        assertThat(hello(2, "0.10.0", 501)).isEqualTo(Finding.FINE);
    }

    @Test
    void olderByVersionOrByTheTimeOfItsJar() throws Exception {
        assertThat(hello(2, "0.9.9", 900)).isEqualTo(Finding.OLDER);
        assertThat(hello(2, "0.10.0", 499)).isEqualTo(Finding.OLDER);
    }

    @Test
    void tooOldByItsProtocol() throws Exception {
        assertThat(hello(1, "0.10.0", 500)).isEqualTo(Finding.TOO_OLD);
    }

    @Test
    void tooNewByItsProtocol() throws Exception {
        assertThat(hello(3, "0.10.0", 500)).isEqualTo(Finding.TOO_NEW);
    }

    @Test
    void absentWithoutADirectoryOrASocket() {
        assertThat(seen(Condition.MISSING, Knock.NOT_TRIED)).isEqualTo(Finding.ABSENT);
        assertThat(seen(Condition.FINE, Knock.NO_SOCKET)).isEqualTo(Finding.ABSENT);
    }

    @Test
    void staleWhenNobodyListens() {
        assertThat(seen(Condition.FINE, Knock.REFUSED)).isEqualTo(Finding.STALE);
    }

    @Test
    void leavingWhenItHangsUpAtOnce() {
        assertThat(seen(Condition.FINE, Knock.HUNG_UP)).isEqualTo(Finding.LEAVING);
    }

    @Test
    void notOursWhenAnotherUserListens() {
        assertThat(seen(Condition.FINE, Knock.ANOTHER_USER)).isEqualTo(Finding.NOT_OURS);
    }

    @Test
    void silentWhenNoWordComes() {
        assertThat(seen(Condition.FINE, Knock.SILENCE)).isEqualTo(Finding.SILENT);
    }

    @Test
    void noServiceWhenItTalksOtherwise() {
        assertThat(seen(Condition.FINE, Knock.GARBLED)).isEqualTo(Finding.NO_SERVICE);
    }

    @Test
    void unsafeInADirectoryThatOthersOwnOrEnter() {
        assertThat(seen(Condition.SOMEBODY_ELSES, Knock.NOT_TRIED)).isEqualTo(Finding.UNSAFE_DIRECTORY);
        assertThat(seen(Condition.OPEN_TO_OTHERS, Knock.NOT_TRIED)).isEqualTo(Finding.UNSAFE_DIRECTORY);
        assertThat(seen(Condition.NOT_A_DIRECTORY, Knock.NOT_TRIED)).isEqualTo(Finding.UNSAFE_DIRECTORY);
    }

    private static Finding seen(Condition directory, Knock knock) {
        return Finding.of(Sighting.of(directory, knock), OURS);
    }

    private static Finding hello(int protocol, String version, long stamp) throws Exception {
        try (Link link =
                new Link(new LineChannel(SocketChannel.open()), new Hello(protocol, new Build(version, stamp), 7))) {
            return Finding.of(new Sighting(Condition.FINE, Knock.HELLO, link), OURS);
        }
    }
}
