package org.openbits.shell;

/** What {@code bits --help} says, and the version. */
final class Usage {

    static final String TEXT = """
            bits                            a prompt
            bits -c 'COMMANDS' [ARGUMENT...]   run commands
            bits SCRIPT.ps1 [ARGUMENT...]   run a PowerShell script; also SCRIPT.groovy
            bits < FILE                     run commands from standard input
            bits service start|stop|status  the background service; --json for programs
            bits service install|uninstall|unit   start it after a reboot; or print the entry that would
            bits serve DIRECTORY [OPTION...]  the BITS server of a directory; --help tells more
            bits bitsadmin /SWITCH...       the switches of bitsadmin; /help lists them
            bits jshell [ARGUMENT...]       Java's own shell, with every command as a method

            Examples
              bits -c 'Start-BitsTransfer http://host/big.iso ./big.iso'
              bits -c 'Get-BitsTransfer | Format-Table DisplayName, JobState' --json
              bits -c 'Get-Help Start-BitsTransfer -Examples'

            Options, before a script
              -NoProfile          do not run the profile
              -NonInteractive     never ask; also --no-input
              -NoService          run jobs in this process, without the background service
              -Lenient            only errors that end a script set the exit code, as in PowerShell
              --groovy            everything is Groovy
              --json              write results as one JSON list
              --json-lines        write each result as a line of JSON
              --version, --help

            Exit codes: 0 done, 1 failed, 2 wrong usage, 3 source not found, 4 not allowed at the source,
            5 network trouble (try again), 6 wrong content, 7 local disk, 8 out of time and still running,
            9 held by a policy, 10 cancelled, 11 service not reachable, 12 done in part.""";

    private Usage() {}

    static String version() {
        String version = Usage.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
