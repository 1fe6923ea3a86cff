# An account spelled out, a number that is none, and a configuration whose attributes keep their order
function Get-Account {
    param([string]$Line)
    $user, $word = $Line -split ':', 2
    $secret = New-Object System.Security.SecureString
    foreach ($character in $word.ToCharArray()) { $secret.AppendChar($character) }
    $secret.MakeReadOnly()
    [pscredential]::new($user, $secret)
}
$account = Get-Account 'svc:P@ss:word'
"$($account.UserName), $($account.Password.Length) signs, read-only: $($account.Password.IsReadOnly())"
$account.GetNetworkCredential().Password
try { $account.Password.AppendChar('x') } catch { 'It does not change any more' }

$count = 5
foreach ($text in '17', 'many') { "$text is a number: $([int]::TryParse($text, [ref]$count)), $count" }

[xml]$settings = '<settings><mirror url="http://a/" name="first" active="true" /></settings>'
$settings.settings.mirror.SetAttribute('checked', 'no')
$settings.settings.mirror.SetAttribute('name', 'second')
$settings.settings.mirror.Attributes | ForEach-Object { "$($_.Name)=$($_.Value)" }
$copy = $settings.settings.mirror.CloneNode($true)
[void]$settings.settings.AppendChild($copy)
$settings.OuterXml
#> svc, 9 signs, read-only: True
#> P@ss:word
#> It does not change any more
#> 17 is a number: True, 17
#> many is a number: False, 0
#> url=http://a/
#> name=second
#> active=true
#> checked=no
#> <settings><mirror url="http://a/" name="second" active="true" checked="no" /><mirror url="http://a/" name="second" active="true" checked="no" /></settings>
