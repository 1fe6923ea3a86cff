# Facts of the machine that maintenance scripts ask for.
$drive = [IO.DriveInfo]::new('/')
$drive.IsReady; $drive.AvailableFreeSpace -gt 0 -and $drive.AvailableFreeSpace -le $drive.TotalSize
@([IO.DriveInfo]::GetDrives()).Count -ge 1
$zone = [TimeZoneInfo]::FindSystemTimeZoneById('W. Europe Standard Time')
[TimeZoneInfo]::ConvertTimeFromUtc([datetime]'2024-07-01 12:00', $zone).ToString('HH:mm')
$zone.BaseUtcOffset.TotalHours
[ipaddress]::Parse('10.1.2.3').AddressFamily
try { [ipaddress]'10.1.2.x' } catch { 'no address' }
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12 -bor [Net.SecurityProtocolType]::Tls13
"$([Net.ServicePointManager]::SecurityProtocol)"
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor 768
"$([Net.ServicePointManager]::SecurityProtocol)"
$info = New-Object System.Diagnostics.ProcessStartInfo
$info.FileName = 'sh'; $info.Arguments = '-c "echo out; echo err >&2; exit 4"'
$info.RedirectStandardOutput = $true; $info.RedirectStandardError = $true; $info.UseShellExecute = $false
$process = [Diagnostics.Process]::Start($info)
$process.StandardOutput.ReadToEnd().Trim(); $process.StandardError.ReadToEnd().Trim()
$process.WaitForExit(); $process.ExitCode
[Diagnostics.Process]::GetCurrentProcess().Id -eq $PID
$made = $false
$lock = [Threading.Mutex]::new($true, 'fetch-lock', [ref]$made); $made
$lock.ReleaseMutex(); $lock.WaitOne(100)
$n = 5; [Threading.Interlocked]::Increment([ref]$n)
$file = [IO.FileInfo]"$env:OUT/new.txt"; $file.Exists; $file.Extension
[IO.File]::WriteAllText($file.FullName, 'abc'); $file.Refresh(); $file.Length
[IO.File]::SetLastWriteTime($file.FullName, [datetime]'2020-02-03'); (Get-Item $file.FullName).LastWriteTime.Year
[IO.Directory]::CreateDirectory("$env:OUT/a/b").Name; ([IO.DirectoryInfo]"$env:OUT").GetFiles('*.txt').Name
[math]::Round(2.5, [MidpointRounding]::AwayFromZero); [math]::Clamp(17, 0, 10)
[uri]::TryCreate('not an address', 'Absolute', [ref]$null)
[System.Web.HttpUtility]::ParseQueryString('?a=1&b=two')['b']
$pwd.Path -eq (Get-Location).Path
[Management.Automation.WildcardPattern]::new('*.ms?').IsMatch('a.MSI')
$errors = $null
$null = [Management.Automation.Language.Parser]::ParseInput('foreach {', [ref]$null, [ref]$errors); $errors.Count

#> True
#> True
#> True
#> 14:00
#> 1
#> InterNetwork
#> no address
#> Tls12, Tls13
#> Tls11, Tls12, Tls13
#> out
#> err
#> 4
#> True
#> True
#> True
#> 6
#> False
#> .txt
#> 3
#> 2020
#> b
#> new.txt
#> 3
#> 10
#> False
#> two
#> True
#> True
#> 1
