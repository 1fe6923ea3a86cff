package org.openbits.shell.groovy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbits.automation.Argument;

class YieldTest {

    private static final Argument ONE_SOURCE = Argument.named("source", "http://a", -1);
    private static final Argument TWO_SOURCES = Argument.named("source", List.of("http://a", "http://b"), -1);

    @Test
    void isOneObjectWhenThereCanBeOnlyOne() {
        assertThat(Yield.of("Start-BitsTransfer", List.of(ONE_SOURCE), List.of("job")))
                .isEqualTo("job");
        assertThat(Yield.of("Start-BitsTransfer", List.of(ONE_SOURCE), List.of()))
                .isNull();
        assertThat(Yield.of("Get-BitsTransfer", List.of(Argument.named("jobId", "x", -1)), List.of("job")))
                .isEqualTo("job");
        assertThat(Yield.of("Get-Date", List.of(), List.of("now"))).isEqualTo("now");
        assertThat(Yield.of("myFunction", List.of(), List.of(5))).isEqualTo(5);
    }

    @Test
    void isAListOtherwiseWhateverItHolds() {
        assertThat(Yield.of("Start-BitsTransfer", List.of(TWO_SOURCES), List.of("job")))
                .isEqualTo(List.of("job"));
        assertThat(Yield.of("Get-BitsTransfer", List.of(), List.of())).isEqualTo(List.of());
        assertThat(Yield.of("Get-BitsTransfer", List.of(Argument.named("name", "a*", -1)), List.of("job")))
                .isEqualTo(List.of("job"));
    }
}
