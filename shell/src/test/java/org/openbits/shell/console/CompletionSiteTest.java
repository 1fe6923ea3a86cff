package org.openbits.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.shell.console.CompletionSite.What.COMMAND;
import static org.openbits.shell.console.CompletionSite.What.MEMBER;
import static org.openbits.shell.console.CompletionSite.What.PARAMETER;
import static org.openbits.shell.console.CompletionSite.What.VALUE;
import static org.openbits.shell.console.CompletionSite.What.VARIABLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionSiteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "~COMMAND~",
                "Get-B~COMMAND~Get-B",
                "Get-A | Where-O~COMMAND~Where-O",
                "Get-A | ~COMMAND~",
                "Get-A; S~COMMAND~S",
                "$a = Get-B~COMMAND~Get-B",
                "if ($a) { Get-~COMMAND~Get-",
                "echo (Get-D~COMMAND~Get-D",
                "Get-A -~PARAMETER~-",
                "Get-A -Na~PARAMETER~-Na",
                "Get-A x -Na~PARAMETER~-Na",
                "Get-A ~VALUE~",
                "Get-A fo~VALUE~fo",
                "Get-A ./some/pa~VALUE~./some/pa",
                "Get-A 'some pa~VALUE~'some pa",
                "Get-A \"some pa~VALUE~\"some pa",
                "Get-A -Name ~VALUE~",
                "Get-A -Name fo~VALUE~fo",
                "Get-A -Name:fo~VALUE~fo",
                "Get-A -Name a, b~VALUE~b",
                "Get-A $jo~VARIABLE~$jo",
                "$jo~VARIABLE~$jo",
                "$job.Na~MEMBER~Na",
                "$job.~MEMBER~"
            })
    void seesWhatIsTyped(String text, CompletionSite.What what, String word) {
        CompletionSite site = CompletionSite.of(text == null ? "" : text);
        assertThat(site.what()).isEqualTo(what);
        assertThat(site.word()).isEqualTo(word == null ? "" : word);
    }

    @Test
    void knowsTheCommandAndTheParameter() {
        CompletionSite site = CompletionSite.of("Get-Date; Start-BitsTransfer a -Priority ");
        assertThat(site.command()).isEqualTo("Start-BitsTransfer");
        assertThat(site.parameter()).isEqualTo("Priority");
        assertThat(site.given()).containsExactly("Priority");
        assertThat(site.position()).isEqualTo(1);
    }

    @Test
    void goesOnWithTheParameterBehindAComma() {
        assertThat(CompletionSite.of("Get-A -Name a, ").parameter()).isEqualTo("Name");
        assertThat(CompletionSite.of("Get-A -Name a ").parameter()).isNull();
    }

    @Test
    void returnsToTheOuterCommandBehindBrackets() {
        CompletionSite site = CompletionSite.of("Add-BitsFile (Get-BitsTransfer -Name x) -So");
        assertThat(site.what()).isEqualTo(PARAMETER);
        assertThat(site.command()).isEqualTo("Add-BitsFile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'", "\"$(", "@'\nx", "Get-A {", "a | | b", ")", "$", "${", "-", "#x", "<# y", "Get-A `", "&"})
    void survivesUnfinishedText(String text) {
        assertThat(CompletionSite.of(text).start()).isBetween(0, text.length());
        assertThat(CompletionSite.What.values()).contains(COMMAND, VALUE, VARIABLE, MEMBER);
    }
}
