$block = { param([double]$Rate, [string]$Unit = 'MB', $Rest) $Rate }
$block.Ast.ParamBlock.Parameters.Count
foreach ($p in $block.Ast.ParamBlock.Parameters) { "$($p.Name.VariablePath.UserPath) $($p.StaticType.Name) $($p.DefaultValue) $($p.Name)" }
$null -eq { 1 }.Ast.ParamBlock
{ param() 1 }.Ast.ParamBlock.Parameters.Count
{ 1 + 2 }.Ast.Extent.Text

#> 3
#> Rate Double  $Rate
#> Unit String 'MB' $Unit
#> Rest Object  $Rest
#> True
#> 0
#> { 1 + 2 }
