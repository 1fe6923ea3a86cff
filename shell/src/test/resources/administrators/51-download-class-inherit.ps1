class Transfer {
    [string]$Url
    [long]$Bytes
    static [string]$Agent = 'tool/1.0'
    Transfer([string]$url) { $this.Url = $url }
    [string] Describe() { return "{0} ({1} bytes)" -f [IO.Path]::GetFileName($this.Url), $this.Bytes }
    [void] Fetch([string]$folder) { throw [System.NotImplementedException]::new('override me') }
    static [Transfer] Create([string]$kind, [string]$url) {
        switch ($kind) {
            'bits' { return [BitsDownload]::new($url, 'High') }
            'web' { return [WebDownload]@{ Url = $url } }
        }
        throw "unknown kind $kind"
    }
}
class BitsDownload : Transfer {
    [ValidateSet('Foreground', 'High', 'Normal', 'Low')][string]$Priority
    BitsDownload([string]$url, [string]$priority) : base($url) { $this.Priority = $priority }
    BitsDownload([string]$url) : base($url) { $this.Priority = 'Normal' }
    [void] Fetch([string]$folder) {
        $to = Join-Path $folder ([IO.Path]::GetFileName($this.Url))
        Start-BitsTransfer -Source $this.Url -Destination $to -Priority $this.Priority
        $this.Bytes = (Get-Item $to).Length
    }
    [string] Describe() { return "BITS " + ([Transfer]$this).Describe() + " $($this.Priority)" }
}
class WebDownload : Transfer {
    WebDownload() : base('') { }
    [void] Fetch([string]$folder) {
        $to = Join-Path $folder 'web.txt'
        Invoke-WebRequest $this.Url -OutFile $to -UserAgent ([Transfer]::Agent)
        $this.Bytes = (Get-Item $to).Length
    }
}
$all = @([Transfer]::Create('bits', "$env:SRV/file1.txt"), [Transfer]::Create('web', "$env:SRV/big.bin"))
$all | ForEach-Object { $_.Fetch($env:OUT) }
$all | Select-Object @{ n = 'Type'; e = { $_.GetType().Name } }, Bytes | Format-Table
$all[1].Describe()
$all[0] -is [Transfer]
try { [BitsDownload]::new('u', 'Highest') } catch { 'validation works' }
try { [Transfer]::new('x').Fetch('.') } catch { $_.Exception.Message }
$copy = [BitsDownload]'http://host/a.bin'
$copy.Priority
try { $copy.Colour = 'red' } catch { 'no such property' }
[BitsDownload].BaseType.Name
$copy | Get-Member -MemberType Property | ForEach-Object Name

#>>
#> Type           Bytes
#> ----           -----
#> BitsDownload      10
#> WebDownload  3000000
#>>
#> big.bin (3000000 bytes)
#> True
#> validation works
#> override me
#> Normal
#> no such property
#> Transfer
#> Bytes
#> Priority
#> Url
