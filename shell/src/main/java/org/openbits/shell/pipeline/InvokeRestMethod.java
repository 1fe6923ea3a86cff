package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ConversionException;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.XmlText;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** {@code Invoke-RestMethod}. */
@CmdletName(
        verb = "Invoke",
        noun = "RestMethod",
        aliases = "irm",
        errorClass = "Microsoft.PowerShell.Commands.InvokeRestMethodCommand")
@Help(
        synopsis =
                "Asks a web server and gives what its answer says: objects for JSON, the document or the entries of a feed for XML, else the"
                        + " text.",
        examples = {
            @Example(
                    title = "The newest release of a project",
                    code = "try { (Invoke-RestMethod http://127.0.0.1:1/latest).tag_name }"
                            + " catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Sends JSON to an API",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/jobs -Method Post -Body"
                            + " '{\"id\":1}' -ContentType application/json -TimeoutSec 5 } catch { 'no"
                            + " answer'; $Error.Clear() }"),
            @Example(
                    title = "A method of the server's own",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/cache -CustomMethod PURGE"
                            + " -Headers @{ 'X-Key' = '1' } -SkipHeaderValidation -UserAgent cleaner }"
                            + " catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Uploads a file",
                    code = "Set-Content up.txt 'one'; try { Invoke-RestMethod -Uri"
                            + " http://127.0.0.1:1/up.txt -Method Put -InFile up.txt -TransferEncoding"
                            + " chunked } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Sends a form with a file",
                    code = "Set-Content photo.txt 'one'; try { Invoke-RestMethod -Uri"
                            + " http://127.0.0.1:1/form -Method Post -Form @{ user = 'ann';"
                            + " photo = Get-Item photo.txt } } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Goes on with a download",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/big.json -OutFile big.json"
                            + " -Resume -PassThru } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Tries again, in the background",
                    code = "$job = Start-Job { Invoke-RestMethod -Uri http://127.0.0.1:1/state"
                            + " -MaximumRetryCount 3 -RetryIntervalSec 1 }; Remove-Job $job -Force"),
            @Example(
                    title = "Keeps status and headers",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/state -StatusCodeVariable"
                            + " status -ResponseHeadersVariable headers -SkipHttpErrorCheck } catch { 'no"
                            + " answer'; $Error.Clear() }; $status"),
            @Example(
                    title = "Signs in with an account",
                    code = "$ann = [pscredential]::new('ann', (ConvertTo-SecureString secret"
                            + " -AsPlainText -Force)); try { Invoke-RestMethod -Uri http://127.0.0.1:1/me"
                            + " -Credential $ann -Authentication Basic -AllowUnencryptedAuthentication }"
                            + " catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Signs in with a token",
                    code = "$token = ConvertTo-SecureString secret -AsPlainText -Force;"
                            + " try { Invoke-RestMethod -Uri https://127.0.0.1:1/me -Authentication"
                            + " Bearer -Token $token -SslProtocol Tls12, Tls13 -SkipCertificateCheck }"
                            + " catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Stays signed in by cookies",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/login -SessionVariable"
                            + " web; Invoke-RestMethod -Uri http://127.0.0.1:1/me -WebSession $web }"
                            + " catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Through a proxy with an account",
                    code = "$ann = [pscredential]::new('ann', (ConvertTo-SecureString secret"
                            + " -AsPlainText -Force)); try { Invoke-RestMethod -Uri http://127.0.0.1:1/me"
                            + " -Proxy http://127.0.0.1:1 -ProxyCredential $ann } catch { 'no answer';"
                            + " $Error.Clear() }"),
            @Example(
                    title = "Past every proxy, without redirections",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/latest -NoProxy"
                            + " -MaximumRedirection 0 -UseBasicParsing -DisableKeepAlive -HttpVersion 1.1"
                            + " } catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "As the user of the desktop",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/me -Proxy"
                            + " http://127.0.0.1:1 -ProxyUseDefaultCredentials -UseDefaultCredentials }"
                            + " catch { 'no answer'; $Error.Clear() }"),
            @Example(
                    title = "Follows a redirection with the account",
                    code = "try { Invoke-RestMethod -Uri http://127.0.0.1:1/me -AllowInsecureRedirect"
                            + " -PreserveAuthorizationOnRedirect } catch { 'no answer'; $Error.Clear() }")
        })
final class InvokeRestMethod extends WebCommand {

    @Override
    void answered(HttpResponse<InputStream> answer, byte[] content) {
        String text = WebExchange.text(answer, content);
        String type = answer.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        String start = text.stripLeading();
        if (type.contains("xml") || start.startsWith("<?xml")) {
            xml(text);
            return;
        }
        boolean looksSo = start.startsWith("{") || start.startsWith("[");
        if (text.isBlank() || !looksSo && !type.contains("json")) {
            write(text);
            return;
        }
        try {
            Calls.call(runtime().service(Engine.class), "ConvertFrom-Json", List.of(), List.of(text))
                    .forEach(runtime()::writeAll);
        } catch (CmdletException notJson) {
            verbose("The answer is given as text: " + notJson.getMessage());
            write(text);
        }
    }

    /** The entries of a feed, or the document. */
    private void xml(String text) {
        Document document;
        try {
            document = XmlText.parse(text);
        } catch (ConversionException malformed) {
            verbose("The answer is given as text: " + malformed.getMessage());
            write(text);
            return;
        }
        String root = document.getDocumentElement().getNodeName();
        String entry = root.equals("rss") ? "item" : root.equals("feed") ? "entry" : "";
        NodeList entries = document.getElementsByTagName(entry);
        for (int i = 0; i < entries.getLength(); i++) {
            write(entries.item(i));
        }
        if (entry.isEmpty()) {
            write(document);
        }
    }
}
