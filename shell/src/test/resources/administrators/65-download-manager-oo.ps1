using namespace System.Collections.Generic
using namespace System.IO

enum Priority { Low = 1; Normal = 5; High = 10 }

class TransferError : System.Exception {
    [string]$Url
    TransferError([string]$message, [string]$url) : base($message) { $this.Url = $url }
}

class Logger {
    hidden [List[string]]$lines = [List[string]]::new()
    [void] Write([string]$text) { $this.lines.Add(("[{0:d2}] {1}" -f ($this.lines.Count + 1), $text)) }
    [string[]] Tail([int]$n) { return $this.lines | Select-Object -Last $n }
}

class Manager {
    static [int] $Created
    [Dictionary[string, object]] $Jobs = [Dictionary[string, object]]::new()
    [Logger] $Log
    [ValidateRange(1, 8)] [int] $Parallel = 2
    Manager() { $this.Init([Logger]::new()) }
    Manager([Logger]$log) { $this.Init($log) }
    hidden Init([Logger]$log) { $this.Log = $log; [Manager]::Created++ }

    [Manager] Add([string]$url) { return $this.Add($url, [Priority]::Normal) }
    [Manager] Add([string]$url, [Priority]$priority) {
        $this.Jobs[$url] = [pscustomobject]@{ Url = $url; Priority = $priority; State = 'new' }
        $this.Log.Write("added $([Path]::GetFileName($url)) as $priority ($([int]$priority))")
        return $this
    }
    [int] Run([string]$folder) {
        $done = 0
        foreach ($job in ($this.Jobs.Values | Sort-Object { [int]$_.Priority } -Descending)) {
            $target = [Path]::Combine($folder, [Path]::GetFileName($job.Url))
            try {
                Start-BitsTransfer $job.Url $target -ErrorAction Stop
                $job.State = 'done'; $done++
            }
            catch {
                $job.State = 'failed'
                throw [TransferError]::new("could not fetch: $($_.Exception.Message.Split(':')[0])", $job.Url)
            }
            finally { $this.Log.Write("$([Path]::GetFileName($job.Url)) $($job.State)") }
        }
        return $done
    }
}

$m = [Manager]::new().Add("$env:SRV/file1.txt", 'Low').Add("$env:SRV/file2.txt", 'High').Add("$env:SRV/file3.txt")
"ran $($m.Run($env:OUT))"
$m.Log.Tail(3)
try {
    $null = $m.Add("$env:SRV/gone.bin", [Priority]::High).Run($env:OUT)
}
catch [TransferError] {
    "TransferError: $($_.Exception.Message) <$(Split-Path $_.Exception.Url -Leaf)>"
}
[Manager]::Created
try { $m.Parallel = 99 } catch { 'range is kept' }
$m.Parallel
[enum]::GetNames([Priority]) -join ','
[Priority]10; [Priority]'low' -lt [Priority]::High
($m | Get-Member -Name Jobs).MemberType

#> ran 3
#> [04] file2.txt done
#> [05] file3.txt done
#> [06] file1.txt done
#> TransferError: could not fetch: HTTP status 404 <gone.bin>
#> 1
#> range is kept
#> 2
#> Low,Normal,High
#> High
#> True
#> Property
