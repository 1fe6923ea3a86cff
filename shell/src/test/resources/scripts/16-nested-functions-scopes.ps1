$script:errors = 0
$results = @{}
function Test-Download {
    param([string]$Url)
    $ok = $true
    Start-BitsTransfer $Url out.bin -ErrorAction SilentlyContinue -ErrorVariable err
    if ($err) { $script:errors++; $ok = $false }
    $results[$Url] = $ok
    return $ok
}
function Invoke-All([string[]]$Urls, [scriptblock]$OnEach) {
    foreach ($u in $Urls) { & $OnEach $u (Test-Download $u) }
}
Invoke-All -Urls http://server/a, http://server/missing -OnEach { param($u, $r) "{0} = {1}" -f ($u -split '/')[-1], $r }
"errors: $errors, keys: $($results.Count)"
exit ($errors)
#> a = True
#> missing = False
#> errors: 1, keys: 2
#! 1
