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
        examples =
                @Example(
                        title = "The newest release of a project",
                        code = "(Invoke-RestMethod http://127.0.0.1:1/latest -ErrorAction Ignore).tag_name"))
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
