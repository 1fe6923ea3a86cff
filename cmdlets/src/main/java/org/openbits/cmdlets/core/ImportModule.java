package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.ModuleFiles;
import org.openbits.automation.ModuleItem;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Import-Module}: makes the commands of a module known. */
@CmdletName(
        verb = "Import",
        noun = "Module",
        defaultSet = "Name",
        aliases = "ipmo",
        errorClass = "Microsoft.PowerShell.Commands.ImportModuleCommand")
@Help(
        synopsis = "Loads a module: a script module in a file, or one of this shell, which is there already.",
        description =
                "A .psm1 or .psd1 file, a directory that holds one of its own name, or a name in the directories of"
                        + " $env:PSModulePath. The functions run in a scope of the module's own.",
        examples = {
            @Example(title = "As the first line of a script", code = "Import-Module BitsTransfer"),
            @Example(
                    title = "A version in a range",
                    code = "Import-Module -Name BitsTransfer -MinimumVersion 1.0 -MaximumVersion"
                            + " 9.0 -SkipEditionCheck -PassThru"),
            @Example(
                    title = "Anew, with a setting and prefix",
                    code = "Set-Content greet.psm1 'param($who) function Get-Greeting { \"Hello,"
                            + " $who\" }'; Import-Module -Name ./greet.psm1 -ArgumentList Ann -Prefix"
                            + " My -Force; Get-MyGreeting"),
            @Example(
                    title = "A part of a module",
                    code = "Set-Content max.psm1 '$max = 3; function Get-Max { $max };"
                            + " Export-ModuleMember -Function * -Variable *'; Import-Module"
                            + " ./max.psm1 -Function Get-Max -Variable max -Scope Local -NoClobber"),
            @Example(
                    title = "With its alias",
                    code = "Set-Content say.psm1 'function Say-It { 1 }; Set-Alias say Say-It;"
                            + " Export-ModuleMember -Function Say-It -Alias say'; Import-Module"
                            + " ./say.psm1 -Global -Alias say -Cmdlet * -DisableNameChecking"),
            @Example(
                    title = "Exactly this version",
                    code = "Set-Content exact.psm1 'function Get-Exact { 1 }'; Set-Content"
                            + " exact.psd1 '@{ RootModule = \"exact.psm1\"; ModuleVersion = \"1.2\" }';"
                            + " Import-Module ./exact.psd1 -RequiredVersion 1.2")
        })
final class ImportModule extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The modules.")
    private List<String> name = List.of();

    @Parameter(help = "Loads a file again that is loaded already.")
    private boolean force;

    @Parameter(help = "What the script of the module gets as $args or by its parameters.")
    private List<Object> argumentList = List.of();

    @Parameter(help = "What stands before the nouns of its functions, so that they take nobody's name.")
    private String prefix = "";

    @Parameter(wildcards = true, help = "The functions to make known; the others stay inside.")
    private List<String> function = List.of("*");

    @Parameter(aliases = "Version", help = "The least version; an older module is an error.")
    private String minimumVersion = "";

    @Parameter(help = "The version it must have.")
    private String requiredVersion = "";

    @Parameter(help = "Accepted: all sessions see the same commands.")
    private boolean global;

    @Parameter(
            values = {"Local", "Global"},
            help = "Accepted: what a module exports is known to the whole session.")
    private String scope = "";

    @Parameter(help = "Accepted: every module is of this edition.")
    private boolean skipEditionCheck;

    @Parameter(help = "Accepted: no name is refused.")
    private boolean disableNameChecking;

    @Parameter(help = "Gives the modules.")
    private boolean passThru;

    @Parameter(help = "The highest version; a newer module is an error.")
    private String maximumVersion = "";

    @Parameter(help = "Leaves functions alone that are known already.")
    private boolean noClobber;

    @Parameter(help = "Accepted: cmdlets of this shell are known anyway.")
    private List<String> cmdlet = List.of();

    @Parameter(help = "Accepted: aliases of a module are known anyway.")
    private List<String> alias = List.of();

    @Parameter(help = "Accepted: a module says itself which variables it exports.")
    private List<String> variable = List.of();

    @Override
    protected void process() {
        for (String wanted : name) {
            List<ModuleItem> found = found(wanted);
            ModuleItem unfit = found.stream().filter(this::isUnfit).findFirst().orElse(null);
            if (unfit != null) {
                writeError(Failures.of(
                        "Modules_ModuleWithVersionNotFound",
                        ErrorCategory.ResourceUnavailable,
                        wanted,
                        "The specified module '" + wanted + "' with version '"
                                + (requiredVersion.isEmpty() ? minimumVersion : requiredVersion)
                                + "' was not loaded: what is here has version '" + unfit.version() + "'."));
                continue;
            }
            if (found.isEmpty() && !Modules.isBuiltIn(wanted)) {
                writeError(Failures.of(
                        "Modules_ModuleNotFound",
                        ErrorCategory.ResourceUnavailable,
                        wanted,
                        "The specified module '" + wanted + "' was not loaded because no valid module file was found in"
                                + " any module directory."));
            }
            if (passThru) {
                found.forEach(this::write);
            }
        }
    }

    /** Whether its version is not the wanted one; parts of the shell have none and are always new enough. */
    private boolean isUnfit(ModuleItem module) {
        if (module.version().isEmpty()) {
            return false;
        }
        return !requiredVersion.isEmpty() && compare(module.version(), requiredVersion) != 0
                || !maximumVersion.isEmpty() && compare(module.version(), maximumVersion) > 0
                || !minimumVersion.isEmpty()
                        && compare(module.version(), minimumVersion) < 0
                        && !module.name().equals("BitsTransfer");
    }

    private static int compare(String left, String right) {
        String[] one = left.split("\\.");
        String[] other = right.split("\\.");
        for (int part = 0; part < Math.max(one.length, other.length); part++) {
            int difference = Integer.compare(number(one, part), number(other, part));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int index) {
        return index < parts.length && parts[index].matches("\\d{1,9}") ? Integer.parseInt(parts[index]) : 0;
    }

    private List<ModuleItem> found(String wanted) {
        ModuleFiles.Loading how = new ModuleFiles.Loading(force, argumentList, prefix, function, noClobber);
        ModuleFiles files = runtime().service(Session.class).modules();
        boolean isFile = wanted.matches("(?i).*([/\\\\].*|\\.psm1|\\.ps1)");
        ModuleItem module = files == null || !isFile ? null : files.load(wanted, how);
        if (module != null) {
            return List.of(module);
        }
        List<ModuleItem> own = Modules.matching(runtime(), PathText.leaf(wanted).replaceFirst("(?i)\\.psd1$", ""));
        module = own.isEmpty() && files != null && !isFile ? files.load(wanted, how) : null;
        return module == null ? own : List.of(module);
    }
}
