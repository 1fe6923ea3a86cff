package org.openbits.cmdlets.core;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbits.automation.Conversion;
import org.openbits.automation.FileItem;
import org.openbits.automation.Members;

/** The attributes that {@code Get-ChildItem -Attributes} asks for: a comma is or, {@code +} is and, {@code !} is not. */
final class AttributeFilter {

    private AttributeFilter() {}

    /** Whether the item has one of the combinations; any item when there are none. */
    static boolean accepts(List<String> combinations, FileItem item) {
        if (combinations.isEmpty()) {
            return true;
        }
        Set<String> own = Stream.of(
                        Conversion.toText(Members.getOrNull(item, "Attributes")).split(","))
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return combinations.stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .anyMatch(combination -> Stream.of(combination.split("\\+")).allMatch(one -> has(own, one.trim())));
    }

    private static boolean has(Set<String> own, String wanted) {
        boolean not = wanted.startsWith("!");
        String name = (not ? wanted.substring(1) : wanted).toLowerCase(Locale.ROOT);
        String full = switch (name) {
            case "d" -> "directory";
            case "h" -> "hidden";
            case "r" -> "readonly";
            case "s" -> "system";
            default -> name;
        };
        return own.contains(full) != not;
    }

    /** Whether a combination asks for the attribute, or for its absence. */
    static boolean names(List<String> combinations, String attribute) {
        String lower = attribute.toLowerCase(Locale.ROOT);
        return combinations.stream()
                .flatMap(list -> Stream.of(list.split("[,+]")))
                .map(one -> one.trim().replace("!", "").toLowerCase(Locale.ROOT))
                .anyMatch(one -> one.equals(lower) || one.equals(lower.substring(0, 1)));
    }
}
