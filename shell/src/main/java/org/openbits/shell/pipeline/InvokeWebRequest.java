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
        examples =
                @Example(
                        title = "The status of a page",
                        code =
                                "(Invoke-WebRequest http://127.0.0.1:1/ -SkipHttpErrorCheck -ErrorAction Ignore).StatusCode"))
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
