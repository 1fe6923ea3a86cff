package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.Numbered;
import org.openbits.automation.Parameter;
import org.openbits.automation.Shaped;
import org.openbits.automation.XmlText;

/** {@code ConvertTo-Xml}: objects as XML that any program reads, with the types of their properties. */
@CmdletName(verb = "ConvertTo", noun = "Xml", errorClass = "Microsoft.PowerShell.Commands.ConvertToXmlCommand")
@Help(
        synopsis = "Makes an XML document of objects: an element for each, and one for each of its properties.",
        examples = {
            @Example(
                    title = "As text",
                    code = "[pscustomobject]@{ Name = 'web'; Port = 80 } | ConvertTo-Xml -As String"),
            @Example(
                    title = "One level, without types",
                    code = "(ConvertTo-Xml -InputObject @{ Name = 'web';"
                            + " Port = 80 } -Depth 1 -NoTypeInformation).OuterXml")
        })
final class ConvertToXml extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    @Parameter(minimum = 1, help = "How many levels are opened; deeper objects are texts.")
    private int depth = 1;

    @Parameter(help = "Leaves out the types.")
    private boolean noTypeInformation;

    @Parameter(
            values = {"Document", "String", "Stream"},
            help = "An XmlDocument, one text, or the declaration, the root and each object as texts.")
    private String as = "Document";

    private final List<String> objects = new ArrayList<>();

    @Override
    protected void process() {
        StringBuilder out = new StringBuilder();
        element(out, "Object", null, inputObject, 1, depth);
        objects.add(out.toString());
    }

    @Override
    protected void end() {
        String declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
        if (as.equalsIgnoreCase("Stream")) {
            write(declaration);
            write("<Objects>");
            objects.forEach(each -> write(each.stripTrailing()));
            write("</Objects>");
            return;
        }
        String text = declaration + "\n<Objects>\n" + String.join("", objects) + "</Objects>";
        write(as.equalsIgnoreCase("String") ? text : XmlText.parse(text));
    }

    private void element(
            StringBuilder out, String tag, @Nullable String name, @Nullable Object value, int level, int left) {
        String indent = "  ".repeat(level);
        out.append(indent).append('<').append(tag);
        if (name != null) {
            out.append(" Name=\"").append(escaped(name)).append('"');
        }
        if (value == null) {
            out.append(" />\n");
            return;
        }
        if (!noTypeInformation) {
            out.append(" Type=\"").append(escaped(Members.typeName(value))).append('"');
        }
        StringBuilder inner = new StringBuilder();
        boolean isContainer = value instanceof Map || Conversion.isMany(value);
        if (left >= (isContainer ? 0 : 1) && !isPlain(value)) {
            parts(inner, value, level + 1, left - 1);
        }
        if (inner.length() > 0) {
            out.append(">\n").append(inner).append(indent);
        } else {
            String text = escaped(Conversion.toText(value));
            if (text.isEmpty()) {
                out.append(" />\n");
                return;
            }
            out.append('>').append(text);
        }
        out.append("</").append(tag).append(">\n");
    }

    private void parts(StringBuilder out, Object value, int level, int left) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                element(out, "Property", "Key", key, level, left);
                element(out, "Property", "Value", each, level, left);
            });
        } else if (Conversion.isMany(value)) {
            Conversion.enumerate(value).forEach(each -> element(out, "Property", null, each, level, left));
        } else {
            Members.names(value)
                    .forEach(each -> element(out, "Property", each, Members.getOrNull(value, each), level, left));
        }
    }

    private static boolean isPlain(Object value) {
        return !(value instanceof Map || Conversion.isMany(value) || value instanceof Shaped)
                        && !(value instanceof Throwable)
                || value instanceof Numbered;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
