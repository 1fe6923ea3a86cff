function Level1 { Level2 }
function Level2 { Get-Item -Path "$env:OUT/missing-file" -ErrorAction Stop }
try { Level1 }
catch {
    $_.CategoryInfo.Reason
    $_.InvocationInfo.ScriptLineNumber
    $_.InvocationInfo.Line.Trim()
    ($_.ScriptStackTrace -split "`n" | ForEach-Object { ($_ -split ',')[0] }) -join ' < '
    $_.InvocationInfo.InvocationName
}
try { [int]'abc' } catch { $_.Exception.InnerException.GetType().Name; $_.CategoryInfo.Reason; $_.FullyQualifiedErrorId }
try { $null.Method() } catch { $_.Exception.Message; $_.CategoryInfo.Reason }
try { [math]::Sqrt('x') } catch { $_.Exception.GetType().Name }
try { throw 'text' } catch { $_.Exception.GetType().Name; $_.TargetObject; $_.CategoryInfo.Category }
try { Get-Nothing } catch { $_.CategoryInfo.Reason; $_.Exception.CommandName }
try { Get-ChildItem -Pth x } catch { $_.Exception.ParameterName; $_.CategoryInfo.Reason }
try { 1 / 0 } catch { $_.Exception.GetType().Name; $_.Exception.InnerException.GetType().Name; $_.Exception.Message }
try { [datetime]'nope' } catch { $_.Exception.Message }
try { 'abc'.Substring(2, 5) } catch { $_.Exception.InnerException.Message }
try { [xml]'<a>' } catch { $_.FullyQualifiedErrorId }
try { $a = @(1); $a[5].ToString() } catch { $_.Exception.Message }
try { New-Object Not.A.Type } catch { $_.FullyQualifiedErrorId.Split(',')[0] }
try { [Not.A.Type]::Call() } catch { $_.FullyQualifiedErrorId }
try { Write-Error 'mine' -ErrorAction Stop } catch { $_.Exception.GetType().Name; "$_" }
try { $PSCmdlet.ThrowTerminatingError($null) } catch { 'no cmdlet here' }
$record = [System.Management.Automation.ErrorRecord]::new([Exception]::new('own'), 'OwnId', 'InvalidData', 'target')
try { throw $record } catch { $_.FullyQualifiedErrorId; $_.TargetObject }
$e = $null
Get-Item "$env:OUT/a", "$env:OUT/b" -ErrorAction SilentlyContinue -ErrorVariable e
$e.Count
$e | ForEach-Object { Split-Path $_.TargetObject -Leaf }
$Error[0].Exception.Message -replace [regex]::Escape($env:OUT), 'OUT'
& { trap [System.DivideByZeroException] { 'trapped division'; continue } 1 / 0; 'after' }
try { try { throw 'inner' } finally { 'finally' } } catch { "outer saw $_" }
try { try { throw 'first' } catch { throw "second after $($_.Exception.Message)" } } catch { "$_" }

#> ItemNotFoundException
#> 2
#> function Level2 { Get-Item -Path "$env:OUT/missing-file" -ErrorAction Stop }
#> at Level2 < at Level1 < at <ScriptBlock>
#> Get-Item
#> FormatException
#> PSInvalidCastException
#> InvalidCastFromStringToInteger
#> You cannot call a method on a null-valued expression.
#> RuntimeException
#> MethodInvocationException
#> RuntimeException
#> text
#> OperationStopped
#> CommandNotFoundException
#> Get-Nothing
#> Pth
#> ParameterBindingException
#> RuntimeException
#> DivideByZeroException
#> Attempted to divide by zero.
#> Cannot convert value "nope" to type "System.DateTime". Error: "String 'nope' was not recognized as a valid DateTime."
#> Index and length must refer to a location within the string. (Parameter 'length')
#> InvalidCastToXmlDocument
#> You cannot call a method on a null-valued expression.
#> TypeNotFound
#> TypeNotFound
#> WriteErrorException
#> mine
#> no cmdlet here
#> OwnId
#> target
#> 2
#> a
#> b
#> Cannot find path 'OUT/b' because it does not exist.
#> trapped division
#> after
#> finally
#> outer saw inner
#> second after first
