package org.openbits.cmdlets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbits.cmdlets.core.CoreShell.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.automation.ActionPreference;
import org.openbits.automation.CmdletException;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;

/** JSON, CSV, dates. */
class TextCmdletsTest {

    private static final ZonedDateTime DATE = ZonedDateTime.of(2026, 11, 2, 9, 7, 5, 120_000_000, ZoneOffset.UTC);

    @TempDir
    Path directory;

    private CoreShell shell;

    @BeforeEach
    void openShell() {
        shell = new CoreShell(directory);
    }

    @Test
    void jsonIsLaidOutAsPowerShellDoes() {
        HashTable table = new HashTable(true);
        table.put("name", "a\"b");
        table.put("sizes", List.of(1, 2.0, 1.5));
        table.put("none", null);
        table.put("empty", List.of());
        assertThat(shell.run("ConvertTo-Json", table)).containsExactly("""
                {
                  "name": "a\\"b",
                  "sizes": [
                    1,
                    2.0,
                    1.5
                  ],
                  "none": null,
                  "empty": []
                }""");
    }

    @Test
    void oneObjectIsNoArrayAndSeveralAre() {
        assertThat(shell.pipe(List.of(object("a", 1)), "ConvertTo-Json", "-Compress"))
                .containsExactly("{\"a\":1}");
        assertThat(shell.pipe(List.of(1, 2), "ConvertTo-Json", "-Compress")).containsExactly("[1,2]");
        assertThat(shell.pipe(List.of(1), "ConvertTo-Json", "-Compress", "-AsArray"))
                .containsExactly("[1]");
    }

    @Test
    void enumeratedValuesAndDates() {
        assertThat(shell.run("ConvertTo-Json", ActionPreference.Stop)).containsExactly("1");
        assertThat(shell.run("ConvertTo-Json", ActionPreference.Stop, "-EnumsAsStrings"))
                .containsExactly("\"Stop\"");
        assertThat(shell.run("ConvertTo-Json", DATE)).containsExactly("\"2026-11-02T09:07:05.12Z\"");
    }

    @Test
    void whatStandsTooDeepBecomesTextWithAWarning() {
        Object deep = object("a", object("b", object("c", object("d", 1))));
        assertThat(shell.pipe(List.of(deep), "ConvertTo-Json", "-Compress"))
                .containsExactly("{\"a\":{\"b\":{\"c\":\"@{d=1}\"}}}");
        assertThat(shell.runtime.warnings).hasSize(1);
    }

    @Test
    void jsonIsReadIntoObjects() {
        Object value = shell.pipe(
                        List.of("{\"n\": 3, \"big\": 18446744073709551615,", "\"list\": [1.5, null, true]}"),
                        "ConvertFrom-Json")
                .get(0);
        assertThat(Members.get(value, "n")).isEqualTo(3L);
        assertThat(String.valueOf(Members.get(value, "big"))).isEqualTo("18446744073709551615");
        assertThat(Members.get(value, "list")).isEqualTo(Arrays.asList(1.5, null, true));
        assertThat(shell.run("ConvertFrom-Json", "[1, 2]")).containsExactly(1L, 2L);
        assertThat(shell.run("ConvertFrom-Json", "\"2026-11-02T09:07:05.12Z\"")).containsExactly(DATE);
        assertThat(shell.run("ConvertFrom-Json", "{\"a\": 1}", "-AsHashtable").get(0))
                .isInstanceOf(HashTable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\": }", "{\"a\": 1", "[1, 2] x", "nonsense"})
    void malformedJsonIsRefused(String text) {
        assertThatThrownBy(() -> shell.run("ConvertFrom-Json", text))
                .isInstanceOf(CmdletException.class)
                .extracting(e -> ((CmdletException) e).record().fullyQualifiedErrorId())
                .isEqualTo("System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand");
    }

    @Test
    void csvRowsBecomeObjectsAndBlanksAfterCommasAreDropped() throws IOException {
        Files.writeString(
                directory.resolve("list.csv"),
                "#TYPE X\nSource, Destination\nhttp://h/a, ./a b\n\"http://h/b\", \"two\nlines\"\nlonely\n");
        List<Object> rows = shell.run("Import-Csv", "list.csv");
        assertThat(rows).map(row -> Members.get(row, "Destination")).containsExactly("./a b", "two\nlines", null);
        assertThat(rows).map(row -> Members.get(row, "source")).containsExactly("http://h/a", "http://h/b", "lonely");
    }

    @Test
    void csvWithItsOwnHeaderAndDelimiter() {
        List<Object> rows =
                shell.pipe(List.of("1;2", "3;4"), "ConvertFrom-Csv", "-Delimiter", ";", "-Header", List.of("x", "y"));
        assertThat(rows).map(row -> Members.get(row, "y")).containsExactly("2", "4");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> shell.pipe(List.of("a,A", "1,2"), "ConvertFrom-Csv"))
                .extracting(e -> ((CmdletException) e).record().errorId())
                .isEqualTo("MemberAlreadyPresent");
    }

    @Test
    void objectsBecomeCsv() {
        List<Object> lines = shell.pipe(
                List.of(object("a", "x\"y", "b", null, "c", List.of(1)), object("c", 2, "a", true)), "ConvertTo-Csv");
        assertThat(lines).containsExactly("\"a\",\"b\",\"c\"", "\"x\"\"y\",,\"System.Object[]\"", "\"True\",,\"2\"");
        assertThat(shell.pipe(List.of(object("a", 1)), "ConvertTo-Csv", "-IncludeTypeInformation")
                        .get(0))
                .isEqualTo("#TYPE System.Management.Automation.PSCustomObject");
        assertThat(shell.pipe(List.of(object("a", "x", "b", "y,z")), "ConvertTo-Csv", "-UseQuotes", "AsNeeded"))
                .containsExactly("a,b", "x,\"y,z\"");
    }

    @Test
    void appendedRowsFollowTheColumnsOfTheFile() throws IOException {
        shell.pipe(List.of(object("a", 1, "b", 2)), "Export-Csv", "out.csv", "-NoTypeInformation");
        shell.pipe(List.of(object("b", 4, "a", 3)), "Export-Csv", "out.csv", "-Append");
        assertThat(Files.readAllLines(directory.resolve("out.csv")))
                .containsExactly("\"a\",\"b\"", "\"1\",\"2\"", "\"3\",\"4\"");
    }

    @ParameterizedTest
    @CsvSource({"yyyy-MM-dd, 2026-11-02", "FileDate, 20261102", "FileDateTime, 20261102T0907051200", "HH:mm, 09:07"})
    void datesAreFormatted(String format, String expected) {
        assertThat(shell.run("Get-Date", "-Date", DATE, "-Format", format)).containsExactly(expected);
    }

    @Test
    void datesInUnixFormatAndOfParts() {
        assertThat(shell.run("Get-Date", "-Date", DATE, "-UFormat", "%Y/%m/%d %A %s"))
                .containsExactly("2026/11/02 Monday 1793610425");
        assertThat(shell.run("Get-Date", "-Date", DATE, "-Month", 2, "-Hour", 0))
                .containsExactly(DATE.withMonth(2).withHour(0));
    }

    @Test
    void spansOfTime() {
        assertThat(shell.run("New-TimeSpan", "-Hours", 1, "-Minutes", 30)).containsExactly(Duration.ofMinutes(90));
        assertThat(shell.run("New-TimeSpan", "-Start", DATE, "-End", DATE.plusDays(1)))
                .containsExactly(Duration.ofDays(1));
    }

    @Test
    void sleepWaitsAndStops() {
        long before = System.nanoTime();
        shell.run("sleep", "-Milliseconds", 50);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
        assertThatThrownBy(() -> shell.run("sleep", -1))
                .extracting(e -> ((CmdletException) e).record().errorId())
                .isEqualTo("ParameterArgumentValidationError");
    }
}
