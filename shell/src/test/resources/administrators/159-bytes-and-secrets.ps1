# Files at any place, binary data, ciphers, secrets.
$path = Join-Path $PWD seek.bin
$stream = [IO.File]::Open($path, 'Create', 'ReadWrite'); $stream.Write([byte[]](1, 2, 3, 4), 0, 4); $stream.Position = 1; $stream.WriteByte(9)
$stream.Seek(0, 'Begin'); $bytes = [byte[]]::new(4); $stream.Read($bytes, 0, 4); "$bytes"; $stream.SetLength(2); "$($stream.Length) $(Split-Path $stream.Name -Leaf)"; $stream.Close()
$stream = [IO.FileStream]::new($path, [IO.FileMode]::Append); $stream.Position; $stream.WriteByte(7); $stream.Dispose(); (Get-Item $path).Length
try { [IO.File]::Open("$path.none", 'Open') } catch { $_.Exception.InnerException.GetType().FullName }
try { [IO.File]::Open($path, 'CreateNew') } catch { $_.Exception.InnerException.GetType().FullName }
$reader = [IO.StreamReader]::new($path); $reader.BaseStream.Length; $reader.Close()
$memory = [IO.MemoryStream]::new(); $writer = [IO.BinaryWriter]::new($memory)
$writer.Write([int]258); $writer.Write('hé'); $writer.Write([long]-1); $writer.Write($true); $writer.Write([byte[]](7, 8)); $writer.Flush()
($memory.ToArray() | ForEach-Object { $_.ToString('x2') }) -join ' '
$memory.Position = 0; $binary = [IO.BinaryReader]::new($memory)
"$($binary.ReadInt32()) $($binary.ReadString()) $($binary.ReadInt64()) $($binary.ReadBoolean()) $($binary.PeekChar()) $($binary.ReadBytes(5))"
try { $binary.ReadInt16() } catch { $_.Exception.InnerException.Message }
$aes = [Security.Cryptography.Aes]::Create(); $aes.Key = [byte[]](1..32); $aes.IV = [byte[]](1..16)
$secret = $aes.CreateEncryptor().TransformFinalBlock([Text.Encoding]::UTF8.GetBytes('a secret'), 0, 8); [BitConverter]::ToString($secret)
[Text.Encoding]::UTF8.GetString($aes.CreateDecryptor().TransformFinalBlock($secret, 0, $secret.Length))
$aes.Key = [byte[]](32..1); try { $null = $aes.CreateDecryptor().TransformFinalBlock($secret, 0, $secret.Length) } catch { $_.Exception.InnerException.GetType().Name }
$secure = ConvertTo-SecureString 'pw' -AsPlainText -Force
[Net.NetworkCredential]::new('', $secure).Password; (New-Object Net.NetworkCredential 'u', 'p', 'D').Domain
$network = [pscredential]::new('D\u', $secure).GetNetworkCredential(); "$($network.UserName) $($network.Password) $($network.Domain)"
#> 0
#> 4
#> 1 9 3 4
#> 2 seek.bin
#> 2
#> 3
#> System.IO.FileNotFoundException
#> System.IO.IOException
#> 3
#> 02 01 00 00 03 68 c3 a9 ff ff ff ff ff ff ff ff 01 07 08
#> 258 hé -1 True 7 7 8
#> Unable to read beyond the end of the stream.
#> F7-CE-FD-90-88-6D-1A-5F-E2-FF-5A-DD-C9-C3-B9-58
#> a secret
#> CryptographicException
#> pw
#> D
#> u pw D
