function Get-FileFromWeb {
    <#
    .SYNOPSIS
        Downloads a file.
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param (
        [Parameter(Mandatory = $true, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Uri')]
        [ValidateNotNullOrEmpty()]
        [string[]]$Url,

        [Parameter()]
        [string]$OutputDirectory = $PWD,

        [switch]$PassThru
    )
    begin {
        Write-Verbose "Output goes to '$(Split-Path $OutputDirectory -Leaf)'"
        $count = 0
    }
    process {
        foreach ($u in $Url) {
            $file = Join-Path -Path $OutputDirectory -ChildPath ([uri]$u).Segments[-1]
            if ($PSCmdlet.ShouldProcess($u, 'Download')) {
                Start-BitsTransfer -Source $u -Destination $file
                $count++
                if ($PassThru) { Get-Item $file }
            }
        }
    }
    end { Write-Verbose "$count file(s)" }
}
'http://server/x/a.zip', 'http://server/x/b.zip' | Get-FileFromWeb -PassThru | Select-Object -ExpandProperty Name
[pscustomobject]@{ Uri = 'http://server/c.zip' } | Get-FileFromWeb -WhatIf
Test-Path c.zip
try { Get-FileFromWeb -Url '' } catch { 'refused' }
#> a.zip
#> b.zip
#> What if: Performing the operation "Download" on target "http://server/c.zip".
#> False
#> refused
