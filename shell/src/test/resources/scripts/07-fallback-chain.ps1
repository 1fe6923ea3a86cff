# Older hosts have no BITS; scripts fall back step by step.
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
function Download-File([string]$url, [string]$target) {
    if (Get-Module -ListAvailable -Name NoSuchThing -ErrorAction SilentlyContinue) { 'never' }
    try {
        Start-BitsTransfer -Source $url -Destination $target -ErrorAction Stop
        return 'bits'
    } catch {
        try {
            (New-Object System.Net.WebClient).DownloadFile($url, $target)
            return 'webclient'
        } catch {
            Write-Host "All failed: $($_.Exception.InnerException.Message)"
            return $null
        }
    }
}
function Get-Module { param([switch]$ListAvailable, [string]$Name) }
Download-File 'http://server/ok.bin' 'ok.bin'
$r = Download-File 'http://server/missing.bin' 'x.bin'
if ($null -eq $r) { 'nothing worked' }
if ($false) { [NoSuch.Namespace.Thing]::Run() }
#> bits
#> All failed: HTTP status 404: The requested URL does not exist on the server.
#> nothing worked
