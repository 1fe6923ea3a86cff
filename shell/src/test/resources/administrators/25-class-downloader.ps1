enum DownloadState { Pending; Running; Done; Failed }

class DownloadItem {
    [string]$Name
    [uri]$Source
    [string]$Destination
    [DownloadState]$State = [DownloadState]::Pending
    [int]$Attempts = 0
    hidden [datetime]$Created = (Get-Date)
    static [int]$Total = 0

    DownloadItem([string]$name, [string]$source) {
        $this.Name = $name
        $this.Source = $source
        $this.Destination = Join-Path $env:OUT $this.FileName()
        [DownloadItem]::Total++
    }

    [string] FileName() {
        return [System.IO.Path]::GetFileName($this.Source.LocalPath)
    }

    [bool] Start() {
        $this.State = [DownloadState]::Running
        $this.Attempts++
        try {
            Start-BitsTransfer -Source $this.Source -Destination $this.Destination -ErrorAction Stop
            $this.State = 'Done'
            return $true
        }
        catch {
            $this.State = [DownloadState]::Failed
            return $false
        }
    }

    [string] ToString() {
        return "$($this.Name): $($this.State) after $($this.Attempts)"
    }
}

class DownloadQueue {
    [System.Collections.Generic.List[DownloadItem]]$Items = [System.Collections.Generic.List[DownloadItem]]::new()

    [void] Add([DownloadItem]$item) {
        $this.Items.Add($item)
    }

    [int] Run() {
        $ok = 0
        foreach ($item in $this.Items) {
            if ($item.Start()) { $ok++ }
        }
        return $ok
    }
}

$queue = [DownloadQueue]::new()
$queue.Add([DownloadItem]::new('first', "$env:SRV/file1.txt"))
$queue.Add([DownloadItem]::new('second', "$env:SRV/file2.txt"))
$queue.Add([DownloadItem]::new('gone', "$env:SRV/none.txt"))
$done = $queue.Run()
"$done of $([DownloadItem]::Total) downloaded"
$queue.Items | ForEach-Object { "$_" }
$queue.Items | Where-Object { $_.State -ne [DownloadState]::Done } | Select-Object Name, State, Attempts | Format-Table -AutoSize
$queue.Items[0].GetType().Name
$queue.Items[0] -is [DownloadItem]

#> 2 of 3 downloaded
#> first: Done after 1
#> second: Done after 1
#> gone: Failed after 1
#>>
#> Name  State Attempts
#> ----  ----- --------
#> gone Failed        1
#>>
#> DownloadItem
#> True
