# The newer client of .NET, waited for in the usual three ways.
Add-Type -AssemblyName System.Net.Http
$handler = [System.Net.Http.HttpClientHandler]::new()
$handler.AllowAutoRedirect = $false
$client = [System.Net.Http.HttpClient]::new($handler)
$client.Timeout = [timespan]::FromSeconds(20)
$client.DefaultRequestHeaders.UserAgent.ParseAdd('Fetch/1.0')
$client.DefaultRequestHeaders.Add('X-Site', 'lab')
try {
    $client.GetStringAsync("$env:SRV/file1.txt").Result.Trim()
    $client.GetStringAsync("$env:SRV/file2.txt").GetAwaiter().GetResult().Trim()
    $task = $client.GetByteArrayAsync("$env:SRV/big.bin")
    $task.Wait(20000)
    $task.Result.Length; $task.Status; $task.IsFaulted

    $answer = $client.GetAsync("$env:SRV/config.json").Result
    "$([int]$answer.StatusCode) $($answer.StatusCode) $($answer.IsSuccessStatusCode) $($answer.Content.Headers.ContentType.MediaType)"
    $answer.Content.Headers.ContentLength -eq $answer.Content.ReadAsByteArrayAsync().Result.Length

    $missing = $client.GetAsync("$env:SRV/none").Result
    $missing.ReasonPhrase
    try { $null = $missing.EnsureSuccessStatusCode() } catch { $_.Exception.InnerException.Message }
    try { $client.GetStringAsync("$env:SRV/none").Result } catch { $_.Exception.InnerException.GetType().Name; $_.Exception.InnerException.InnerException.StatusCode }
    try { $client.GetStringAsync('http://127.0.0.1:1/').GetAwaiter().GetResult() } catch [System.Net.Http.HttpRequestException] { 'nobody there' }

    $request = [System.Net.Http.HttpRequestMessage]::new([System.Net.Http.HttpMethod]::Head, "$env:SRV/big.bin")
    $client.SendAsync($request).Result.Content.Headers.ContentLength

    $stream = $client.GetStreamAsync("$env:SRV/file3.txt").Result
    $file = [System.IO.File]::Create("$env:OUT/copy.txt")
    $stream.CopyTo($file); $file.Dispose(); $stream.Dispose()
    Get-Content "$env:OUT/copy.txt"

    $tasks = 1..4 | ForEach-Object { $client.GetStringAsync("$env:SRV/file$_.txt") }
    [System.Threading.Tasks.Task]::WaitAll($tasks)
    ($tasks | ForEach-Object { $_.Result.Trim() }) -join ', '
}
finally { $client.Dispose() }

#> content 1
#> content 2
#> True
#> 3000000
#> RanToCompletion
#> False
#> 200 OK True application/json
#> True
#> Not Found
#> Response status code does not indicate success: 404 (Not Found).
#> AggregateException
#> NotFound
#> nobody there
#> 3000000
#> content 3
#> content 1, content 2, content 3, content 4
