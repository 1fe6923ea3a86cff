package org.openbits.cmdlets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbits.cmdlets.core.CoreShell.block;
import static org.openbits.cmdlets.core.CoreShell.object;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;

/** Filtering, choosing, ordering, grouping and measuring objects. */
class ObjectCmdletsTest {

    private final CoreShell shell = new CoreShell(Path.of("/"));

    @Test
    void whereTakesABlock() {
        assertThat(shell.pipe(List.of(1, 4, 5), "?", block(x -> (Integer) x > 3)))
                .containsExactly(4, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "-eq, error, 1",
        "-ceq, error, 0",
        "-ne, error, 2",
        "-like, t*, 2",
        "-clike, t*, 0",
        "-notlike, t*, 1",
        "-match, error, 2",
        "-notmatch, error, 1",
        "-gt, M, 2",
        "-le, Error, 1",
    })
    void whereComparesAProperty(String operator, String value, int hits) {
        List<CustomObject> jobs = List.of(
                object("JobState", "Error"), object("JobState", "TransientError"), object("JobState", "Transferred"));
        assertThat(shell.pipe(jobs, "where", "JobState", operator, value)).hasSize(hits);
    }

    @Test
    void whereLooksIntoListsAndTestsTruth() {
        List<CustomObject> jobs = List.of(object("S", "a", "Done", true), object("S", "b", "Done", false));
        assertThat(shell.pipe(jobs, "?", "S", "-in", List.of("B", "C"))).containsExactly(jobs.get(1));
        assertThat(shell.pipe(jobs, "?", "Done")).containsExactly(jobs.get(0));
        assertThat(shell.pipe(jobs, "?", "Done", "-Not")).containsExactly(jobs.get(1));
    }

    @Test
    void forEachRunsBlocksBeforeForEachAndAfter() {
        assertThat(shell.pipe(List.of(1, 2), "%", block(x -> "first"), block(x -> (Integer) x * 2), block(x -> "last")))
                .containsExactly("first", 2, 4, "last");
    }

    @Test
    void forEachReadsPropertiesAndCallsMethods() {
        assertThat(shell.pipe(List.of("ab", "c"), "%", "Length")).containsExactly(2, 1);
        assertThat(shell.pipe(List.of("ab"), "%", "ToUpper")).containsExactly("AB");
        assertThat(shell.pipe(List.of("a-b"), "%", "Replace", "-ArgumentList", List.of("-", "+")))
                .containsExactly("a+b");
    }

    @Test
    void selectMakesObjectsOfProperties() {
        List<Object> selected =
                shell.pipe(List.of(object("Name", "x", "Size", 3, "Kind", "f")), "select", List.of("size", "N*"));
        CustomObject one = (CustomObject) selected.get(0);
        assertThat(one.propertyNames()).containsExactly("size", "Name");
        assertThat(one.typeName()).isEqualTo("Selected.System.Management.Automation.PSCustomObject");
        assertThat(one.property("Size")).isEqualTo(3);
    }

    @Test
    void selectCalculatesProperties() {
        HashTable half = HashTable.of(Map.of("n", "Half", "e", block(x -> (Integer) x / 2)));
        assertThat(shell.pipe(List.of(8), "select", half))
                .map(o -> Members.get(o, "Half"))
                .containsExactly(4);
    }

    @Test
    void selectFirstStopsWhatComesBefore() {
        assertThat(shell.pipe(List.of(1, 2, 3, 4), "select", "-First", 2)).containsExactly(1, 2);
        assertThat(shell.taken).isEqualTo(2);
        assertThat(shell.pipe(List.of(1, 2), "select", "-First", 0)).isEmpty();
    }

    @Test
    void selectCountsFromBothEnds() {
        List<Integer> five = List.of(1, 2, 3, 4, 5);
        assertThat(shell.pipe(five, "select", "-Last", 2)).containsExactly(4, 5);
        assertThat(shell.pipe(five, "select", "-Skip", 3)).containsExactly(4, 5);
        assertThat(shell.pipe(five, "select", "-SkipLast", 3)).containsExactly(1, 2);
        assertThat(shell.pipe(five, "select", "-Skip", 1, "-First", 2)).containsExactly(2, 3);
        assertThat(shell.pipe(five, "select", "-Index", List.of(0, 3))).containsExactly(1, 4);
        assertThat(shell.pipe(five, "select", "-First", 1, "-Last", 1)).containsExactly(1, 5);
    }

    @Test
    void selectExpandsAndTellsWhenItCannot() {
        assertThat(shell.pipe(List.of(object("L", List.of(1, 2))), "select", "-ExpandProperty", "L"))
                .containsExactly(1, 2);
        shell.pipe(List.of(object("L", 1)), "select", "-ExpandProperty", "M");
        assertThat(shell.errorId())
                .isEqualTo("ExpandPropertyNotFound,Microsoft.PowerShell.Commands.SelectObjectCommand");
    }

    @Test
    void selectUniqueMindsLetterCase() {
        assertThat(shell.pipe(List.of("a", "A", "a"), "select", "-Unique")).containsExactly("a", "A");
    }

    @Test
    void selectExcludes() {
        List<Object> rest = shell.pipe(List.of(object("A", 1, "B", 2)), "select", "*", "-ExcludeProperty", "b");
        assertThat(((CustomObject) rest.get(0)).propertyNames()).containsExactly("A");
    }

    @Test
    void sortComparesNumbersAsNumbersAndTextsWithoutCase() {
        assertThat(shell.pipe(List.of(10, 9, 2.5), "sort")).containsExactly(2.5, 9, 10);
        assertThat(shell.pipe(List.of("b", "A", "c"), "sort")).containsExactly("A", "b", "c");
        assertThat(shell.pipe(List.of("b", "A", "B"), "sort", "-Unique")).hasSize(2);
    }

    @Test
    void sortByPropertiesKeepsTheOrderOfEqualOnes() {
        List<CustomObject> in = List.of(
                object("K", 2, "N", "a"),
                object("K", 1, "N", "b"),
                object("K", 2, "N", "c"),
                object("K", null, "N", "d"));
        assertThat(shell.pipe(in, "sort", "K")).map(o -> Members.get(o, "N")).containsExactly("d", "b", "a", "c");
        assertThat(shell.pipe(in, "sort", "K", "-Descending"))
                .map(o -> Members.get(o, "N"))
                .containsExactly("a", "c", "b", "d");
    }

    @Test
    void sortOfMixedValuesNeverFails() {
        assertThat(shell.pipe(Arrays.asList("b", 1, true, null, 2.5, "a"), "sort"))
                .hasSize(6);
        assertThat(shell.pipe(List.of(3, 1, 2), "sort", "-Top", 2)).containsExactly(1, 2);
        assertThat(shell.pipe(List.of(3, 1, 2), "sort", "-Bottom", 1)).containsExactly(3);
    }

    @Test
    void groupsAreCountedAndShownAsPowerShellDoes() {
        List<Object> groups = shell.pipe(List.of("bb", "a", "cc"), "group", "Length");
        assertThat(shell.shown(groups)).isEqualTo("""

                Count Name                      Group
                ----- ----                      -----
                    1 1                         {a}
                    2 2                         {bb, cc}

                """);
    }

    @Test
    void groupsAsAHashTable() {
        HashTable table = (HashTable) shell.pipe(List.of("bb", "a"), "group", "Length", "-AsHashTable")
                .get(0);
        assertThat(table.get(2)).isEqualTo(List.of("bb"));
    }

    @Test
    void measureCountsAndAddsUp() {
        Object all = shell.pipe(List.of(1, 2, 6), "measure", "-Sum", "-Average", "-Maximum")
                .get(0);
        assertThat(Members.get(all, "Count")).isEqualTo(3);
        assertThat(Members.get(all, "Sum")).isEqualTo(9.0);
        assertThat(Members.get(all, "Average")).isEqualTo(3.0);
        assertThat(Members.get(all, "Maximum")).isEqualTo(6.0);
        assertThat(Members.get(all, "Minimum")).isNull();
    }

    @Test
    void measureTellsOfPropertiesThatAreNotThere() {
        shell.pipe(List.of(object("A", 1)), "measure", "B", "-Sum");
        assertThat(shell.errorId())
                .isEqualTo("GenericMeasurePropertyNotFound,Microsoft.PowerShell.Commands.MeasureObjectCommand");
    }

    @Test
    void measureCountsWords() {
        Object text = shell.pipe(List.of("one two", "three"), "measure", "-Word", "-Line")
                .get(0);
        assertThat(Members.get(text, "Words")).isEqualTo(3L);
        assertThat(Members.get(text, "Lines")).isEqualTo(2L);
    }

    @Test
    void compareTellsTheSides() {
        List<Object> result = shell.run("diff", List.of(1, 2, 3), List.of(2, 3, 4));
        assertThat(result)
                .map(o -> Members.get(o, "InputObject") + " " + Members.get(o, "SideIndicator"))
                .containsExactly("4 =>", "1 <=");
    }

    @Test
    void teeKeepsACopyInAVariable() {
        assertThat(shell.pipe(List.of(1, 2), "tee", "-Variable", "copy")).containsExactly(1, 2);
        assertThat(shell.runtime.variables.get("copy")).isEqualTo(List.of(1, 2));
    }

    @Test
    void formattedObjectsAreShownAsAsked() {
        List<Object> rows = shell.pipe(List.of(object("A", 1, "B", 2)), "ft", List.of("B", "A"));
        assertThat(shell.shown(rows)).isEqualTo("\nB A\n- -\n2 1\n\n");
        assertThat(shell.shown(shell.pipe(List.of(object("A", 1, "B", 2)), "fl")))
                .isEqualTo("\nA : 1\nB : 2\n\n");
    }

    @Test
    void aCalculatedPropertyWithAnUnknownKeyIsRefused() {
        HashTable wrong = HashTable.of(Map.of("n", "x", "colour", "red"));
        assertThatThrownBy(() -> shell.pipe(List.of(1), "ft", wrong))
                .isInstanceOf(CmdletException.class)
                .extracting(e -> ((CmdletException) e).record().fullyQualifiedErrorId())
                .isEqualTo("DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatTableCommand");
    }

    @Test
    void outStringStreamsLines() {
        assertThat(shell.pipe(List.of("a", "b"), "Out-String", "-Stream")).containsExactly("a", "b");
    }

    @Test
    void randomNumbersStayInTheirRange() {
        List<Object> numbers = shell.run("Get-Random", "-Minimum", 1, "-Maximum", 7, "-Count", 100);
        assertThat(numbers).hasSize(100).allMatch(n -> n instanceof Integer i && i >= 1 && i < 7);
        assertThat(shell.pipe(List.of(1, 2, 3), "Get-Random", "-Count", 5)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void membersAreListedOnceForEachType() {
        List<Object> members = shell.pipe(List.of(object("B", 1, "A", "x"), object("B", 2, "A", "y")), "gm");
        assertThat(members).map(m -> Members.get(m, "Name")).containsExactly("A", "B");
        assertThat(shell.shown(members))
                .contains("   TypeName: System.Management.Automation.PSCustomObject", "string A=x");
    }
}
