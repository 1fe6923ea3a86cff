package org.openbits.cmdlets.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RegionalTest {

    /** Lisbon had the time of Paris until 1976. */
    @Test
    void aZoneHasTheOffsetOfToday() {
        assertThat(Regional.Zone.of(ZoneId.of("Europe/Lisbon")).property("BaseUtcOffset"))
                .isEqualTo(Duration.ZERO);
        assertThat(Regional.Zone.of(ZoneId.of("Asia/Kolkata")).property("BaseUtcOffset"))
                .isEqualTo(Duration.ofMinutes(330));
    }
}
