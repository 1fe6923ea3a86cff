# Texts packed and unpacked without a file.
function Compress-Text([string]$Text) {
    $buffer = New-Object System.IO.MemoryStream
    $zip = New-Object System.IO.Compression.GZipStream($buffer, [System.IO.Compression.CompressionMode]::Compress)
    $writer = New-Object System.IO.StreamWriter($zip, [Text.Encoding]::UTF8)
    $writer.Write($Text)
    $writer.Close()
    [Convert]::ToBase64String($buffer.ToArray())
}
function Expand-Text([string]$Packed) {
    $buffer = [System.IO.MemoryStream]::new([Convert]::FromBase64String($Packed))
    $reader = [System.IO.StreamReader]::new([System.IO.Compression.GZipStream]::new($buffer, 'Decompress'))
    try { $reader.ReadToEnd() } finally { $reader.Dispose() }
}
$text = 'line ' * 50
(Compress-Text $text).Length -lt $text.Length
(Expand-Text (Compress-Text 'there and back')) -eq 'there and back'
$stream = [IO.MemoryStream]::new()
$bytes = [Text.Encoding]::ASCII.GetBytes('abcdef')
$stream.Write($bytes, 0, $bytes.Length)
$stream.Position = 2
[char]$stream.ReadByte()
$stream.Seek(-1, 'End'); [char]$stream.ReadByte()
$stream.SetLength(3); $stream.Length
(Get-FileHash -InputStream ([IO.MemoryStream]::new()) -Algorithm MD5).Hash
$hmac = [System.Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes('key'))
([BitConverter]::ToString($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes('message'))) -replace '-').Substring(0, 16)
$lines = [IO.StringReader]::new("one`ntwo")
while ($null -ne ($line = $lines.ReadLine())) { $line.ToUpper() }
$out = [IO.StringWriter]::new(); $out.Write('a'); $out.Write(1); $out.ToString()
[BitConverter]::ToInt32([BitConverter]::GetBytes(258), 0)
[BitConverter]::GetBytes(258) -join ','

#> True
#> True
#> c
#> 5
#> f
#> 3
#> D41D8CD98F00B204E9800998ECF8427E
#> 6E9EF29B75FFFC5B
#> ONE
#> TWO
#> a1
#> 258
#> 2,1,0,0
