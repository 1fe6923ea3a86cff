package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WindowsShellTest {

    static Stream<Arguments> lines() {
        String encoded = Base64.getEncoder().encodeToString("Get-Date; 'ä'".getBytes(StandardCharsets.UTF_16LE));
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of("-NoProfile", "-Command", "1+1"), List.of("-NoProfile", "-c", "1+1")),
                Arguments.of(
                        List.of("-Command", "&", "{Get-Date", "-Format", "s}"),
                        List.of("-c", "& {Get-Date -Format s}")),
                Arguments.of(
                        List.of("-nop", "-ep", "Bypass", "-File", "a\\b.ps1", "-Name", "c\\d"),
                        List.of("-NoProfile", "a/b.ps1", "-Name", "c\\d")),
                Arguments.of(
                        List.of(
                                "-ExecutionPolicy",
                                "Bypass",
                                "-WindowStyle",
                                "Hidden",
                                "-NonInteractive",
                                "./x.ps1",
                                "1"),
                        List.of("-NonInteractive", "./x.ps1", "1")),
                Arguments.of(List.of("-NoLogo", "-sta", "Get-Item", "x"), List.of("-c", "Get-Item x")),
                Arguments.of(List.of("-EncodedCommand", encoded), List.of("-c", "Get-Date; 'ä'")),
                Arguments.of(List.of("\u2013NoProfile", "\u2014c", "1"), List.of("-NoProfile", "-c", "1")),
                Arguments.of(List.of("-NoProfile", "-Command", "-"), List.of("-NoProfile")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void itsWordsBecomeOurs(List<String> given, List<String> ours) {
        assertThat(WindowsShell.words(given)).isEqualTo(ours);
    }

    @Test
    void isKnownByItsNames() {
        assertThat(List.of("powershell", "PowerShell.exe", "pwsh", "PWSH.EXE")).allMatch(WindowsShell::isNamed);
        assertThat(WindowsShell.isNamed("powershell_ise.exe")).isFalse();
    }
}
