# Log functions take empty lines; other parameters say what they refuse.
function Add-Line {
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Text,
        [Parameter()][AllowNull()][object]$Data,
        [Parameter()][AllowEmptyCollection()][string[]]$Tags = @()
    )
    "[$Text] $($Tags.Count)"
}
Add-Line ''
Add-Line 'x' -Tags @()
function Set-Plan {
    param(
        [ValidateNotNullOrEmpty()][string]$Name = 'plan',
        [ValidateRange(1, 5)][int]$Retries = 1,
        [ValidateRange('Positive')][int]$Hours = 1,
        [ValidateLength(2, 4)][string]$Code = 'ab',
        [ValidateCount(1, 2)][string[]]$Hosts = @('a')
    )
    "$Name/$Retries/$Hours/$Code/$($Hosts.Count)"
}
Set-Plan -Retries 5 -Code abcd
foreach ($bad in @{ Name = '' }, @{ Retries = 9 }, @{ Retries = 0 }, @{ Hours = -1 }, @{ Code = 'a' }, @{ Code = 'abcde' }, @{ Hosts = 'a', 'b', 'c' }) {
    try { Set-Plan @bad } catch { $_.Exception.Message -replace "^Cannot validate argument on parameter '(\w+)'\.", '$1:' }
}
try { Set-Plan -Retries 9 } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.ToString() }
try { Add-Line $null -Data $null } catch { 'no null' }

#> [] 0
#> [x] 0
#> plan/5/1/abcd/1
#> Name: The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.
#> Retries: The 9 argument is greater than the maximum allowed range of 5. Supply an argument that is less than or equal to 5 and then try the command again.
#> Retries: The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or equal to 1 and then try the command again.
#> Hours: The argument "-1" cannot be validated because its value is not greater than zero.
#> Code: The character length of the 1 argument is too short. Specify an argument with a length that is greater than or equal to "2", and then try the command again.
#> Code: The character length of the 5 argument is too long. Shorten the character length of the argument so it is fewer than or equal to "4" characters, and then try the command again.
#> Hosts: The parameter requires at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided.
#> ParameterArgumentValidationError,Set-Plan
#> InvalidData: (:) [Set-Plan], ParameterBindingValidationException
#> [] 0
