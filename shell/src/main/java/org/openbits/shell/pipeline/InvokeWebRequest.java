package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.HashTable;
import org.openbits.automation.Help;

/** {@code Invoke-WebRequest}. */
@CmdletName(
        verb = "Invoke",
        noun = "WebRequest",
        aliases = {"iwr", "wget", "curl"},
        errorClass = "Microsoft.PowerShell.Commands.InvokeWebRequestCommand")
@Help(
        synopsis = "Asks a web server and gives its answer, or puts it into a file.",
        description =
                "A plain -OutFile is a transfer in the foreground, like Start-BitsTransfer's: it is resumed when the"
                        + " connection drops, and the file appears whole or not at all.",
        examples = {
            @Example(
                    title = "The status of a page",
                    code = "try { (Invoke-WebRequest http://127.0.0.1:1/ -SkipHttpErrorCheck).StatusCode }"
                            + " catch { 'nobody answers'; $Error.Clear() }"),
            @Example(
                    title = "Send JSON with headers",
                    code = "try { Invoke-WebRequest -Uri http://127.0.0.1:1/jobs -Method Post -Headers @{ Accept ="
                            + " 'application/json' } -Body '{\"id\": 1}' -ContentType application/json } catch { 'no"
                            + " answer'; $Error.Clear() }"),
            @Example(
                    title = "Send a file by another method",
                    code = "Set-Content up.xml '<a/>'; try { Invoke-WebRequest -Uri http://127.0.0.1:1/up"
                            + " -CustomMethod PROPPATCH -InFile up.xml -UserAgent 'report/1.0' -TimeoutSec 5 } catch {"
                            + " 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Send a form with a file",
                    code = "Set-Content form.txt 'one'; try { Invoke-WebRequest -Uri http://127.0.0.1:1/form -Form"
                            + " @{ name = 'ann'; file = Get-Item form.txt } } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Go on with a file",
                    code = "try { Invoke-WebRequest -Uri http://127.0.0.1:1/big.iso -OutFile big.iso -Resume"
                            + " -PassThru } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Log in with a password",
                    code = "$account = [pscredential]::new('ann', (ConvertTo-SecureString secret -AsPlainText"
                            + " -Force)); try { Invoke-WebRequest -Uri http://127.0.0.1:1/ -Authentication Basic"
                            + " -Credential $account -AllowUnencryptedAuthentication -PreserveAuthorizationOnRedirect }"
                            + " catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Log in with a token",
                    code = "$token = ConvertTo-SecureString abc -AsPlainText -Force; try { Invoke-WebRequest -Uri"
                            + " https://127.0.0.1:1/ -Authentication Bearer -Token $token -SkipCertificateCheck"
                            + " -SslProtocol Tls12, Tls13 } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Number and headers in variables",
                    code = "try { Invoke-WebRequest -Uri http://127.0.0.1:1/ -ResponseHeadersVariable headers"
                            + " -StatusCodeVariable number -SkipHttpErrorCheck; $number; $headers } catch { 'no"
                            + " answer'; $Error.Clear() }"),
            @Example(
                    title = "Stay logged in",
                    code = "try { $null = Invoke-WebRequest -Uri http://127.0.0.1:1/login -SessionVariable web;"
                            + " Invoke-WebRequest -Uri http://127.0.0.1:1/data -WebSession $web } catch { 'no answer';"
                            + " $Error.Clear() }"),
            @Example(
                    title = "By a proxy with an account",
                    code = "$account = [pscredential]::new('ann', (ConvertTo-SecureString secret -AsPlainText"
                            + " -Force)); try { Invoke-WebRequest -Uri http://127.0.0.1:1/ -Proxy http://127.0.0.1:2"
                            + " -ProxyCredential $account } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Past the proxy, without redirections",
                    code = "try { Invoke-WebRequest -Uri http://127.0.0.1:1/ -NoProxy -MaximumRedirection 0"
                            + " -AllowInsecureRedirect -DisableKeepAlive } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Keep trying in the background",
                    code = "$job = Start-ThreadJob { Invoke-WebRequest -Uri http://127.0.0.1:1/ -MaximumRetryCount 3"
                            + " -RetryIntervalSec 5 }; Stop-Job $job; Remove-Job $job -Force"),
            @Example(
                    title = "As scripts for Windows ask",
                    code = "try { Invoke-WebRequest -Uri http://127.0.0.1:1/ -UseBasicParsing -UseDefaultCredentials"
                            + " -ProxyUseDefaultCredentials -SkipHeaderValidation } catch { 'no answer'; $Error.Clear()"
                            + " }"),
            @Example(
                    title = "Choose the way of HTTP",
                    code = "try { Invoke-WebRequest -Uri http://127.0.0.1:1/ -Method Post -Body 'one' -HttpVersion"
                            + " 1.1 -TransferEncoding chunked } catch { 'no answer'; $Error.Clear() }")
        })
final class InvokeWebRequest extends WebCommand {

    private static final Pattern LINK = Pattern.compile(
            "<a\\b[^>]*?href\\s*=\\s*[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    void answered(HttpResponse<InputStream> answer, byte[] content) {
        HttpStatus status = new HttpStatus(answer.statusCode());
        String type = answer.headers().firstValue("content-type").orElse("");
        boolean isText = type.isEmpty() || type.matches("(?i).*(text|json|xml|javascript|html|urlencoded).*");
        String text = WebExchange.text(answer, content);
        HashTable headers = headers(answer);
        write(new CustomObject("Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject")
                .add("StatusCode", answer.statusCode())
                .add("StatusDescription", status.phrase())
                .add("Content", isText ? text : TextTypes.bytes(content))
                .add("RawContent", head(status, headers) + text)
                .add("Headers", headers)
                .add("Links", links(text))
                .add("RawContentLength", content.length)
                .add("BaseResponse", base(answer, status)));
    }

    /** One text for a header, as Windows PowerShell gives it. */
    private static HashTable headers(HttpResponse<?> answer) {
        HashTable headers = new HashTable();
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(answer.headers().map());
        sorted.forEach((name, values) -> headers.put(spelled(name), String.join(", ", values)));
        return headers;
    }

    private static String spelled(String name) {
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == '-') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }

    private static String head(HttpStatus status, HashTable headers) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status.number() + " " + status.phrase() + "\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static CustomObject base(HttpResponse<?> answer, HttpStatus status) {
        CustomObject request = new CustomObject("System.Net.Http.HttpRequestMessage").add("RequestUri", answer.uri());
        return new CustomObject("System.Net.Http.HttpResponseMessage")
                .add("StatusCode", status)
                .add("ResponseUri", answer.uri())
                .add("RequestMessage", request);
    }

    private static List<Object> links(String text) {
        List<Object> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            links.add(new CustomObject()
                    .add("innerText", matcher.group(2).replaceAll("<[^>]*>", "").trim())
                    .add("outerHTML", matcher.group())
                    .add("tagName", "A")
                    .add("href", matcher.group(1).replace("&amp;", "&")));
        }
        return links;
    }
}
