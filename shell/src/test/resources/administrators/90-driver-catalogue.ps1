$XmlPath = Join-Path $env:OUT "DriverCatalog.xml"
Start-BitsTransfer -Source "$env:SRV/catalog.xml" -Destination $XmlPath
[xml]$Catalog = Get-Content $XmlPath
$BaseUrl = "$env:SRV"
$Wanted = "Latitude*"
$Packages = $Catalog.Catalog.Model | Where-Object { $_.name -like $Wanted } | Select-Object -ExpandProperty Package
foreach ($Pack in $Packages) {
    $Critical = [System.Convert]::ToBoolean($Pack.critical)
    $Size = [int64]$Pack.size
    $Url = "$BaseUrl/$($Pack.path)"
    $Target = Join-Path $env:OUT ($Pack.name + ".cab")
    if ($Critical -or $Size -lt 100KB) {
        Start-BitsTransfer -Source $Url -Destination $Target -Description "Driver $($Pack.name)"
        $Actual = (Get-Item $Target).Length
        if ($Actual -ne $Size) { Write-Warning "size of $($Pack.name): $Actual instead of $Size" }
        [PSCustomObject]@{ Name = $Pack.name; Version = [Version]$Pack.version; Bytes = $Actual; Hash = $Pack.Hash.InnerText }
    }
}
$Node = $Catalog.SelectSingleNode("//Package[@name='Audio']")
"Audio belongs to $($Node.ParentNode.name) and hashes by $($Node.Hash.algorithm)"
$Catalog.GetElementsByTagName('Package').Count
($Catalog.Catalog.Model.name | Sort-Object) -join ', '
#>>
#> Name    Version Bytes Hash
#> ----    ------- ----- ----
#> BIOS    1.8.0      10 0F4C
#> Chipset 10.1.2     10 1B2D
#> Audio belongs to OptiPlex 7010 and hashes by SHA256
#> 3
#> Latitude 5540, OptiPlex 7010
#>>
