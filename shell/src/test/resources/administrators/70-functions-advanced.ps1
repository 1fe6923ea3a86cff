function Get-Setting {
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName', ValueFromPipeline)]
        [string[]]$Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')]
        [int]$Id,
        [Parameter(ParameterSetName = 'All')][switch]$All,
        [hashtable]$Table = @{ one = 1; two = 2; three = 3 }
    )
    process {
        switch ($PSCmdlet.ParameterSetName) {
            'ByName' { foreach ($n in $Name) { if ($Table.ContainsKey($n)) { "$n=$($Table[$n])" } else { Write-Error -Message "No setting '$n'" -ErrorId 'NoSetting' -Category ObjectNotFound -TargetObject $n } } }
            'ById' { $Table.GetEnumerator() | Where-Object Value -eq $Id | ForEach-Object Key }
            'All' { $Table.Keys | Sort-Object }
        }
    }
}
'one', 'nope', 'two' | Get-Setting -ErrorVariable bad -ErrorAction SilentlyContinue
$bad.Count; $bad[0].FullyQualifiedErrorId; $bad[0].CategoryInfo.TargetName
Get-Setting -Id 3
(Get-Setting -All) -join ' '
try { Get-Setting -Id 1 -All } catch { $_.FullyQualifiedErrorId }
function Invoke-Outer {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)]$X)
    begin { $items = @() }
    process { $items += $X; if ($X -eq 3) { return }; Write-Debug "x=$X" }
    end { Write-Verbose "total $($items.Count)"; $items.Count }
}
1..5 | Invoke-Outer -Verbose 4>&1
function Test-Default($A = 5, $B = ($A * 2), [scriptblock]$Do = { param($n) $n + 1 }) { & $Do ($A + $B) }
Test-Default
Test-Default 1
Test-Default -B 1 -Do { 'custom' }
function Get-Many { [OutputType([int])] param([int]$Count = 3) for ($i = 0; $i -lt $Count; $i++) { $i } }
$x = Get-Many; $x.GetType().IsArray; (Get-Many 1).GetType().Name; $null -eq (Get-Many 0)
function Use-Ref([ref]$Value) { $Value.Value += 10 }
$n = 5; Use-Ref ([ref]$n); $n
function Set-Multi { $script:a1, $script:a2 = $args[0..1]; $args.Count }
Set-Multi 7 8 9; "$a1 $a2"
$sb = [scriptblock]::Create('param($p) "created $p"')
& $sb 1
Invoke-Command { param($q) "invoked $q" } -ArgumentList 2
function Fib([int]$n) { if ($n -lt 2) { $n } else { (Fib ($n - 1)) + (Fib ($n - 2)) } }
Fib 12
${function:Dyn} = { "dynamic $args" }
Dyn a b
Get-Command Fib | Select-Object -ExpandProperty CommandType
$ExecutionContext.InvokeCommand.ExpandString('n is $n')
& (Get-Command Get-Setting) -Name one
'{0} {1}' -f (Get-Setting one), ({ 'blk' }.Invoke())

#> one=1
#> two=2
#> 1
#> NoSetting,Get-Setting
#> nope
#> three
#> one three two
#> AmbiguousParameterSet,Get-Setting
#> total 5
#> 5
#> 16
#> 4
#> custom
#> True
#> Int32
#> True
#> 15
#> 3
#> 7 8
#> created 1
#> invoked 2
#> 144
#> dynamic a b
#> Function
#> n is 15
#> one=1
#> one=1 blk
