package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Example;
import org.openbits.automation.HashTable;
import org.openbits.automation.Help;
import org.openbits.automation.Members;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Parameter;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.Source;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.Statement;
import org.openbits.shell.language.SyntaxError;
import org.openbits.shell.language.TypeName;

/** {@code New-Object}: an object of a type that this shell knows. */
@CmdletName(
        verb = "New",
        noun = "Object",
        defaultSet = "Net",
        errorClass = "Microsoft.PowerShell.Commands.NewObjectCommand")
@Help(
        synopsis = "Makes an object of a type.",
        description = "Knows the types that [type]::new() knows.",
        examples = {
            @Example(title = "A URI", code = "(New-Object System.Uri 'http://example.com/a/b').Segments"),
            @Example(
                    title = "With arguments, by name",
                    code = "New-Object -TypeName System.Version -ArgumentList 1, 2"),
            @Example(
                    title = "An object of your properties",
                    code = "New-Object -TypeName PSObject -Property @{ Name = 'ann'; Score = 5 }"),
            @Example(
                    title = "A COM object, on Windows",
                    code = "try { New-Object -ComObject WScript.Shell } catch { 'no COM here'; $Error.Clear() }")
        })
final class NewObject extends Cmdlet {

    @Parameter(position = 0, mandatory = true, sets = "Net", help = "The name of the type.")
    private String typeName = "";

    @Parameter(position = 1, sets = "Net", aliases = "Args", help = "What its constructor is given.")
    private List<Object> argumentList = List.of();

    @Parameter(help = "Properties to set.")
    private @Nullable HashTable property;

    @Parameter(mandatory = true, sets = "Com", help = "The name of a COM class; none exists here.")
    private String comObject = "";

    @Override
    protected void process() {
        if (!comObject.isEmpty()) {
            throw runtime()
                    .terminate(ErrorRecord.of(
                            new RuntimeFailure("COM objects such as '" + comObject + "' exist on Windows only."),
                            "NoCOMClassIdentified",
                            ErrorCategory.ResourceUnavailable,
                            comObject));
        }
        write(withProperties(create()));
    }

    private Object create() {
        Span nowhere = new Span(new Source("", ""), 0, 0);
        int rank = typeName.matches(".*\\[,+]")
                ? typeName.length() - typeName.indexOf('[', typeName.lastIndexOf('`') + 1) - 1
                : 0;
        boolean array = typeName.endsWith("[]");
        boolean generic = typeName.indexOf('[') > 0;
        String name = generic ? typeName.substring(0, typeName.indexOf('[')) : typeName;
        int tick = name.indexOf('`');
        try {
            NetType type = runtime()
                    .service(Engine.class)
                    .types()
                    .type(new TypeName(
                            nowhere,
                            tick > 0 ? name.substring(0, tick) : name,
                            arguments(),
                            rank > 0 ? -rank : array ? 1 : 0));
            Object made = type.call("new", new ArrayList<>(argumentList));
            return made == null ? new CustomObject() : made;
        } catch (NoSuchMember e) {
            throw runtime()
                    .terminate(ErrorRecord.of(e, "CannotFindAppropriateCtor", ErrorCategory.ObjectNotFound, typeName));
        }
    }

    /** The types between the brackets of a generic type. */
    private List<TypeName> arguments() {
        try {
            return Parser.parse("[" + typeName.replaceAll("`\\d+", "") + "]", "")
                                            .statements()
                                            .get(0)
                                    instanceof Statement.Pipeline written
                            && written.onlyExpression() instanceof Expression.TypeLiteral literal
                    ? literal.type().arguments()
                    : List.of();
        } catch (SyntaxError unusual) {
            return List.of();
        }
    }

    private Object withProperties(Object made) {
        for (Map.Entry<?, ?> entry : property == null ? Map.<Object, Object>of().entrySet() : property.entrySet()) {
            String name = Conversion.toText(entry.getKey());
            if (made instanceof CustomObject object) {
                object.add(name, entry.getValue());
            } else {
                Members.set(made, name, entry.getValue());
            }
        }
        return made;
    }
}
