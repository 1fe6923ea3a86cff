package org.openbits.cmdlets.core.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.HashTable;

/** What PowerShell prints for these objects, blank lines included. */
class DisplayTest {

    private long nanos;

    @Test
    void textsAndNumbersStandOnLinesOfTheirOwn() {
        assertThat(shown("one", 2, 2.5, true, 'c')).isEqualTo("one\n2\n2.5\nTrue\nc\n");
    }

    @Test
    void nullShowsNothingAndAnEmptyTextAnEmptyLine() {
        assertThat(shown(null, "", "x")).isEqualTo("\nx\n");
        assertThat(shown("a\nb\n")).isEqualTo("a\nb\n\n");
    }

    @Test
    void collectionsAreShownElementByElement() {
        assertThat(shown(List.of(1, List.of("a", "b")))).isEqualTo("1\na\nb\n");
    }

    @Test
    void upToFourPropertiesMakeATableAsWideAsItsContent() {
        assertThat(shown(object("Name", "alpha", "Size", 5), object("Name", "b", "Size", 12345)))
                .isEqualTo("""

                Name   Size
                ----   ----
                alpha     5
                b     12345

                """);
    }

    @Test
    void fivePropertiesMakeAList() {
        CustomObject five = object("A", 1, "Bee", "two", "C", null, "D", List.of(1, 2), "E", true);
        assertThat(shown(five, five)).isEqualTo("""

                A   : 1
                Bee : two
                C   :
                D   : {1, 2}
                E   : True

                A   : 1
                Bee : two
                C   :
                D   : {1, 2}
                E   : True

                """);
    }

    @Test
    void theFirstObjectDecidesHowThoseBehindItAreShown() {
        assertThat(shown(object("A", 1), object("B", 2), object("A", 3))).isEqualTo("\nA\n-\n1\n\n3\n\n");
        HashTable table = HashTable.of(Map.of("x", 1));
        assertThat(shown(table, object("B", 2))).endsWith("x                              1\n\nB : 2\n\n\n");
    }

    @Test
    void aTextBetweenRowsStandsWhereItCameAndEndsNoTable() {
        assertThat(shown(object("A", 1), "text", object("A", "longer"))).isEqualTo("""

                     A
                     -
                     1
                text
                longer

                """);
    }

    @Test
    void groupsWithoutElementsAreGroups() {
        CustomObject group = new CustomObject("Microsoft.PowerShell.Commands.GroupInfo")
                .add("Count", 1)
                .add("Name", "a")
                .add("Group", List.of(1));
        CustomObject bare = new CustomObject("Microsoft.PowerShell.Commands.GroupInfoNoElement")
                .add("Count", 2)
                .add("Name", "b");
        assertThat(shown(group, bare).lines().map(String::strip)).contains("2 b");
    }

    @Test
    void jobsStandInFiveEqualColumnsAndLongCellsAreCut() {
        CustomObject job = new CustomObject("Microsoft.BackgroundIntelligentTransfer.Management.BitsJob")
                .add("JobId", UUID.fromString("c0dd3d8c-c3a2-4562-8324-80b19224879c"))
                .add("DisplayName", "TestJob1")
                .add("TransferType", "Download")
                .add("JobState", "Transferred")
                .add("OwnerAccount", "DOMAIN01\\user01")
                .add("BytesTotal", new BigInteger("18446744073709551615"));
        assertThat(shownAt(119, job)).isEqualTo("""

                JobId                   DisplayName             TransferType            JobState                OwnerAccount
                -----                   -----------             ------------            --------                ------------
                c0dd3d8c-c3a2-4562-832… TestJob1                Download                Transferred             DOMAIN01\\user01

                """);
    }

    @Test
    void aHashtableShowsItsEntries() {
        HashTable table = HashTable.of(Map.of("Source", List.of(1, 2, 3, 4, 5)));
        assertThat(shown(table)).isEqualTo("""

                Name                           Value
                ----                           -----
                Source                         {1, 2, 3, 4…}

                """);
    }

    @Test
    void anErrorIsItsMessageUnlessAListIsAskedFor() {
        ErrorRecord error = ErrorRecord.of(new IllegalStateException("gone"), "Gone", ErrorCategory.OpenError, null);
        assertThat(shown(error)).isEqualTo("gone\n");
        assertThat(shown(new Formatted(ListView.of(List.of(), null), error))).contains("FullyQualifiedErrorId : Gone");
    }

    @Test
    void aDateStandsBetweenBlankLines() {
        ZonedDateTime date = ZonedDateTime.of(2026, 11, 22, 22, 27, 9, 0, ZoneOffset.UTC);
        assertThat(shown(date)).isEqualTo("\nSunday, November 22, 2026 10:27:09 PM\n\n");
        assertThat(shown(object("When", date))).contains("11/22/2026 10:27:09 PM");
    }

    @Test
    void wideCharactersTakeTwoCells() {
        assertThat(shown(object("Name", "\u65e5\u672c", "N", "x"), object("Name", "ab", "N", "y")))
                .isEqualTo("\nName N\n---- -\n\u65e5\u672c x\nab   y\n\n");
    }

    @Test
    void rowsStreamOnceTheWidthsAreKnown() {
        List<String> lines = new ArrayList<>();
        Display display = new Display(80, lines::add, () -> nanos);
        display.show(object("A", 1));
        assertThat(lines).containsExactly("");
        nanos = 400_000_000L;
        display.show(object("A", 2));
        assertThat(lines).containsExactly("", "A", "-", "1", "2");
        display.show(object("A", 3));
        assertThat(lines).endsWith("3");
        display.close();
        assertThat(lines).endsWith("3", "");
    }

    @Test
    void flushShowsWhatWaitsUnderTheSameHeading() {
        List<String> lines = new ArrayList<>();
        Display display = new Display(80, lines::add, () -> nanos);
        display.show(object("A", 1));
        display.flush();
        display.show(object("A", 2));
        display.close();
        assertThat(lines).containsExactly("", "A", "-", "1", "2", "");
    }

    @Test
    void columnsThatHaveNoRoomAreLeftOut() {
        assertThat(shownAt(20, object("First", "0123456789", "Second", "abcdefghijkl", "Third", "z")))
                .isEqualTo("\nFirst      Second\n-----      ------\n0123456789 abcdefgh…\n\n");
    }

    @Test
    void aFormattedTableTakesWidthAlignmentAndFormat() {
        HashTable column = new HashTable();
        column.put("n", "Half");
        column.put("e", "Value");
        column.put("width", 8);
        column.put("align", "right");
        column.put("formatstring", "N2");
        TableView view = TableView.of(PropertyExpression.all(List.of(column, "Name")), false, false, false, null);
        assertThat(shown(new Formatted(view, object("Value", 1234.5, "Name", "x"))))
                .isEqualTo("\n    Half Name\n    ---- ----\n1,234.50 x\n\n");
    }

    @Test
    void wrappedCellsContinueOnTheNextLine() {
        TableView view = TableView.of(PropertyExpression.all(List.of("A", "Text")), false, true, false, null);
        String text = "the quick brown fox jumps";
        assertThat(shownAt(20, new Formatted(view, object("A", "x", "Text", text))))
                .isEqualTo("\nA Text\n- ----\nx the quick brown\n  fox jumps\n\n");
    }

    @Test
    void aGroupBeginsWhenItsValueChanges() {
        TableView view = TableView.of(PropertyExpression.all(List.of("N")), true, false, false, "Kind");
        assertThat(shown(
                        new Formatted(view, object("N", "a", "Kind", "odd")),
                        new Formatted(view, object("N", "b", "Kind", "even"))))
                .isEqualTo("\n   Kind: odd\n\nN\n-\na\n\n   Kind: even\n\nN\n-\nb\n\n");
    }

    @Test
    void aListWrapsLongValuesUnderTheirBeginning() {
        ListView view = ListView.of(List.of(), null);
        assertThat(shownAt(24, new Formatted(view, object("Name", "one two three four five"))))
                .isEqualTo("\nName : one two three\n       four five\n\n");
    }

    @Test
    void wideColumnsShareTheLine() {
        WideView view = WideView.of(null, 2, null);
        assertThat(shownAt(
                        21,
                        new Formatted(view, object("Name", "a")),
                        new Formatted(view, object("Name", "b")),
                        new Formatted(view, object("Name", "c"))))
                .isEqualTo("\na          b\nc\n\n");
    }

    @Test
    void textsAskedForAsATableStayLines() {
        TableView view = TableView.of(List.of(), false, false, false, null);
        assertThat(shown(new Formatted(view, "plain"))).isEqualTo("plain\n");
    }

    @Test
    void aTableThatATypeDefinesIsKeptWhenNoColumnsAreNamed() {
        TableView view = TableView.of(List.of(), false, false, true, null);
        assertThat(shown(new Formatted(view, HashTable.of(Map.of("k", "v")))))
                .isEqualTo("\nk                              v\n\n");
    }

    private String shown(Object... values) {
        return shownAt(80, values);
    }

    private String shownAt(int width, Object... values) {
        StringBuilder text = new StringBuilder();
        Display display = new Display(width, line -> text.append(line).append('\n'), () -> nanos);
        Arrays.asList(values).forEach(display::show);
        display.close();
        return text.toString();
    }

    private static CustomObject object(Object... namesAndValues) {
        CustomObject object = new CustomObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
