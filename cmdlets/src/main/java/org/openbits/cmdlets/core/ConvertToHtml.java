package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.PropertyExpression;

/** {@code ConvertTo-Html}: objects as a page, or a part of one, with a table or lists. */
@CmdletName(
        verb = "ConvertTo",
        noun = "Html",
        defaultSet = "Page",
        errorClass = "Microsoft.PowerShell.Commands.ConvertToHtmlCommand")
@Help(
        synopsis = "Makes HTML of objects: a row for each.",
        description = "The properties of the first object are the columns, unless -Property names them.",
        examples = {
            @Example(
                    title = "A report",
                    code =
                            "Get-ChildItem | ConvertTo-Html -Property Name, Length -Title Files | Set-Content files.html"),
            @Example(title = "Only the table", code = "[pscustomobject]@{ A = 1 } | ConvertTo-Html -Fragment"),
            @Example(
                    title = "A page with a style",
                    code = "Get-ChildItem | ConvertTo-Html -Property Name, Length -Title Files -CssUri style.css"
                            + " -PreContent '<h1>Files</h1>' -PostContent '<p>end</p>' | Set-Content styled.html"),
            @Example(
                    title = "A page with one's own head",
                    code = "ConvertTo-Html -InputObject ([pscustomobject]@{ Host = 'srv01'; Free = 17 }) -As List"
                            + " -Head '<meta charset=\"utf-8\">' -Body '<h1>Disk</h1>'")
        })
final class ConvertToHtml extends Cmdlet {

    @Parameter(position = 0, wildcards = true, help = "The columns, in this order.")
    private List<Object> property = List.of();

    @Parameter(pipeline = true, help = "The objects.")
    private @Nullable Object inputObject;

    @Parameter(
            values = {"Table", "List"},
            help = "A row of a table, or a list, for each object.")
    private String as = "Table";

    @Parameter(sets = "Fragment", mandatory = true, help = "Leaves out everything around the table.")
    private boolean fragment;

    @Parameter(position = 1, sets = "Page", help = "What the head of the page holds instead of the title.")
    private List<String> head = List.of();

    @Parameter(position = 2, sets = "Page", help = "The title of the page.")
    private String title = "HTML TABLE";

    @Parameter(position = 3, sets = "Page", help = "What stands at the beginning of the body.")
    private List<String> body = List.of();

    @Parameter(
            sets = "Page",
            aliases = {"cu", "uri"},
            help = "The address of a style sheet.")
    private String cssUri = "";

    @Parameter(help = "What stands before the table.")
    private List<String> preContent = List.of();

    @Parameter(help = "What stands after the table.")
    private List<String> postContent = List.of();

    private List<PropertyExpression> asked = List.of();
    private @Nullable List<PropertyExpression> columns;

    @Override
    protected void begin() {
        asked = Properties.of(property, runtime());
        if (!fragment) {
            write("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\""
                    + "  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">");
            write("<html xmlns=\"http://www.w3.org/1999/xhtml\">");
            write("<head>");
            if (head.isEmpty() || isBound("Title")) {
                write("<title>" + escaped(title) + "</title>");
            }
            head.forEach(this::write);
            if (!cssUri.isEmpty()) {
                write("<link rel=\"stylesheet\" type=\"text/css\" href=\"" + escaped(cssUri) + "\" />");
            }
            write("</head><body>");
            body.forEach(this::write);
        }
        preContent.forEach(this::write);
        write("<table>");
    }

    @Override
    protected void process() {
        if (inputObject == null) {
            return;
        }
        boolean first = columns == null;
        List<PropertyExpression> shown = columns == null ? columns(inputObject) : columns;
        columns = shown;
        if (as.equalsIgnoreCase("List")) {
            list(shown, inputObject, first);
        } else {
            row(shown, inputObject, first);
        }
    }

    private List<PropertyExpression> columns(Object object) {
        List<PropertyExpression> found = new ArrayList<>();
        for (PropertyExpression each : asked.isEmpty() ? List.of(PropertyExpression.named("*")) : asked) {
            found.addAll(each.resolve(object));
        }
        return found;
    }

    private void row(List<PropertyExpression> shown, Object object, boolean first) {
        if (first) {
            write("<colgroup>" + "<col/>".repeat(shown.size()) + "</colgroup>");
            StringBuilder names = new StringBuilder("<tr>");
            shown.forEach(
                    each -> names.append("<th>").append(escaped(each.name())).append("</th>"));
            write(names.append("</tr>").toString());
        }
        StringBuilder cells = new StringBuilder("<tr>");
        for (PropertyExpression each : shown) {
            cells.append("<td>").append(escaped(text(each, object))).append("</td>");
        }
        write(cells.append("</tr>").toString());
    }

    private void list(List<PropertyExpression> shown, Object object, boolean first) {
        if (!first) {
            write("<tr><td><hr></td></tr>");
        }
        for (PropertyExpression each : shown) {
            write("<tr><td>" + escaped(each.name()) + ":</td><td>" + escaped(text(each, object)) + "</td></tr>");
        }
    }

    private static String text(PropertyExpression column, Object object) {
        return Conversion.toText(column.value(object));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    protected void end() {
        write("</table>");
        postContent.forEach(this::write);
        if (!fragment) {
            write("</body></html>");
        }
    }
}
