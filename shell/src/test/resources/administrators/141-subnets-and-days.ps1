# Addresses as numbers without a sign, days that are none, offsets without a colon.
function ConvertTo-UInt32([ipaddress]$Ip) { $bytes = $Ip.GetAddressBytes(); [array]::Reverse($bytes); [BitConverter]::ToUInt32($bytes, 0) }
function ConvertTo-Ip([uint32]$Number) { $bytes = [BitConverter]::GetBytes($Number); [array]::Reverse($bytes); ([ipaddress]::new($bytes)).ToString() }
$n = ConvertTo-UInt32 '192.168.10.77'
"$n $($n.GetType().FullName) $($n -is [uint32]) $('{0:X8}' -f $n)"
$size = [uint32][math]::Pow(2, 8); $network = $n - ($n % $size)
ConvertTo-Ip $network; ConvertTo-Ip ($network + $size - 1); ConvertTo-Ip ([uint32]([math]::Pow(2, 32) - 64))
$n -gt 5; $n -eq 3232238157; 3232238157 -eq $n; ($n, [uint32]7 | Sort-Object)[0]; $n -band 255; [int]([uint32]9) + 1
@{ v = [uint32]12 } | ConvertTo-Json -Compress; [uint32]12 | ForEach-Object { "[$_]" }; [pscustomobject]@{ V = [uint32]12 } | Format-Table
[uint32]'0xFF' * 2; try { [uint32](-1) } catch { 'negative' }; (1..3)[[uint32]1]; @{ 5 = 'five' }[[int][uint32]5]
$found = [datetime]::MinValue; $plain = [Globalization.DateTimeStyles]::None
foreach ($text in '31.12.2023', '30.02.2024', '29.02.2023', '29.02.2024', '31.04.2024') {
    "$text $([datetime]::TryParseExact($text, 'dd.MM.yyyy', [cultureinfo]::InvariantCulture, $plain, [ref]$found))"
}
$log = [datetimeoffset]::ParseExact('05/Mar/2024:11:30:00 +0000', 'dd/MMM/yyyy:HH:mm:ss zzz', [cultureinfo]::InvariantCulture)
$log.Hour; [datetimeoffset]::ParseExact('05/Mar/2024:11:30:00 +02:00', 'dd/MMM/yyyy:HH:mm:ss zzz', [cultureinfo]::InvariantCulture).UtcDateTime.ToString('s')
[datetime]::ParseExact('12:30 PM', 'h:mm tt', [cultureinfo]::InvariantCulture).Hour; [datetime]::ParseExact('2024-02', 'yyyy-MM', $null).Day
"$([ipaddress]'2001:db8:0:0:1:0:0:1') $([ipaddress]::Parse('::1')) $([ipaddress]'0:0:0:0:0:0:0:0') $(([ipaddress]'fe80::1:2').AddressFamily) $(([ipaddress]'10.1.2.3').GetAddressBytes() -join '-')"

#> 3232238157 System.UInt32 True C0A80A4D
#> 192.168.10.0
#> 192.168.10.255
#> 255.255.255.192
#> True
#> True
#> True
#> 7
#> 77
#> 10
#> {"v":12}
#> [12]
#>>
#>  V
#>  -
#> 12
#>>
#> 510
#> negative
#> 2
#> five
#> 31.12.2023 True
#> 30.02.2024 False
#> 29.02.2023 False
#> 29.02.2024 True
#> 31.04.2024 False
#> 11
#> 2024-03-05T09:30:00
#> 12
#> 1
#> 2001:db8::1:0:0:1 ::1 :: InterNetworkV6 10-1-2-3
