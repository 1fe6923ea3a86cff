# Without -ErrorAction Stop a failed transfer does not reach the catch block.
try {
    Start-BitsTransfer -Source http://server/missing.zip -Destination x.zip
    'success message, although it failed'
} catch {
    'never shown'
}
#> Start-BitsTransfer : HTTP status 404: The requested URL does not exist on the server.
#> At @SCRIPT@:3 char:5
#> +     Start-BitsTransfer -Source http://server/missing.zip -Destination x.zip
#> +     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#>     + CategoryInfo          : InvalidOperation: (:) [Start-BitsTransfer], RuntimeException
#>     + FullyQualifiedErrorId : StartBitsTransferCOMException,Microsoft.BackgroundIntelligentTransfer.Management.NewBitsTransferCommand
#> success message, although it failed
#! 3
