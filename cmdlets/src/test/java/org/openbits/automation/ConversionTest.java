package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionTest {

    private static final BigInteger UNKNOWN = new BigInteger("18446744073709551615");
    private static final UUID ID = UUID.fromString("c0dd3d8c-c3a2-4562-8324-80b19224879c");

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(null, ""),
                arguments(true, "True"),
                arguments(1.0, "1"),
                arguments(1.5, "1.5"),
                arguments(0.1 + 0.2, "0.30000000000000004"),
                arguments(1e15, "1E+15"),
                arguments(123456789012345.0, "123456789012345"),
                arguments(0.00001, "1E-05"),
                arguments(-2.5e-7, "-2.5E-07"),
                arguments(0.0001, "0.0001"),
                arguments(new BigDecimal("1.50"), "1.50"),
                arguments(UNKNOWN, "18446744073709551615"),
                arguments(ID, "c0dd3d8c-c3a2-4562-8324-80b19224879c"),
                arguments(List.of(1, "a", true), "1 a True"),
                arguments(List.of(1, List.of(2, 3)), "1 System.Object[]"),
                arguments(new int[] {1, 2}, "1 2"),
                arguments(HashTable.of(Map.of("a", 1)), "System.Collections.Hashtable"),
                arguments(new CustomObject().add("a", 1).add("B", "x"), "@{a=1; B=x}"),
                arguments(Duration.ofSeconds(3723).plusMillis(5), "01:02:03.0050000"),
                arguments(Duration.ofHours(-49), "-2.01:00:00"),
                arguments(ZonedDateTime.of(2026, 1, 2, 13, 4, 5, 0, ZoneOffset.UTC), "01/02/2026 13:04:05"),
                arguments(ErrorCategory.ObjectNotFound, "ObjectNotFound"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void makesTheTextPowerShellMakes(Object value, String text) {
        assertThat(Conversion.toText(value)).isEqualTo(text);
    }

    static Stream<Arguments> conversions() {
        return Stream.of(
                arguments("int", "12", 12),
                arguments("int", " 0x1F ", 31),
                arguments("int", "1KB", 1024),
                arguments("int", "1e3", 1000),
                arguments("int", 2.5, 2),
                arguments("int", 3.5, 4),
                arguments("int", -2.5, -2),
                arguments("int", "2.5", 2),
                arguments("int", true, 1),
                arguments("int", null, 0),
                arguments("int", "", 0),
                arguments("int", 'a', 97),
                arguments("int", ActionPreference.Continue, 2),
                arguments("long", "4GB", 4294967296L),
                arguments("double", "1.5", 1.5),
                arguments("double", UNKNOWN, 1.8446744073709552E19),
                arguments("uint64", "18446744073709551615", UNKNOWN),
                arguments("decimal", "1.10", new BigDecimal("1.10")),
                arguments("string", 12, "12"),
                arguments("string", null, ""),
                arguments("bool", "false", true),
                arguments("bool", "", false),
                arguments("bool", 0.0, false),
                arguments("char", "x", 'x'),
                arguments("guid", "{C0DD3D8C-C3A2-4562-8324-80B19224879C}", ID),
                arguments("guid", "c0dd3d8cc3a24562832480b19224879c", ID),
                arguments("uri", "http://h/a b", URI.create("http://h/a%20b")),
                arguments("uri", "http://h/\u00e9", URI.create("http://h/\u00e9")),
                arguments("uri", "proxy:8080", URI.create("proxy:8080")),
                arguments("timespan", "1.02:03:04.5", Duration.ofSeconds(93784).plusMillis(500)),
                arguments("timespan", "00:05", Duration.ofMinutes(5)),
                arguments("timespan", 10_000_000L, Duration.ofSeconds(1)),
                arguments("datetime", "2026-11-22", unspecified(2026, 11, 22, 0, 0)),
                arguments("datetime", "11/22/2026 10:25 PM", unspecified(2026, 11, 22, 22, 25)),
                arguments("datetime", "2026-11-22T22:25:00", unspecified(2026, 11, 22, 22, 25)),
                arguments("string[]", "a", List.of("a")),
                arguments("string[]", List.of(1, "b"), List.of("1", "b")),
                arguments("int[]", new String[] {"1", "2"}, List.of(1, 2)),
                arguments("System.Management.Automation.ActionPreference", "stop", ActionPreference.Stop));
    }

    private static ZonedDateTime unspecified(int year, int month, int day, int hour, int minute) {
        return ZonedDateTime.of(year, month, day, hour, minute, 0, 0, TimeKind.UNSPECIFIED);
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void convertsAsACastDoes(String type, Object value, Object expected) {
        TypeToken token = TypeToken.named(type);
        assertThat(token).as(type).isNotNull();
        assertThat(Conversion.to(token, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "int,abc",
        "int,3000000000",
        "long,99999999999999999999",
        "uint64,-1",
        "guid,123",
        "timespan,soon",
        "datetime,someday",
        "char,ab",
        "actionpreference,sometimes"
    })
    void refusesWhatIsNoValueOfTheType(String type, String text) {
        assertThatThrownBy(() -> Conversion.to(TypeToken.named(type), text))
                .isInstanceOf(ConversionException.class)
                .hasMessageStartingWith("Cannot convert value \"" + text + "\" to type \"System.");
    }

    static Stream<Arguments> truths() {
        return Stream.of(
                arguments(null, false),
                arguments("", false),
                arguments("0", true),
                arguments(0, false),
                arguments(0.5, true),
                arguments(UNKNOWN, true),
                arguments(List.of(), false),
                arguments(List.of(0), false),
                arguments(List.of(0, 0), true),
                arguments(new HashTable(), true),
                arguments(ActionPreference.SilentlyContinue, false),
                arguments(new CustomObject(), true));
    }

    @ParameterizedTest
    @MethodSource("truths")
    void knowsWhatIsTrue(Object value, boolean expected) {
        assertThat(Conversion.isTrue(value)).isEqualTo(expected);
    }

    static Stream<Arguments> equalities() {
        return Stream.of(
                arguments("ABC", "abc", true),
                arguments("1", 1, true),
                arguments(1, "1", true),
                arguments(1, "1.0", true),
                arguments(1, "one", false),
                arguments(1, 1.0, true),
                arguments(1, 1L, true),
                arguments(UNKNOWN, 18446744073709551615.0, true),
                arguments(null, "", false),
                arguments("", null, false),
                arguments(null, null, true),
                arguments(true, "false", true),
                arguments("True", true, true),
                arguments(ActionPreference.Stop, "stop", true),
                arguments("stop", ActionPreference.Stop, true),
                arguments(ActionPreference.Stop, 1, true),
                arguments(ID, ID.toString().toUpperCase(), true),
                arguments(ID.toString(), ID, true),
                arguments(URI.create("http://h/"), "http://h/", true),
                arguments('a', "A", true));
    }

    @ParameterizedTest
    @MethodSource("equalities")
    void comparesByTheTypeOnTheLeft(Object left, Object right, boolean expected) {
        assertThat(Conversion.equal(left, right, false)).isEqualTo(expected);
    }

    @Test
    void distinguishesCaseWhenAsked() {
        assertThat(Conversion.equal("ABC", "abc", true)).isFalse();
        assertThat(Conversion.compare("a", "A", true)).isNegative();
        assertThat(Conversion.compare("a", "A", false)).isZero();
    }

    @Test
    void ordersByTheTypeOnTheLeft() {
        assertThat(Conversion.compare(10, "9", false)).isPositive();
        assertThat(Conversion.compare("10", 9, false)).isNegative();
        assertThat(Conversion.compare(null, 1, false)).isNegative();
        assertThat(Conversion.compare("b", "A", false)).isPositive();
        assertThat(Conversion.compare(Duration.ofHours(1), "00:30", false)).isPositive();
        assertThatThrownBy(() -> Conversion.compare(1, "x", false)).isInstanceOf(ConversionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "*,'',true",
        "a*c,ABC,true",
        "a?c,abc,true",
        "a?c,ac,false",
        "[a-c]x,Bx,true",
        "[a-c]x,dx,false",
        "[abc]*,cat,true",
        "`*,*,true",
        "`*,a,false",
        "a.c,abc,false",
        "job[1],job1,true"
    })
    void matchesWildcards(String pattern, String text, boolean expected) {
        assertThat(Conversion.wildcard(pattern, false).test(text)).isEqualTo(expected);
    }

    @Test
    void takesListsArraysAndIteratorsApartButNotMapsAndTexts() {
        assertThat(Conversion.enumerate(Arrays.asList(1, null))).containsExactly(1, null);
        assertThat(Conversion.enumerate(new String[] {"a"})).containsExactly("a");
        assertThat(Conversion.enumerate("ab")).containsExactly("ab");
        assertThat(Conversion.enumerate(Map.of("a", 1))).hasSize(1);
        assertThat(Conversion.enumerate(null)).containsExactly((Object) null);
    }

    static Stream<Arguments> formats() {
        ZonedDateTime time = ZonedDateTime.of(2026, 1, 2, 15, 4, 5, 67_000_000, ZoneOffset.UTC);
        return Stream.of(
                arguments("{0:N2} MB", 1234.5, "1,234.50 MB"),
                arguments("{0:N0}", 1234567, "1,234,567"),
                arguments("{0:P}", 0.5, "50.00%"),
                arguments("{0:P0}", 0.256, "26%"),
                arguments("{0:F1}", -0.25, "-0.3"),
                arguments("{0:D3}", 7, "007"),
                arguments("{0:X8}", -2145386480, "80200010"),
                arguments("0x{0:x}", 255, "0xff"),
                arguments("{0:00}:{0:0.0}", 7, "07:7.0"),
                arguments("{0:#,##0.##}", 1234.5, "1,234.5"),
                arguments("{0:0%}", 0.5, "50%"),
                arguments("{0:E2}", 12345, "1.23E+004"),
                arguments("{0,5}|{0,-5}|", "ab", "   ab|ab   |"),
                arguments("{{{0}}}", 1, "{1}"),
                arguments("{0:yyyy-MM-dd HH:mm:ss.fff}", time, "2026-01-02 15:04:05.067"),
                arguments("{0:ddd d MMM yy h:mm tt}", time, "Fri 2 Jan 26 3:04 PM"),
                arguments("{0}", time, "1/2/2026 3:04:05 PM"),
                arguments("{0:o}", time, "2026-01-02T15:04:05.0670000Z"),
                arguments("{0:hh\\:mm\\:ss}", Duration.ofSeconds(3661), "01:01:01"),
                arguments("{0:B}", ID, "{c0dd3d8c-c3a2-4562-8324-80b19224879c}"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void formatsAsDotNetDoes(String format, Object value, String text) {
        assertThat(Formats.composite(format, List.of(value))).isEqualTo(text);
    }

    @Test
    void refusesMalformedFormats() {
        assertThatThrownBy(() -> Formats.composite("{1}", List.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Formats.composite("{0", List.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Formats.composite("{0:D2}", List.of(1.5)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
