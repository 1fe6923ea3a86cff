package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobSpeedTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MIB = 1024 * 1024;

    private final JobSpeed speed = new JobSpeed();

    @Test
    void knowsNothingBeforeTheSecondLook() {
        assertThat(speed.text()).isEmpty();
        speed.see(5 * MIB, 0);
        assertThat(speed.text()).isEmpty();
        assertThat(speed.sparkline()).isEmpty();
        assertThat(speed.left(MIB)).isEmpty();
    }

    @Test
    void tellsRateAndTimeLeft() {
        for (int i = 0; i <= 4; i++) {
            speed.see(i * 2 * MIB, i * SECOND);
        }
        assertThat(speed.text()).isEqualTo("2.0 MB/s");
        assertThat(speed.left(120 * MIB)).isEqualTo("1:00 left");
        assertThat(speed.left(-1)).isEmpty();
    }

    @Test
    void drawsTheShapeOfTheLastSeconds() {
        speed.see(0, 0);
        speed.see(0, SECOND);
        speed.see(4 * MIB, 2 * SECOND);
        speed.see(12 * MIB, 3 * SECOND);
        assertThat(speed.sparkline()).isEqualTo("▁▅█");
        for (int i = 4; i < 40; i++) {
            speed.see((12 + i) * MIB, i * SECOND);
        }
        assertThat(speed.sparkline()).isEqualTo("█".repeat(12));
    }

    @Test
    void beginsAgainWhenAJobDoes() {
        speed.see(0, 0);
        speed.see(9 * MIB, SECOND);
        speed.see(MIB, 2 * SECOND);
        assertThat(speed.bytesPerSecond()).isZero();
        speed.see(2 * MIB, 3 * SECOND);
        assertThat(speed.text()).isEqualTo("1.0 MB/s");
    }
}
