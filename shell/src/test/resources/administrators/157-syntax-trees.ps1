# The syntax tree of a script, its words, and what is wrong with it.
$t=$null;$e=$null; $ast = [System.Management.Automation.Language.Parser]::ParseInput('param([string]$x = "q", [int]$n) function foo($z) { Get-Item $y -Force } "s$x"; foo -a 1; if ($n -gt 3) { Start-BitsTransfer -Source $u } else { [math]::Round(2.5) } # done', [ref]$t, [ref]$e); "$($e.Count) $($t.Count)"
$ast.FindAll({ param($n) $n -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true).Name
$ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | % { "$($_.GetCommandName()) line $($_.Extent.StartLineNumber) col $($_.Extent.StartColumnNumber)" }
$ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $false).Count
($ast.FindAll({ $args[0] -is [System.Management.Automation.Language.VariableExpressionAst] }, $true) | % { $_.VariablePath.UserPath }) -join ','
$ast.ParamBlock.Parameters | % { "$($_.Name.VariablePath.UserPath) [$($_.StaticType.Name)] = $($_.DefaultValue)" }
($ast.FindAll({ $args[0] -is [Management.Automation.Language.StringConstantExpressionAst] }, $true)).Value -join '|'
$ast.Find({ param($a) $a -is [System.Management.Automation.Language.IfStatementAst] }, $true).Clauses[0].Item1.Extent.Text
$c = $ast.Find({ param($a) $a -is [System.Management.Automation.Language.CommandAst] -and $a.GetCommandName() -eq 'Start-BitsTransfer' }, $true)
$c.CommandElements | % { $_.GetType().Name }
$c.Parent.GetType().Name
$c.CommandElements[1].ParameterName
$ast.EndBlock.Statements.Count
($t | ? Kind -eq 'Comment').Text
$null = [System.Management.Automation.Language.Parser]::ParseInput("if (`$a {", [ref]$t, [ref]$e); "$($e.Count) $($e[0].ErrorId) $($e[0].Extent.StartLineNumber): $($e[0].Message)"
$tok = [System.Management.Automation.PSParser]::Tokenize('Get-Item -Path "a" # c', [ref]$null); $tok | % { "$($_.Type):$($_.Content)" }
function bar { <# .SYNOPSIS x #> param($p) Write-Output $p }
(Get-Command bar).ScriptBlock.Ast.Extent.Text
${function:bar}.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true).Count
$f = [System.Management.Automation.Language.Parser]::ParseFile($PSCommandPath, [ref]$null, [ref]$null)
$f.FindAll({ param($a) $a -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $false) | Select-Object Name, @{n='Line';e={$_.Extent.StartLineNumber}}
#> 0 31
#> foo
#> Get-Item line 1 col 53
#> foo line 1 col 81
#> Start-BitsTransfer line 1 col 107
#> 2
#> x,n,z,y,x,n,u
#> x [String] = "q"
#> n [Int32] =
#> q|Get-Item|foo|Start-BitsTransfer|Round
#> $n -gt 3
#> StringConstantExpressionAst
#> CommandParameterAst
#> VariableExpressionAst
#> PipelineAst
#> Source
#> 4
#> # done
#> 1 MissingEndParenthesisAfterStatement 1: Missing closing ')' after expression in 'if' statement.
#> Command:Get-Item
#> CommandParameter:-Path
#> String:a
#> Comment:# c
#> { <# .SYNOPSIS x #> param($p) Write-Output $p }
#> 1
#>>
#> Name Line
#> ---- ----
#> bar    18
#>>
