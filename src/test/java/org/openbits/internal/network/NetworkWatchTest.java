package org.openbits.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkWatchTest {

    private Set<String> addresses = Set.of("10.0.0.1");
    private RuntimeException broken;
    private Instant wall = Instant.EPOCH;
    private long nanos;
    private int losses;
    private int returns;
    private final NetworkWatch watch =
            new NetworkWatch(() -> addresses, () -> wall, () -> nanos, () -> losses++, this::cameBack);

    private void cameBack() {
        if (broken != null) {
            throw broken;
        }
        returns++;
    }

    private int look(Duration elapsed, Duration onTheWall) {
        nanos += elapsed.toNanos();
        wall = wall.plus(onTheWall);
        watch.look();
        return returns;
    }

    private int look() {
        return look(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void tellsOfANewAddressOnce() {
        assertThat(look()).isZero();
        addresses = Set.of();
        assertThat(look()).isZero();
        addresses = Set.of("10.0.0.1");
        assertThat(look()).isEqualTo(1);
        assertThat(look()).isEqualTo(1);
        addresses = Set.of("10.0.0.1", "fe80::1");
        assertThat(look()).isEqualTo(2);
        assertThat(losses).isEqualTo(1);
    }

    @Test
    void survivesALookThatFailedAndTellsWhatThatCouldNot() {
        broken = new IllegalStateException("the test said so");
        addresses = Set.of("10.0.0.2");
        watch.lookAgain();
        assertThat(returns).isZero();
        broken = null;
        watch.lookAgain();
        watch.lookAgain();
        assertThat(returns).isEqualTo(1);

        broken = new IllegalStateException("the test said so");
        wall = wall.plus(Duration.ofHours(8));
        watch.lookAgain();
        broken = null;
        watch.lookAgain();
        watch.lookAgain();
        assertThat(returns).isEqualTo(2);
    }

    @Test
    void noticesThatTheMachineSlept() {
        assertThat(look(Duration.ofSeconds(5), Duration.ofHours(8))).isEqualTo(1);
        assertThat(look()).isEqualTo(1);
        assertThat(look(Duration.ofSeconds(5), Duration.ofHours(-3))).isEqualTo(1);
    }
}
