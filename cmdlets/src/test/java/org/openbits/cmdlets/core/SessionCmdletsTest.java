package org.openbits.cmdlets.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbits.automation.CmdletException;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.PSCredential;
import org.openbits.automation.SecureText;

/** Messages, questions, variables, help and commands. */
class SessionCmdletsTest {

    private final CoreShell shell = new CoreShell(Path.of("/"));

    @Test
    void writeHostJoinsWords() {
        shell.run("Write-Host", "a", List.of(1, 2));
        shell.run("Write-Host", List.of("x", "y"), "-Separator", "+");
        assertThat(shell.runtime.printed()).isEqualTo("a 1 2\nx+y\n");
    }

    @Test
    void writeOutputTakesListsApart() {
        assertThat(shell.run("echo", "a", "b")).containsExactly("a", "b");
        assertThat(shell.run("echo", List.of(1, 2))).containsExactly(1, 2);
        assertThat(shell.run("echo", List.of(1, 2), "-NoEnumerate")).containsExactly(List.of(1, 2));
    }

    @Test
    void writeErrorHasTheIdThatItIsGiven() {
        shell.run("Write-Error", "no such host", "-ErrorId", "HostUnknown", "-Category", "ObjectNotFound");
        assertThat(shell.errorId()).isEqualTo("HostUnknown");
        shell.runtime.errors.clear();
        shell.run("Write-Error", "plain");
        assertThat(shell.errorId()).isEqualTo("Microsoft.PowerShell.Commands.WriteErrorException");
    }

    @Test
    void progressBeyondAHundredIsRefused() {
        shell.run("Write-Progress", "Copy", "-PercentComplete", 50);
        assertThat(shell.runtime.progress.get(0).percent()).isEqualTo(50);
        assertThatThrownBy(() -> shell.run("Write-Progress", "Copy", "-PercentComplete", 101))
                .extracting(e -> ((CmdletException) e).record().fullyQualifiedErrorId())
                .isEqualTo("ParameterArgumentValidationError,Microsoft.PowerShell.Commands.WriteProgressCommand");
    }

    @Test
    void credentialsAreAskedFor() {
        shell.runtime.answers.add("secret");
        PSCredential credential =
                (PSCredential) shell.run("Get-Credential", "user01").get(0);
        assertThat(credential.userName()).isEqualTo("user01");
        assertThat(credential.password().reveal()).containsExactly("secret".toCharArray());
        assertThat(shell.runtime.prompts).containsExactly("Password for user user01: ");
    }

    @Test
    void questionsWithoutAnybodyEndTheCommand() {
        assertThatThrownBy(() -> shell.run("Read-Host", "Name")).hasMessageContaining("Nobody is there to answer");
    }

    @Test
    void secureStringsGoThereAndBack() {
        Object secret = shell.run("ConvertTo-SecureString", "abc", "-AsPlainText", "-Force")
                .get(0);
        assertThat(secret).isInstanceOf(SecureText.class).hasToString("System.Security.SecureString");
        assertThat(shell.run("ConvertFrom-SecureString", secret, "-AsPlainText"))
                .containsExactly("abc");
        assertThatThrownBy(() -> shell.run("ConvertTo-SecureString", "abc")).isInstanceOf(CmdletException.class);
    }

    @Test
    void variables() {
        shell.run("Set-Variable", "answer", 42);
        assertThat(shell.run("Get-Variable", "ans*", "-ValueOnly")).containsExactly(42);
        shell.run("New-Variable", "answer", 1);
        assertThat(shell.errorId()).isEqualTo("VariableAlreadyExists,Microsoft.PowerShell.Commands.NewVariableCommand");
        shell.runtime.errors.clear();
        shell.run("Remove-Variable", "answer");
        shell.run("Get-Variable", "answer");
        assertThat(shell.errorId()).isEqualTo("VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand");
    }

    @Test
    void theEnvironmentIsADrive() {
        assertThat(shell.run("ls", "Env:HO*")).map(v -> Members.get(v, "Value")).containsExactly("/home/somebody");
        shell.run("Remove-Item", "Env:HOME");
        assertThat(shell.environment).isEmpty();
    }

    @Test
    void commandsAreFound() {
        Object found = shell.run("gcm", "sort-object").get(0);
        assertThat(Members.get(found, "CommandType")).isEqualTo("Cmdlet");
        HashTable parameters = (HashTable) Members.get(found, "Parameters");
        assertThat(parameters.containsKey("descending")).isTrue();
        assertThat(parameters.containsKey("Verbose")).isTrue();
        assertThat(shell.run("gcm", "-Noun", "Object")).hasSizeGreaterThan(6);
        assertThat(shell.run("gcm", "greet"))
                .map(c -> Members.get(c, "CommandType"))
                .containsExactly("Function");
        assertThat(shell.run("gcm", "Get-Random", "-Syntax").get(0).toString())
                .startsWith("Get-Random [[-Maximum] <Object>]");
    }

    @Test
    void anUnknownCommandIsAnErrorButAPatternIsNot() {
        assertThat(shell.run("gcm", "Get-Nothing*")).isEmpty();
        assertThat(shell.runtime.errors).isEmpty();
        shell.run("gcm", "Get-Nothing");
        assertThat(shell.errorId())
                .isEqualTo("CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand");
    }

    @Test
    void aliasesAreMadeShownAndTakenAway() {
        shell.run("Set-Alias", "gd", "Get-Date");
        assertThat(shell.shown(shell.run("Get-Alias", "gd"))).contains("Alias           gd -> Get-Date");
        shell.run("New-Alias", "gd", "Get-Date");
        assertThat(shell.errorId()).isEqualTo("AliasAlreadyExists,Microsoft.PowerShell.Commands.NewAliasCommand");
        shell.run("Remove-Alias", "gd");
        assertThat(shell.run("gcm", "g[d]", "-CommandType", "Alias")).isEmpty();
    }

    @Test
    void theUsualAliasesAreThere() {
        Map<String, String> usual = Map.ofEntries(
                Map.entry("?", "Where-Object"),
                Map.entry("%", "ForEach-Object"),
                Map.entry("select", "Select-Object"),
                Map.entry("sort", "Sort-Object"),
                Map.entry("ft", "Format-Table"),
                Map.entry("fl", "Format-List"),
                Map.entry("gci", "Get-ChildItem"),
                Map.entry("ls", "Get-ChildItem"),
                Map.entry("dir", "Get-ChildItem"),
                Map.entry("rm", "Remove-Item"),
                Map.entry("cd", "Set-Location"),
                Map.entry("echo", "Write-Output"),
                Map.entry("cat", "Get-Content"),
                Map.entry("sleep", "Start-Sleep"),
                Map.entry("ipmo", "Import-Module"),
                Map.entry("measure", "Measure-Object"),
                Map.entry("group", "Group-Object"),
                Map.entry("tee", "Tee-Object"),
                Map.entry("cls", "Clear-Host"),
                Map.entry("gcm", "Get-Command"),
                Map.entry("gal", "Get-Alias"),
                Map.entry("sal", "Set-Alias"),
                Map.entry("man", "Get-Help"),
                Map.entry("help", "Get-Help"));
        assertThat(shell.runtime.registry.aliases()).containsAllEntriesOf(usual);
    }

    @Test
    void modulesLoadSilentlyAndAgain() {
        shell.run("ipmo", "Microsoft.PowerShell.Utility");
        shell.run("ipmo", "OpenBits.Core", "-Force");
        assertThat(shell.runtime.errors).isEmpty();
        shell.run("ipmo", "Pester");
        assertThat(shell.errorId())
                .isEqualTo("Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand");
    }

    @Test
    void helpPages() {
        String brief = text(shell.run("man", "Sort-Object"));
        assertThat(brief)
                .contains("NAME\n    Sort-Object", "SYNTAX\n    Sort-Object [[-Property] <Object[]>]", "REMARKS");
        assertThat(text(shell.run("man", "sort", "-Examples"))).contains("EXAMPLE 1", "PS> 3, 1, 2 | Sort-Object");
        assertThat(text(shell.run("man", "Sort-Object", "-Full"))).containsPattern("Position\\? +0");
        assertThat(text(shell.run("man", "Sort-Object", "-Parameter", "desc*")))
                .contains("-Descending", "Greatest first.");
        assertThat(shell.run("man", "*-Item")).map(h -> Members.get(h, "Name")).contains("Copy-Item", "Move-Item");
        shell.run("man", "Get-Nothing");
        assertThat(shell.errorId()).isEqualTo("HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand");
    }

    @Test
    void textAndBlocksRun() {
        assertThat(shell.run("iex", "1 + 1")).containsExactly("ran 1 + 1");
        assertThat(shell.run("icm", CoreShell.block(x -> 7))).containsExactly(7);
        assertThat(shell.run("history", "-Count", 1))
                .map(h -> Members.get(h, "CommandLine"))
                .containsExactly("Get-Help");
    }

    @Test
    void programsRunAndTellTheirExitCode() {
        Object process = shell.run("Start-Process", "sh", List.of("-c", "\"exit 3\""), "-Wait", "-PassThru")
                .get(0);
        assertThat(Members.get(process, "ExitCode")).isEqualTo(3);
        assertThatThrownBy(() -> shell.run("saps", "no-such-program"))
                .extracting(e -> ((CmdletException) e).record().fullyQualifiedErrorId())
                .isEqualTo("InvalidOperationException,Microsoft.PowerShell.Commands.StartProcessCommand");
    }

    private static String text(List<Object> lines) {
        return String.join("\n", lines.stream().map(String::valueOf).toList());
    }
}
