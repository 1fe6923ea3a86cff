package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code [version]}: two to four numbers. */
public final class Version implements Shaped, Comparable<Version> {

    private static final List<String> NAMES = List.of("Major", "Minor", "Build", "Revision");

    private final List<Integer> numbers;

    private Version(List<Integer> numbers) {
        this.numbers = List.copyOf(numbers);
    }

    /** The version of a text such as {@code 5.1.0}; null when it is none. */
    public static @Nullable Version parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.trim().split("\\.", -1)) {
            if (part.isEmpty() || part.length() > 9 || !part.chars().allMatch(Character::isDigit)) {
                return null;
            }
            numbers.add(Integer.parseInt(part));
        }
        return numbers.size() < 2 || numbers.size() > 4 ? null : new Version(numbers);
    }

    /** A version of these numbers, two to four. */
    public static Version of(Integer... numbers) {
        return new Version(List.of(numbers));
    }

    @Override
    public String typeName() {
        return "System.Version";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public Object property(String name) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return i < numbers.size() ? numbers.get(i) : -1;
            }
        }
        throw new NoSuchMember(typeName(), name);
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < NAMES.size(); i++) {
            int mine = i < numbers.size() ? numbers.get(i) : -1;
            int theirs = i < other.numbers.size() ? other.numbers.get(i) : -1;
            if (mine != theirs) {
                return Integer.compare(mine, theirs);
            }
        }
        return 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version version && numbers.equals(version.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int number : numbers) {
            text.append(text.length() == 0 ? "" : ".").append(number);
        }
        return text.toString();
    }
}
