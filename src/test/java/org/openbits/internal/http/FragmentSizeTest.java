package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large the fragments of an upload become, by what the server says and how long each takes. */
class FragmentSizeTest {

    private static final long KIB = 1 << 10;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what happens: milliseconds that a fragment took, n a limit named (bytes), x too large | sizes in KiB
            # at once: four times as large, up to what an IIS takes
            10 10 10 10 10                     | 1024 4096 16384 28672 28672
            # quick: twice; neither: stays; slow: half, never below 64 KiB
            100 499 500 4000 4001              | 512 1024 1024 1024 512
            9000 9000 9000 9000                | 128 64 64 64
            # a server may name more than an IIS takes, and it is believed up to 128 MiB
            n268435456 10 10 10 10 10 10       | 256 1024 4096 16384 65536 131072 131072
            n999999999999999999 10 10 10 10 10 | 256 1024 4096 16384 65536 131072
            # or less
            n100000 10                         | 97 97
            # nonsense is passed over
            n-1 10                             | 256 1024
            n0 n1 n65535 10                    | 256 256 256 1024
            # what was too large once is not tried again, whatever was named
            n268435456 10 10 x 10 10           | 256 1024 4096 2048 2048 2048
            """)
    void table(String events, String sizes) {
        FragmentSize size = new FragmentSize(FragmentSize.FIRST);
        StringBuilder seen = new StringBuilder();
        for (String event : events.split(" ")) {
            switch (event.charAt(0)) {
                case 'n' -> size.named(Long.parseLong(event.substring(1)));
                case 'x' -> assertThat(size.shrink(1 << 30)).isTrue();
                default -> size.taken(Long.parseLong(event) * 1_000_000);
            }
            seen.append(seen.isEmpty() ? "" : " ").append(size.bytes() / KIB);
        }
        assertThat(seen).hasToString(sizes);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false", "2, 1, false", "3, 1, false", "65536, 32768, true"})
    void nothingIsSmallerThanAByte(long total, long bytes, boolean isAnySmaller) {
        FragmentSize size = new FragmentSize(FragmentSize.LEAST);
        assertThat(size.shrink(total)).isTrue();
        assertThat(size.bytes()).isEqualTo(bytes);
        assertThat(size.shrink(total)).isEqualTo(isAnySmaller);
    }
}
