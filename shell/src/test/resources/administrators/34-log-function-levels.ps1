$script:LogFile = "$env:OUT\run.log" -replace '\\', '/'
function Write-Log {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true, ValueFromPipeline = $true, Position = 0)]
        [ValidateNotNullOrEmpty()]
        [Alias("LogContent")]
        [string]$Message,

        [Parameter(Mandatory = $false)]
        [Alias('LogPath')]
        [string]$Path = $script:LogFile,

        [Parameter(Mandatory = $false)]
        [ValidateSet("Error", "Warn", "Info")]
        [string]$Level = "Info",

        [Parameter(Mandatory = $false)]
        [switch]$NoClobber
    )
    Begin { $VerbosePreference = 'Continue' }
    Process {
        if ((Test-Path $Path) -AND $NoClobber) {
            Write-Error "Log file $Path already exists, and you specified NoClobber."
            Return
        }
        elseif (!(Test-Path $Path)) {
            Write-Verbose "Creating log."
            $NewLogFile = New-Item $Path -Force -ItemType File
        }
        $FormattedDate = Get-Date -Date '2024-02-29 13:05:09' -Format "yyyy-MM-dd HH:mm:ss"
        switch ($Level) {
            'Error' { Write-Error $Message; $LevelText = 'ERROR:' }
            'Warn'  { Write-Warning $Message; $LevelText = 'WARNING:' }
            'Info'  { Write-Verbose $Message; $LevelText = 'INFO:' }
        }
        "$FormattedDate $LevelText $Message" | Out-File -FilePath $Path -Append
    }
    End {}
}
Write-Log 'begin'
'one', 'two' | Write-Log -Level Warn
Write-Log -Message 'bad thing' -Level Error 2>$null
Get-Content $script:LogFile
(Get-Item $script:LogFile).Length

#> VERBOSE: Creating log.
#> VERBOSE: Performing the operation "Create File" on target "Destination: @OUT@/run.log".
#> VERBOSE: begin
#> VERBOSE: Performing the operation "Output to File" on target "@OUT@/run.log".
#> WARNING: one
#> VERBOSE: Performing the operation "Output to File" on target "@OUT@/run.log".
#> WARNING: two
#> VERBOSE: Performing the operation "Output to File" on target "@OUT@/run.log".
#> VERBOSE: Performing the operation "Output to File" on target "@OUT@/run.log".
#> 2024-02-29 13:05:09 INFO: begin
#> 2024-02-29 13:05:09 WARNING: one
#> 2024-02-29 13:05:09 WARNING: two
#> 2024-02-29 13:05:09 ERROR: bad thing
#> 135
