package org.openbits.cmdlets.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** Which names {@code -Filter}, {@code -Include} and {@code -Exclude} let through. */
final class NameFilter {

    private final List<Predicate<String>> included = new ArrayList<>();
    private final List<Predicate<String>> excluded = new ArrayList<>();
    private final @Nullable Predicate<String> filter;

    NameFilter(String filter, List<String> include, List<String> exclude) {
        this.filter = filter.isEmpty() || filter.equals("*.*") ? null : Conversion.wildcard(filter, false);
        include.forEach(pattern -> included.add(Conversion.wildcard(pattern, false)));
        exclude.forEach(pattern -> excluded.add(Conversion.wildcard(pattern, false)));
    }

    boolean accepts(String name) {
        return (filter == null || filter.test(name))
                && (included.isEmpty() || included.stream().anyMatch(pattern -> pattern.test(name)))
                && excluded.stream().noneMatch(pattern -> pattern.test(name));
    }

    boolean accepts(Path path) {
        Path name = path.getFileName();
        return accepts(name == null ? "" : name.toString());
    }
}
