<#
.SYNOPSIS
Before the function.
#>
function Get-Outer { param($Path) $Path }

function Save-Package {
    <#
    .SYNOPSIS
        Saves a package.
    .DESCRIPTION
        Fetches it with BITS
        and checks its digest.
    .PARAMETER Name
        The name of the package.
    .EXAMPLE
        Save-Package -Name tool
        Saves the tool.
    .EXAMPLE
        'a', 'b' | Save-Package
    .NOTES
        None.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)][string]$Name, [int]$Retries = 3)
    process { $Name }
}
# .SYNOPSIS
#   In single lines.
function Get-Lines { 1 }

function Get-Bare { param($First) }

(Get-Help Save-Package).Synopsis
(Get-Help Get-Outer).Synopsis
(Get-Help Get-Lines).Synopsis
(Get-Help Get-Bare).Synopsis.Trim()
$help = Get-Help Save-Package -Full
$help.Name
$help.description[0].Text
$help.parameters.parameter | ForEach-Object { "$($_.name) $($_.required) $($_.position) $($_.description.Text)" }
$help.examples.example | ForEach-Object { $_.code }
$help.examples.example[0].remarks.Text
Get-Help Save-Package -Parameter Name | ForEach-Object { $_.type.name }
(Get-Help Start-BitsTransfer).Name
((Get-Help Start-BitsTransfer).parameters.parameter | Where-Object name -eq Priority).required
(Get-Help Suspend-BitsTransfer).Synopsis.Length -gt 10
(Get-Help Save-Package | Out-String) -match 'SYNOPSIS\s+Saves a package\.'
Get-Help No-Such -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId

#> Saves a package.
#> Before the function.
#> In single lines.
#> Get-Bare [[-First] <Object>] [<CommonParameters>]
#> Save-Package
#> Fetches it with BITS
#> and checks its digest.
#> Name true 0 The name of the package.
#> Retries false 1
#> Save-Package -Name tool
#> 'a', 'b' | Save-Package
#> Saves the tool.
#> string
#> Start-BitsTransfer
#> false
#> True
#> True
#> HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand
