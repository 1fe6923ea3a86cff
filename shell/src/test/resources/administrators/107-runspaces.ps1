# Four downloads, two at a time, in a pool of runspaces.
$pool = [runspacefactory]::CreateRunspacePool(1, 2)
$pool.Open()
$shared = [hashtable]::Synchronized(@{})
$work = foreach ($n in 1..4) {
    $ps = [powershell]::Create()
    $ps.RunspacePool = $pool
    [void]$ps.AddScript({
            param($Number, $Address, $Folder, $Seen)
            Invoke-WebRequest "$Address/file$Number.txt" -OutFile "$Folder/r$Number.txt"
            $Seen["r$Number"] = (Get-Content "$Folder/r$Number.txt")
            "done $Number"
        }).AddArgument($n).AddArgument($env:SRV).AddArgument($env:OUT).AddArgument($shared)
    [pscustomobject]@{ Shell = $ps; Handle = $ps.BeginInvoke() }
}
while ($work.Handle.IsCompleted -contains $false) { Start-Sleep -Milliseconds 20 }
$work | ForEach-Object { $_.Shell.EndInvoke($_.Handle); $_.Shell.Dispose() }
$pool.Close(); $pool.Dispose()
$shared.Keys | Sort-Object | ForEach-Object { "$_=$($shared[$_])" }

$ps = [powershell]::Create().AddScript('param($a, $b) Write-Warning "w"; Write-Error "broken $b"; $a * 2')
$ps.AddParameters(@{ a = 21; b = 'x' }).Invoke()
$ps.HadErrors; "$($ps.Streams.Error[0])"; $ps.Streams.Warning[0].Message
try { [powershell]::Create().AddScript('throw "no way"').Invoke() } catch { $_.Exception.InnerException.Message }

$space = [runspacefactory]::CreateRunspace()
$space.Open()
$space.SessionStateProxy.SetVariable('level', 3)
$ps = [powershell]::Create(); $ps.Runspace = $space
$ps.AddScript('$level + 1; $made = 9').Invoke()
$space.SessionStateProxy.GetVariable('made')
$space.Close(); $space.RunspaceStateInfo.State

$start = [initialsessionstate]::CreateDefault()
$start.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('site', 'lab', ''))
$start.Commands.Add([System.Management.Automation.Runspaces.SessionStateFunctionEntry]::new('Get-Site', '"at $site"'))
$pool = [runspacefactory]::CreateRunspacePool($start); $pool.Open()
$ps = [powershell]::Create(); $ps.RunspacePool = $pool
$ps.AddCommand('Get-Site').Invoke()
$handle = [powershell]::Create().AddScript('Start-Sleep -Milliseconds 30; 1').BeginInvoke()
$handle.AsyncWaitHandle.WaitOne(180000)

#> done 1
#> done 2
#> done 3
#> done 4
#> r1=content 1
#> r2=content 2
#> r3=content 3
#> r4=content 4
#> 42
#> True
#> broken x
#> w
#> no way
#> 4
#> Closed
#> at lab
#> True
