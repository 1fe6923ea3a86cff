<#
.SYNOPSIS
  Checks a list of URLs and writes a CSV.
#>
[CmdletBinding()]
Param([string[]]$Paths = @('file1.txt','file2.txt','missing.txt','index.html'))
$results = @()
ForEach ($p in $Paths) {
    $row = "" | Select-Object Url, Status, Length, Ms
    $row.Url = $p
    $time = Measure-Command {
        Try {
            $r = Invoke-WebRequest -Uri "$env:SRV/$p" -UseBasicParsing -ErrorAction Stop
            $row.Status = $r.StatusCode
            $row.Length = $r.RawContentLength
        } Catch {
            $row.Status = [int]$_.Exception.Response.StatusCode
        }
    }
    $row.Ms = $time.TotalMilliseconds -ge 0
    $results += $row
}
$results | Sort-Object Status, Url | Format-Table -AutoSize
$results | Where-Object {$_.Status -ge 400} | ForEach-Object { Write-Warning "$($_.Url) returned $($_.Status)" }
$results | Export-Csv -Path "$env:OUT/urls.csv" -NoTypeInformation -Encoding UTF8
Import-Csv "$env:OUT/urls.csv" | Group-Object Status | Select-Object Name, Count | Sort-Object Name | ForEach-Object { "$($_.Name) x$($_.Count)" }

#>>
#> Url         Status Length   Ms
#> ---         ------ ------   --
#> file1.txt      200     10 True
#> file2.txt      200     10 True
#> index.html     200    293 True
#> missing.txt    404      0 True
#>>
#> WARNING: missing.txt returned 404
#> 200 x3
#> 404 x1
