package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleWatchTest {

    private long now = Long.MAX_VALUE - 5;
    private final IdleWatch watch = new IdleWatch(Duration.ofMinutes(10), () -> now);

    @Test
    void isDueAfterTenIdleMinutes() {
        assertThat(watch.isDue(true)).isFalse();
        pass(Duration.ofMinutes(10).minusNanos(1));
        assertThat(watch.isDue(true)).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(watch.isDue(true)).isTrue();
    }

    @Test
    void anythingToDoStartsTheTenMinutesAgain() {
        watch.isDue(true);
        pass(Duration.ofMinutes(9));
        assertThat(watch.isDue(false)).isFalse();
        pass(Duration.ofMinutes(9));
        assertThat(watch.isDue(true)).isFalse();
        pass(Duration.ofMinutes(9));
        assertThat(watch.isDue(true)).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
