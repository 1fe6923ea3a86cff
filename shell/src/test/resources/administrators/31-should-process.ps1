function Remove-OldDownload {
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]
    [OutputType([int])]
    param(
        [Parameter(Mandatory = $true, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('FullName', 'PSPath')]
        [string[]]$Path,
        [ValidateRange(0, 3650)]
        [int]$Days = 30
    )
    begin {
        $removed = 0
        $limit = (Get-Date).AddDays(-$Days)
        Write-Verbose "Limit is $Days days"
    }
    process {
        foreach ($p in $Path) {
            $item = Get-Item -LiteralPath $p
            if ($item.LastWriteTime -gt $limit) { Write-Verbose "keeping $($item.Name)"; continue }
            if ($PSCmdlet.ShouldProcess($item.Name, 'Remove')) {
                Remove-Item -LiteralPath $p -Force
                $removed++
            }
        }
    }
    end { $removed }
}
$dir = New-Item -ItemType Directory -Path (Join-Path $env:OUT 'old') -Force
1..3 | % { Set-Content -Path (Join-Path $dir "f$_.tmp") -Value "x$_" }
(Get-Item "$dir/f1.tmp").LastWriteTime = (Get-Date).AddDays(-90)
(Get-Item "$dir/f2.tmp").LastWriteTime = [datetime]'2020-01-02'
Get-ChildItem $dir | Remove-OldDownload -WhatIf
Get-ChildItem $dir | Remove-OldDownload -Verbose -Confirm:$false
(Get-ChildItem $dir).Name
try { Remove-OldDownload -Path "$dir/f3.tmp" -Days 9999 }
catch [System.Management.Automation.ParameterBindingException] { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }

#> What if: Performing the operation "Remove" on target "f1.tmp".
#> What if: Performing the operation "Remove" on target "f2.tmp".
#> 0
#> VERBOSE: Limit is 30 days
#> VERBOSE: Performing the operation "Remove" on target "f1.tmp".
#> VERBOSE: Performing the operation "Remove File" on target "@OUT@/old/f1.tmp".
#> VERBOSE: Performing the operation "Remove" on target "f2.tmp".
#> VERBOSE: Performing the operation "Remove File" on target "@OUT@/old/f2.tmp".
#> VERBOSE: keeping f3.tmp
#> 2
#> f3.tmp
#> ParameterArgumentValidationError,Remove-OldDownload
#> InvalidData
