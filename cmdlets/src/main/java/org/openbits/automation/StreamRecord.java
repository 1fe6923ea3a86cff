package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message of a stream among objects: what {@code 3>&1} and {@code -WarningVariable} give. Its text is the message.
 *
 * @param kind Warning, Verbose, Debug or Information
 * @param message the text; of Write-Information and Write-Host the object
 * @param tags what Write-Information was told to mark it with; PSHOST for Write-Host
 */
public record StreamRecord(String kind, @Nullable Object message, List<String> tags) implements Shaped {

    public StreamRecord {
        tags = List.copyOf(tags);
    }

    /** One without tags. */
    public StreamRecord(String kind, @Nullable Object message) {
        this(kind, message, List.of());
    }

    private static final List<String> NAMES = List.of("Message");
    private static final List<String> INFORMATION = List.of("MessageData", "Source", "Tags");

    @Override
    public String typeName() {
        return "System.Management.Automation." + kind + "Record";
    }

    @Override
    public List<String> propertyNames() {
        return kind.equals("Information") ? INFORMATION : NAMES;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "message" -> toString();
            case "messagedata" -> message;
            case "source" -> "Write-Information";
            case "tags" -> NetList.named("System.Collections.Generic.List`1[System.String]", tags);
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public String toString() {
        return Conversion.toText(message);
    }
}
