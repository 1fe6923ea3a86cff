package org.openbits.cmdlets.core.display;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Members;
import org.openbits.automation.Numbered;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.SecureText;
import org.openbits.automation.TypeData;

/**
 * The view an object has when nobody asks for another: a table of its type's own, else a table for up to four
 * properties and a list for more. Remembers the shape it met last, so that objects of one shape share one view.
 */
final class DefaultViews {

    private static final int MOST_PROPERTIES_IN_A_TABLE = 4;

    private static final Map<String, View> BY_TYPE = byType();

    /** @param chosen the properties that the object or its type says to show; empty when none says */
    private record Shape(String type, List<String> names, List<String> chosen) {}

    private @Nullable Shape lastShape;
    private View lastView = LineView.PLAIN;
    private @Nullable View lastAsked;
    private @Nullable View lastOwn;
    private View lastCompleted = LineView.PLAIN;

    View of(Object value) {
        if (value instanceof ZonedDateTime) {
            return LineView.FRAMED;
        }
        if (isText(value)) {
            return LineView.PLAIN;
        }
        Shape shape = new Shape(Members.typeName(value), List.copyOf(Members.names(value)), TypeData.shownOf(value));
        if (!shape.equals(lastShape)) {
            lastShape = shape;
            lastView = make(shape);
        }
        return lastView;
    }

    /** Whether the view is that of the object's type, not one made of its properties. */
    boolean isOfType(Object value) {
        return of(value) == LineView.FRAMED
                || BY_TYPE.containsKey(Members.typeName(value).toLowerCase(Locale.ROOT));
    }

    /** Whether objects of one view may stand in another: groups without their elements are groups. */
    boolean alsoFits(@Nullable View shown, View own) {
        return shown == BY_TYPE.get("microsoft.powershell.commands.groupinfo")
                && own == BY_TYPE.get("microsoft.powershell.commands.groupinfonoelement");
    }

    /** A view that was asked for without naming properties, completed by what the type of the object defines. */
    View complete(View asked, Object value) {
        if (isText(value) || value instanceof ZonedDateTime) {
            return of(value);
        }
        List<String> shown = TypeData.shownOf(value);
        if (!shown.isEmpty() && (asked instanceof TableView || asked instanceof ListView)) {
            return completed(asked, PropertyExpression.all(shown));
        }
        if (!(asked instanceof TableView table) || !(of(value) instanceof TableView own) || own.namesNoProperty()) {
            return asked;
        }
        if (asked != lastAsked || own != lastOwn) {
            lastAsked = asked;
            lastOwn = own;
            lastCompleted = own.like(table);
        }
        return lastCompleted;
    }

    private View completed(View asked, List<PropertyExpression> shown) {
        View made = asked instanceof TableView table
                ? new TableView(
                        shown.stream().map(Column::of).toList(),
                        table.sizing(),
                        table.isWrapping(),
                        table.hidesHeaders(),
                        table.grouping())
                : new ListView(shown, asked.grouping());
        if (!made.equals(lastCompleted)) {
            lastCompleted = made;
        }
        return lastCompleted;
    }

    private static View make(Shape shape) {
        if (!shape.chosen().isEmpty()) {
            List<PropertyExpression> shown = PropertyExpression.all(shape.chosen());
            return shown.size() <= MOST_PROPERTIES_IN_A_TABLE
                    ? TableView.of(shown, false, false, false, null)
                    : new ListView(shown, null);
        }
        View known = BY_TYPE.get(shape.type().toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        if (shape.names().isEmpty()) {
            return LineView.PLAIN;
        }
        return shape.names().size() <= MOST_PROPERTIES_IN_A_TABLE ? TableView.sized() : new ListView(List.of(), null);
    }

    /** Whether it stands as its text wherever it stands. */
    static boolean isText(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof Numbered
                || value instanceof Throwable
                || value instanceof SecureText
                || value instanceof ScriptBlock;
    }

    private static Map<String, View> byType() {
        Map<String, View> views = new HashMap<>();
        views.put("mamlcommandhelpinfo", LineView.PLAIN);
        views.put("mamlparatextitem", LineView.PLAIN);
        views.put("mamlcommandhelpinfo#parameter", LineView.PLAIN);
        for (String kind : List.of("warning", "verbose", "debug", "information")) {
            views.put("system.management.automation." + kind + "record", LineView.PLAIN);
        }
        views.put(
                "microsoft.backgroundintelligenttransfer.management.bitsjob",
                TableView.shared(
                        Column.left("JobId", 0),
                        Column.left("DisplayName", 0),
                        Column.left("TransferType", 0),
                        Column.left("JobState", 0),
                        Column.left("OwnerAccount", 0)));
        views.put(
                "openbits.bitstransferhistory",
                TableView.shared(
                        Column.left("Time", 22),
                        Column.left("Result", 9),
                        Column.left("DisplayName", 0),
                        Column.right("FilesTotal", 10),
                        Column.right("BytesTransferred", 16)));
        views.put(
                Entry.TYPE.toLowerCase(Locale.ROOT),
                TableView.shared(Column.left("Name", 30), Column.left("Value", 0)));
        TableView variables = TableView.shared(Column.left("Name", 30), Column.left("Value", 0));
        views.put("system.management.automation.psvariable", variables);
        views.put(
                "system.management.automation.psdriveinfo",
                TableView.shared(
                        Column.left("Name", 10),
                        Column.right("UsedGigabytes", 13).titled("Used (GB)"),
                        Column.right("FreeGigabytes", 13).titled("Free (GB)"),
                        Column.left("Provider", 13),
                        Column.left("Root", 50),
                        Column.left("CurrentLocation", 0)));
        views.put(
                "system.diagnostics.process",
                TableView.shared(
                        Column.right("NPM", 7).titled("NPM(K)"),
                        Column.right("PmMegabytes", 8).titled("PM(M)"),
                        Column.right("WsMegabytes", 10).titled("WS(M)"),
                        Column.right("CpuSeconds", 10).titled("CPU(s)"),
                        Column.right("Id", 7),
                        Column.right("SI", 3),
                        Column.left("ProcessName", 0)));
        TableView files = TableView.shared(
                        Column.left("Mode", 7),
                        Column.right("LastWriteTimeString", 26).titled("LastWriteTime"),
                        Column.right("LengthString", 14).titled("Length"),
                        Column.left("Name", 0))
                .groupedBy(new Grouping(
                        4, PropertyExpression.named("DirectoryString").titled("Directory")));
        views.put("system.io.fileinfo", files);
        views.put("system.io.directoryinfo", files);
        TableView commands = TableView.shared(
                Column.left("CommandType", 15),
                Column.left("DisplayName", 0).titled("Name"),
                Column.left("Version", 10),
                Column.left("Source", 0));
        views.put("system.management.automation.cmdletinfo", commands);
        views.put("system.management.automation.functioninfo", commands);
        views.put("system.management.automation.applicationinfo", commands);
        views.put("system.management.automation.aliasinfo", commands);
        views.put(
                "microsoft.powershell.commands.groupinfo",
                TableView.shared(Column.right("Count", 5), Column.left("Name", 25), Column.left("Group", 0)));
        views.put(
                "microsoft.powershell.commands.groupinfonoelement",
                TableView.shared(Column.right("Count", 5), Column.left("Name", 0)));
        views.put(
                "microsoft.powershell.commands.filehashinfo",
                TableView.shared(Column.left("Algorithm", 15), Column.left("Hash", 70), Column.left("Path", 0)));
        views.put(
                "microsoft.powershell.commands.memberdefinition",
                new TableView(
                        List.of(Column.of("Name"), Column.of("MemberType"), Column.of("Definition")),
                        TableView.Sizing.ALL_ROWS,
                        false,
                        false,
                        new Grouping(3, PropertyExpression.named("TypeName"))));
        views.put(
                "system.management.automation.psmoduleinfo",
                TableView.shared(
                        Column.left("ModuleType", 10),
                        Column.left("Version", 10),
                        Column.left("Name", 35),
                        Column.left("ExportedNames", 0).titled("ExportedCommands")));
        views.put(
                "system.version",
                TableView.shared(
                        Column.left("Major", 6),
                        Column.left("Minor", 6),
                        Column.left("Build", 6),
                        Column.left("Revision", 8)));
        views.put(
                "system.timespan",
                new ListView(
                        PropertyExpression.all(List.of(
                                "Days",
                                "Hours",
                                "Minutes",
                                "Seconds",
                                "Milliseconds",
                                "Ticks",
                                "TotalDays",
                                "TotalHours",
                                "TotalMinutes",
                                "TotalSeconds",
                                "TotalMilliseconds")),
                        null));
        views.put(
                "system.runtimetype",
                TableView.shared(
                        Column.left("IsPublic", 8),
                        Column.left("IsSerial", 8),
                        Column.left("Name", 40),
                        Column.left("BaseType", 0)));
        views.put("system.guid", TableView.sized());
        views.put("system.management.automation.errorrecord", LineView.PLAIN);
        views.put("microsoft.powershell.commands.matchinfo", LineView.FRAMED);
        return Map.copyOf(views);
    }
}
