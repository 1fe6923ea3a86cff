$ErrorActionPreference = 'Stop'
$tools = @'
[
  { "name": "alpha", "url": "{SRV}/file1.txt", "args": ["/quiet", "/norestart"], "expect": 0 },
  { "name": "beta",  "url": "{SRV}/file2.txt", "args": [], "expect": 3010 },
  { "name": "gamma", "url": "{SRV}/gone.msi", "args": ["/S"], "expect": 0 }
]
'@.Replace('{SRV}', $env:SRV) | ConvertFrom-Json
function Install-Tool {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
    param([Parameter(Mandatory, ValueFromPipeline)] $Tool, [int[]] $Success = @(0, 3010, 1641))
    process {
        $installer = Join-Path $env:OUT "$($Tool.name)-setup.sh"
        Start-BitsTransfer -Source $Tool.url -Destination $installer
        Set-Content -Path $installer -Value "echo installing $($Tool.name) `$#; exit $($Tool.expect % 256)"
        if ($PSCmdlet.ShouldProcess($Tool.name, 'Install')) {
            $p = Start-Process -FilePath 'sh' -ArgumentList (@($installer) + @($Tool.args)) -Wait -PassThru -RedirectStandardOutput "$env:OUT/$($Tool.name).out"
            $code = if ($Tool.expect -gt 255) { $Tool.expect } else { $p.ExitCode }
            [pscustomobject]@{ Name = $Tool.name; Code = $code; Ok = $code -in $Success; Output = (Get-Content "$env:OUT/$($Tool.name).out") }
        }
    }
}
$results = foreach ($tool in $tools) {
    try { $tool | Install-Tool }
    catch { [pscustomobject]@{ Name = $tool.name; Code = -1; Ok = $false; Output = $_.Exception.Message -replace ':.*' } }
}
$results | Format-List
$reboot = $results.Where({ $_.Code -eq 3010 }, 'First').Count -gt 0
"reboot needed: $reboot"
$failed, $good = $results.Where({ -not $_.Ok }, 'Split')
"$($failed.Name) failed, $($good.Name -join ' and ') fine"
Install-Tool -Tool $tools[0] -WhatIf
$env:PATH -split [IO.Path]::PathSeparator | Where-Object { $_ -and (Test-Path (Join-Path $_ 'sh')) } | Select-Object -First 1 | ForEach-Object { 'found sh' }
exit $results.Where({ -not $_.Ok }).Count

#>>
#> Name   : alpha
#> Code   : 0
#> Ok     : True
#> Output : installing alpha 2
#>>
#> Name   : beta
#> Code   : 3010
#> Ok     : True
#> Output : installing beta 0
#>>
#> Name   : gamma
#> Code   : -1
#> Ok     : False
#> Output : HTTP status 404
#>>
#> reboot needed: True
#> gamma failed, alpha and beta fine
#> What if: Performing the operation "Start-BitsTransfer" on target "@SRV@/file1.txt".
#> What if: Performing the operation "Set Content" on target "Path: @OUT@/alpha-setup.sh".
#> What if: Performing the operation "Install" on target "alpha".
#> found sh
#! 1
