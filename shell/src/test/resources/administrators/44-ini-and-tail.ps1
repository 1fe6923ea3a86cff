function Get-IniContent ($filePath) {
    $ini = @{}
    $section = 'none'
    switch -regex -file $filePath {
        "^\[(.+)\]" {
            $section = $matches[1]
            $ini[$section] = @{}
            $CommentCount = 0
        }
        "^(;.*)$" {
            $CommentCount = $CommentCount + 1
        }
        "(.+?)\s*=\s*(.*)" {
            $name, $value = $matches[1..2]
            $ini[$section][$name] = $value
        }
    }
    return $ini
}
Start-BitsTransfer -Source "$env:SRV/settings.ini" -Destination "$env:OUT/settings.ini"
$ini = Get-IniContent "$env:OUT/settings.ini"
$ini['service']['port']
$ini.paths.temp
$ini.Keys.Count
$ini.service.port -as [int] -gt 8000
$log = "$env:OUT/grow.log"
$offset = 0
1..3 | ForEach-Object {
    Add-Content -Path $log -Value "line $_"
    $stream = [IO.File]::Open($log, 'Open', 'Read', 'ReadWrite')
    [void]$stream.Seek($offset, [IO.SeekOrigin]::Begin)
    $reader = New-Object IO.StreamReader($stream)
    "new: " + $reader.ReadToEnd().Trim()
    $offset = $stream.Position
    $reader.Dispose()
}

#> 8080
#> /tmp/x
#> 2
#> True
#> new: line 1
#> new: line 2
#> new: line 3
