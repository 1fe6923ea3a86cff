package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.HashTable;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Parameter;
import org.openbits.automation.XmlNamespaces;
import org.openbits.automation.XmlText;
import org.w3c.dom.Document;

/** {@code Select-Xml}: nodes of XML texts and files by XPath. */
@CmdletName(
        verb = "Select",
        noun = "Xml",
        defaultSet = "Xml",
        errorClass = "Microsoft.PowerShell.Commands.SelectXmlCommand")
@Help(
        synopsis = "Finds nodes in XML by an XPath.",
        description = "Gives an object for each node found: Node is the node, Path where it comes from.",
        examples = {
            @Example(title = "In a text", code = "('<a><b>1</b></a>' | Select-Xml -XPath '//b').Node.InnerText"),
            @Example(
                    title = "From files",
                    code = "Set-Content -LiteralPath sx.xml, 'sx[1].xml' '<a><b>1</b></a>';"
                            + " (Select-Xml '//b' -Path sx.xml).Node.InnerText; (Select-Xml '//b'"
                            + " -LiteralPath 'sx[1].xml').Node.InnerText"),
            @Example(
                    title = "With a namespace",
                    code = "$xml = '<a xmlns=\"urn:x\"><b>1</b></a>'; (Select-Xml -Content $xml"
                            + " -XPath '//x:b' -Namespace @{ x = 'urn:x' }).Node.InnerText")
        })
final class SelectXml extends Cmdlet {

    @Parameter(position = 0, mandatory = true, help = "The XPath.")
    private String xPath = "";

    @Parameter(
            position = 1,
            sets = "Path",
            mandatory = true,
            pipelineByName = true,
            wildcards = true,
            help = "The files.")
    private List<String> path = List.of();

    @Parameter(sets = "LiteralPath", mandatory = true, aliases = "PSPath", help = "The files, as they are named.")
    private List<String> literalPath = List.of();

    @Parameter(sets = "Xml", mandatory = true, pipeline = true, aliases = "Node", help = "Documents or texts.")
    private List<Object> xml = List.of();

    @Parameter(sets = "Content", mandatory = true, help = "Texts.")
    private List<String> content = List.of();

    @Parameter(help = "The addresses that the prefixes of the XPath stand for.")
    private @Nullable HashTable namespace;

    @Override
    protected void process() {
        if (isBound("Path") || isBound("LiteralPath")) {
            new PathArguments(runtime(), "ProcessingFile").each(path, literalPath, this::search);
            return;
        }
        for (Object each : isBound("Content") ? content : xml) {
            search(each instanceof Document ? each : document(Conversion.toText(each)), "InputStream");
        }
    }

    private void search(Path file) throws IOException {
        search(document(Files.readString(file)), file.toString());
    }

    private Document document(String text) {
        try {
            return XmlText.parse(text);
        } catch (ConversionException malformed) {
            throw runtime()
                    .terminate(Failures.of(
                            "ProcessingXml", ErrorCategory.InvalidData, text, String.valueOf(malformed.getMessage())));
        }
    }

    private void search(Object document, String source) {
        XmlNamespaces prefixes = new XmlNamespaces();
        if (namespace != null) {
            namespace.forEach(
                    (prefix, uri) -> prefixes.addNamespace(Conversion.toText(prefix), Conversion.toText(uri)));
        }
        Object found = Members.invoke(document, "SelectNodes", List.of(xPath, prefixes));
        for (Object node : Conversion.enumerate(found)) {
            write(new CustomObject("Microsoft.PowerShell.Commands.SelectXmlInfo")
                    .add("Node", node)
                    .add("Path", source)
                    .add("Pattern", xPath));
        }
    }
}
