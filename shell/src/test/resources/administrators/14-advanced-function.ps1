# advanced function with pipeline input, ShouldProcess, verbose, parameter sets
function Save-WebFile {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium', DefaultParameterSetName = 'ByUrl')]
    [OutputType([System.IO.FileInfo])]
    [Alias('swf')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName, ParameterSetName = 'ByUrl', Position = 0)]
        [Alias('Uri', 'Link')]
        [ValidatePattern('^https?://')]
        [string[]]$Url,
        [Parameter(Mandatory, ParameterSetName = 'ByName')]
        [string]$Name,
        [Parameter(ValueFromPipelineByPropertyName)]
        [string]$OutFile,
        [ValidateRange(1, 10)][int]$Retry = 3,
        [switch]$PassThru
    )
    begin { Write-Verbose "start $($PSCmdlet.ParameterSetName)"; $n = 0 }
    process {
        if ($PSCmdlet.ParameterSetName -eq 'ByName') { $Url = "$env:SRV/$Name" }
        foreach ($u in $Url) {
            $target = if ($PSBoundParameters.ContainsKey('OutFile')) { $OutFile } else { Join-Path $env:OUT (Split-Path $u -Leaf) }
            if ($PSCmdlet.ShouldProcess($u, 'Download')) {
                Start-BitsTransfer -Source $u -Destination $target -ErrorAction Stop -Verbose:$false
                $n++
                if ($PassThru) { Get-Item -LiteralPath $target }
            }
        }
    }
    end { Write-Verbose "fetched $n" }
}
Save-WebFile "$env:SRV/file1.txt" -PassThru | Select-Object Name, Length
"$env:SRV/file2.txt", "$env:SRV/file3.txt" | Save-WebFile -Verbose
[pscustomobject]@{ Link = "$env:SRV/file4.txt"; OutFile = "$env:OUT/four.txt" } | Save-WebFile -PassThru | % Name
Save-WebFile -Name file1.txt -WhatIf
try { Save-WebFile 'ftp://x/y' } catch { $_.FullyQualifiedErrorId }
try { Save-WebFile "$env:SRV/a" -Retry 99 } catch { $_.Exception.Message }
swf "$env:SRV/file1.txt" -PassThru -OutVariable got | Out-Null
$got.Count
Get-Command Save-WebFile | Select-Object Name, CommandType
(Get-Command Save-WebFile).Parameters.Keys -contains 'Url'
#>>
#> VERBOSE: start ByUrl
#> VERBOSE: Performing the operation "Download" on target "@SRV@/file2.txt".
#> VERBOSE: Performing the operation "Download" on target "@SRV@/file3.txt".
#> VERBOSE: fetched 2
#> What if: Performing the operation "Download" on target "@SRV@/file1.txt".
#> Name         Length
#> ----         ------
#> file1.txt        10
#> four.txt
#> ParameterArgumentValidationError,Save-WebFile
#> Cannot validate argument on parameter 'Retry'. The 99 argument is greater than the maximum allowed range of 10. Supply an argument that is less than or equal to 10 and then try the command again.
#> 1
#> Save-WebFile
#> True
#>>
