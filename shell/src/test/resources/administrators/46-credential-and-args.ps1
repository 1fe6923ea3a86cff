$secure = ConvertTo-SecureString 'p@ss w0rd' -AsPlainText -Force
$cred = New-Object System.Management.Automation.PSCredential ('DOM\user', $secure)
$cred.UserName
$cred.GetNetworkCredential().Password
$cred.GetNetworkCredential().Domain
$plain = [Runtime.InteropServices.Marshal]::PtrToStringAuto([Runtime.InteropServices.Marshal]::SecureStringToBSTR($secure))
$plain.Length
$params = @{
    Source      = "$env:SRV/file1.txt", "$env:SRV/file2.txt"
    Destination = "$env:OUT/1.txt", "$env:OUT/2.txt"
    Credential  = $cred
    Authentication = 'Basic'
}
if ($false) { $params['ProxyUsage'] = 'NoProxy' }
Start-BitsTransfer @params
(Get-ChildItem $env:OUT).Count
function Show-Args { "{0} args: {1}" -f $args.Count, ($args -join ',') }
Show-Args 1 two '3 4'
$list = 'a', 'b'
Show-Args @list c
function Show-Named($First, [switch]$Flag, [Parameter(ValueFromRemainingArguments)]$Rest) { "$First|$Flag|$Rest" }
Show-Named -Flag one two three
Show-Named one -Flag:$false
function Test-Bound { [CmdletBinding()] param($A, $B) $PSBoundParameters.Keys -join ','; $PSBoundParameters.ContainsKey('B') }
Test-Bound -A 1
Test-Bound -B $null 5

#> DOM\user
#> p@ss w0rd
#> DOM
#> 9
#> 2
#> 3 args: 1,two,3 4
#> 3 args: a,b,c
#> one|True|two three
#> one|False|
#> A
#> False
#> A,B
#> True
