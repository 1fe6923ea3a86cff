$file = Join-Path $env:OUT 'cred.json'
function Save-Secret {
    param([Parameter(Mandatory)][pscredential]$Credential, [string]$Path)
    @{
        User = $Credential.UserName
        Pass = $Credential.Password | ConvertFrom-SecureString -Key (1..16)
    } | ConvertTo-Json | Set-Content -Path $Path
}
function Read-Secret([string]$Path) {
    $j = Get-Content $Path -Raw | ConvertFrom-Json
    $sec = $j.Pass | ConvertTo-SecureString -Key (1..16)
    [pscredential]::new($j.User, $sec)
}
$c = [pscredential]::new('svc', ('S3cret!' | ConvertTo-SecureString -AsPlainText -Force))
Save-Secret -Credential $c -Path $file
(Get-Content $file -Raw).Contains('S3cret!')
$back = Read-Secret $file
$back.UserName
$back.GetNetworkCredential().Password
$back.Password.GetType().Name
$back -is [System.Management.Automation.PSCredential]
$basic = '{0}:{1}' -f $back.UserName, $back.GetNetworkCredential().Password
$auth = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($basic))
$auth.Substring(0, 10)
Start-BitsTransfer -Source "$env:SRV/file1.txt" -Destination "$env:OUT/f.txt" -CustomHeaders "Authorization: $auth", 'X-Tool: test'
Test-Path "$env:OUT/f.txt"
$job = Start-BitsTransfer "$env:SRV/file2.txt" "$env:OUT/g.txt" -Suspended -Credential $back -Authentication Basic -DisplayName creds
$job | Set-BitsTransfer -RetryInterval 120 -RetryTimeout 3600 -MaxDownloadTime 7200 | Select-Object RetryInterval, RetryTimeout, MaxDownloadTime | Format-List
$job | Resume-BitsTransfer
Test-Path "$env:OUT/g.txt"
"$c"
"[$($back.Password)]"

#> False
#> svc
#> S3cret!
#> SecureString
#> True
#> Basic c3Zj
#> True
#>>
#> RetryInterval   : 120
#> RetryTimeout    : 3600
#> MaxDownloadTime : 7200
#>>
#> True
#> System.Management.Automation.PSCredential
#> [System.Security.SecureString]
