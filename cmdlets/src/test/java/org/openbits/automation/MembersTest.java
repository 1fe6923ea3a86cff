package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MembersTest {

    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 1, 2, 15, 4, 5, 0, ZoneOffset.UTC);
    private static final URI ADDRESS = URI.create("http://user@host:81/a/b%20c?q=1#f");

    static Stream<Arguments> properties() {
        return Stream.of(
                arguments("abc", "Length", 3),
                arguments(List.of(1, 2), "count", 2),
                arguments(new String[] {"a"}, "Length", 1),
                arguments(List.of("a", "bcd"), "length", 2),
                arguments(List.of(new CustomObject().add("x", 1), new CustomObject().add("X", 2)), "x", List.of(1, 2)),
                arguments(List.of(new CustomObject().add("x", 1)), "X", 1),
                arguments(HashTable.of(Map.of("Key", "v")), "key", "v"),
                arguments(HashTable.of(Map.of("Key", "v")), "Keys", List.of("Key")),
                arguments(new CustomObject().add("Name", "n"), "NAME", "n"),
                arguments(TIME, "Year", 2026),
                arguments(TIME, "DayOfWeek", new DayName(5)),
                arguments(TIME, "Ticks", 639029630450000000L),
                arguments(Duration.ofMinutes(90), "TotalHours", 1.5),
                arguments(Duration.ofMinutes(90), "Minutes", 30),
                arguments(ADDRESS, "Host", "host"),
                arguments(ADDRESS, "Port", 81),
                arguments(ADDRESS, "AbsolutePath", "/a/b%20c"),
                arguments(ADDRESS, "LocalPath", "/a/b c"),
                arguments(ADDRESS, "Segments", List.of("/", "a/", "b%20c")),
                arguments(new IllegalStateException("no"), "Message", "no"),
                arguments(new IllegalStateException("no"), "HResult", -2146233088),
                arguments(new ProgressRecord(1, -1, "a", "s", "", 5, -1, false), "percent", 5),
                arguments(Map.entry("k", "v"), "Value", "v"),
                arguments(Map.entry("k", "v"), "Name", "k"));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void readsProperties(Object target, String name, Object expected) {
        assertThat(Members.get(target, name)).isEqualTo(expected);
    }

    @Test
    void tellsAMissingPropertyFromANullOne() {
        CustomObject object = new CustomObject().add("a", null);
        assertThat(Members.get(object, "A")).isNull();
        assertThatThrownBy(() -> Members.get(object, "b")).isInstanceOf(NoSuchMember.class);
        assertThat(Members.getOrNull(object, "b")).isNull();
        assertThat(Members.getOrNull(null, "b")).isNull();
    }

    static Stream<Arguments> methods() {
        return Stream.of(
                arguments("abc", "ToUpper", List.of(), "ABC"),
                arguments("abc", "Substring", List.of(1), "bc"),
                arguments("abc", "substring", List.of(1, 1), "b"),
                arguments("a.b", "Replace", List.of(".", "-"), "a-b"),
                arguments("a,b;c", "Split", List.of(List.of(',', ';')), List.of("a", "b", "c")),
                arguments("/a/", "Trim", List.of("/"), "a"),
                arguments("abc", "StartsWith", List.of("AB", "OrdinalIgnoreCase"), true),
                arguments("abc", "Contains", List.of("bc"), true),
                arguments("7", "PadLeft", List.of(3, "0"), "007"),
                arguments("abc", "IndexOf", List.of("c"), 2),
                arguments(1234.5, "ToString", List.of("N1"), "1,234.5"),
                arguments(ActionPreference.Stop, "ToString", List.of(), "Stop"),
                arguments(TIME, "AddDays", List.of(-1), TIME.minusDays(1)),
                arguments(TIME, "ToString", List.of("yyyyMMdd"), "20260102"),
                arguments(TIME, "Subtract", List.of(TIME.minusHours(2)), Duration.ofHours(2)),
                arguments(List.of(3, 4), "Contains", List.of(4), true),
                arguments(List.of("a", "b"), "ToUpper", List.of(), List.of("A", "B")),
                arguments(HashTable.of(Map.of("A", 1)), "ContainsKey", List.of("a"), true),
                arguments(new StringBuilder("ab"), "ToString", List.of(), "ab"),
                arguments(new java.io.File("/x/y"), "GetName", List.of(), "y"));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void callsMethods(Object target, String name, List<Object> args, Object expected) {
        assertThat(Members.invoke(target, name, args)).isEqualTo(expected);
    }

    @Test
    void changesListsInPlaceAndGivesThePipelineNothing() {
        List<Object> list = new ArrayList<>(List.of(1));
        assertThat(Members.invoke(list, "Add", Arrays.asList((Object) null))).isEqualTo(List.of());
        Members.invoke(list, "AddRange", List.of(List.of(3, 2)));
        Members.invoke(list, "Remove", List.of(1));
        assertThat(list).containsExactly(null, 3, 2);
    }

    @Test
    void setsPropertiesAndEntries() {
        HashTable table = new HashTable();
        Members.set(table, "Priority", "Low");
        assertThat(table.get("PRIORITY")).isEqualTo("Low");
        CustomObject object = new CustomObject().add("a", 1);
        Members.set(object, "A", 2);
        assertThat(object.property("a")).isEqualTo(2);
        assertThatThrownBy(() -> Members.set(object, "b", 2)).isInstanceOf(NoSuchMember.class);
        assertThatThrownBy(() -> Members.set("text", "Length", 2)).isInstanceOf(NoSuchMember.class);
    }

    @Test
    void filtersAndMapsWithScriptBlocks() {
        ScriptBlock even = block(it -> (Integer) it % 2 == 0);
        assertThat(Members.invoke(List.of(1, 2, 4), "Where", List.of(even))).isEqualTo(List.of(2, 4));
        assertThat(Members.invoke(List.of(1, 2, 4), "Where", List.of(even, "First")))
                .isEqualTo(List.of(2));
        assertThat(Members.invoke(List.of("a"), "ForEach", List.of(block(it -> it + "!"))))
                .isEqualTo(List.of("a!"));
        assertThat(Members.invoke(List.of("a"), "ForEach", List.of("Length"))).isEqualTo(List.of(1));
    }

    private static ScriptBlock block(java.util.function.UnaryOperator<Object> body) {
        return new ScriptBlock() {
            @Override
            public List<Object> invoke(Object dollarUnder, List<Object> args) {
                return List.of(body.apply(dollarUnder));
            }

            @Override
            public String text() {
                return "";
            }
        };
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("", "System.String"),
                arguments(1, "System.Int32"),
                arguments(1L, "System.Int64"),
                arguments(1.5, "System.Double"),
                arguments(new java.math.BigInteger("18446744073709551615"), "System.UInt64"),
                arguments(List.of(), "System.Object[]"),
                arguments(new HashTable(true), "System.Collections.Specialized.OrderedDictionary"),
                arguments(new CustomObject(), "System.Management.Automation.PSCustomObject"),
                arguments(TIME, "System.DateTime"),
                arguments(new java.io.IOException(""), "System.IO.IOException"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesTypesAsDotNetDoes(Object value, String name) {
        assertThat(Members.typeName(value)).isEqualTo(name);
        assertThat(Members.get(Members.invoke(value, "GetType", List.of()), "FullName"))
                .isEqualTo(name);
    }

    @Test
    void saysWhichMethodIsMissing() {
        assertThatThrownBy(() -> Members.invoke("a", "Frob", List.of(1)))
                .isInstanceOf(NoSuchMember.class)
                .hasMessageContaining("[System.String]")
                .hasMessageContaining("'Frob'");
    }
}
