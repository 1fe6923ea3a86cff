[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Position = 0)][ValidatePattern('^https?://')][string]$Url = "$env:SRV/file1.txt",
    [ValidateCount(1, 3)][string[]]$Names = @('a', 'b'),
    [ValidateLength(2, 10)][string]$Tag = 'tag',
    [AllowNull()][AllowEmptyString()][string]$Note,
    [ValidateSet('Json', 'Csv', IgnoreCase = $true)][string]$As = 'json',
    [Nullable[int]]$Limit,
    [switch]$Quiet
)
function Test-It {
    param(
        [ValidatePattern('^https?://', ErrorMessage = 'not a web address: {0}')][string]$Url,
        [ValidateCount(1, 2)][string[]]$Names,
        [ValidateLength(2, 4)][string]$Tag,
        [ValidateScript({ $_ -gt 0 })][int]$Positive,
        [ValidateNotNullOrEmpty()][string]$Text,
        [Parameter(Mandatory)][int]$Id
    )
    "ok $Id"
}
"$Url".Replace($env:SRV, 'srv'); $Names.Count; $As; $null -eq $Limit; $Quiet.IsPresent
$tries = @(
    @{ Id = 1; Url = 'ftp://x' }
    @{ Id = 2; Names = 'a', 'b', 'c' }
    @{ Id = 3; Tag = 'toolong' }
    @{ Id = 4; Positive = -1 }
    @{ Id = 5; Text = '' }
    @{ Id = 'x' }
    @{ Id = 6; Url = 'https://host' }
)
foreach ($try in $tries) {
    try { Test-It @try }
    catch { "{0}: {1}" -f $_.FullyQualifiedErrorId.Split(',')[0], $_.Exception.ParameterName }
}
if ($PSCmdlet.ShouldProcess('everything', 'Destroy')) { 'destroyed' }
$MyInvocation.MyCommand.Name
Split-Path $PSCommandPath -Leaf
(Split-Path $PSScriptRoot -Leaf).Length -gt 0

#> srv/file1.txt
#> 2
#> json
#> True
#> False
#> ParameterArgumentValidationError: Url
#> ParameterArgumentValidationError: Names
#> ParameterArgumentValidationError: Tag
#> ParameterArgumentValidationError: Positive
#> ParameterArgumentValidationError: Text
#> ParameterArgumentTransformationError: Id
#> ok 6
#> destroyed
#> 57-parse-arguments.ps1
#> 57-parse-arguments.ps1
#> True
