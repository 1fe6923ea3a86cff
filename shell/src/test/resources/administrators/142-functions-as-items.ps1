# Functions by their drive, texts for XML, formats with many places.
function Get-Greeting { "hi" }
function Get-Other { "other" }
$f = Get-Item function:Get-Greeting; "$($f.Name) $($f.CommandType) $($f.Definition.Trim())"
(Get-ChildItem function:Get-*er).Name
Remove-Item function:Get-Greeting
Test-Path function:Get-Greeting; Test-Path function:Get-Other; try { Get-Greeting } catch { 'gone' }
[System.Security.SecurityElement]::Escape("<a b='1'>Tom & `"Jo`"</a>")
$sb = [System.Text.StringBuilder]::new()
[void]$sb.AppendFormat('{0}|{1}|{2}|{3:N1};', 1, 'b', $null, 4.5).AppendLine().AppendFormat('{0}+{1}', @(7, 8)).AppendFormat(' {0}', 'end')
$sb.ToString()

#> Get-Greeting Function "hi"
#> Get-Other
#> False
#> True
#> gone
#> &lt;a b=&apos;1&apos;&gt;Tom &amp; &quot;Jo&quot;&lt;/a&gt;
#> 1|b||4.5;
#> 7+8 end
