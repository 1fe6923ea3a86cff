package org.openbits.shell.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;

/**
 * {@code [System.Xml.XmlWriter]}, {@code XmlTextWriter} and {@code XmlWriterSettings}.
 *
 * @param kind the type's last word in lower case
 */
record XmlWriterType(Engine engine, String kind) implements Statics {

    private static final CustomObject USUAL = settings();

    private static CustomObject settings() {
        return new CustomObject("System.Xml.XmlWriterSettings")
                .add("Encoding", new TextEncoding(StandardCharsets.UTF_8))
                .add("OmitXmlDeclaration", false)
                .add("NewLineHandling", "Replace")
                .add("NewLineChars", System.lineSeparator())
                .add("Indent", false)
                .add("IndentChars", "  ")
                .add("NewLineOnAttributes", false)
                .add("CloseOutput", false)
                .add("ConformanceLevel", "Document");
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (!kind.equals("xmlwriter") || !method.equals("create") || arguments.isEmpty()) {
            return MISSING;
        }
        CustomObject settings = arguments.size() > 1 && arguments.get(1) instanceof CustomObject given ? given : USUAL;
        boolean omits = Conversion.isTrue(settings.property("OmitXmlDeclaration"))
                || Conversion.toText(settings.property("ConformanceLevel")).equalsIgnoreCase("Fragment");
        Object place = arguments.get(0);
        TextEncoding encoding =
                settings.property("Encoding") instanceof TextEncoding asked ? asked : TextEncoding.usual();
        XmlOut.Layout layout = new XmlOut.Layout(
                Conversion.isTrue(settings.property("Indent")),
                Conversion.toText(settings.property("IndentChars")),
                Conversion.toText(settings.property("NewLineChars")),
                Conversion.isTrue(settings.property("NewLineOnAttributes")),
                !omits);
        boolean closes = isPath(place) || Conversion.isTrue(settings.property("CloseOutput"));
        return new XmlOut(writer(place, encoding), closes, "System.Xml.XmlWriter", layout);
    }

    @Override
    public @Nullable Object create(List<@Nullable Object> arguments) {
        if (kind.equals("xmlwritersettings")) {
            return settings();
        }
        if (!kind.equals("xmltextwriter") || arguments.isEmpty()) {
            return MISSING;
        }
        NetWriter target = writer(arguments.get(0), TextEncoding.among(arguments));
        XmlOut.Layout layout = new XmlOut.Layout(false, "  ", System.lineSeparator(), false, false);
        return new XmlOut(target, true, "System.Xml.XmlTextWriter", layout);
    }

    private static boolean isPath(@Nullable Object place) {
        return !(place instanceof NetWriter || place instanceof NetStream || place instanceof TextBuilder);
    }

    private NetWriter writer(@Nullable Object place, TextEncoding encoding) {
        if (place instanceof NetWriter writer) {
            return writer;
        }
        if (place instanceof TextBuilder text) {
            return NetWriter.into(text);
        }
        return NetWriter.into(
                place instanceof NetStream stream
                        ? stream
                        : StreamTypes.open(
                                FileTypes.path(engine, List.of(Conversion.toText(place)), 0), "Create", "Write"),
                encoding);
    }
}
