package org.openbits.cmdlets.core;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;

/** The running figures of one property. */
final class Measurement {

    private static final Pattern WORD = Pattern.compile("\\S+");

    private int count;
    private double sum;
    private final boolean extremes;
    private double squares;
    private double mean;
    private @Nullable Object maximum;
    private @Nullable Object minimum;
    private long lines;
    private long words;
    private long characters;

    /** @param extremes whether the greatest and the smallest value are wanted, for which values must be comparable */
    Measurement(boolean extremes) {
        this.extremes = extremes;
    }

    /** Takes a value in; false when a number is needed and it is none. */
    boolean add(Object value, boolean needsNumbers) {
        Number number = number(value);
        if (number == null && needsNumbers) {
            return false;
        }
        count++;
        if (number != null) {
            addNumber(number.doubleValue());
        }
        Object ordered = number == null ? value : Double.valueOf(number.doubleValue());
        if (extremes) {
            maximum = maximum == null || Conversion.compare(ordered, maximum, false) > 0 ? ordered : maximum;
            minimum = minimum == null || Conversion.compare(ordered, minimum, false) < 0 ? ordered : minimum;
        }
        return true;
    }

    void addText(String text, boolean withoutBlanks) {
        count++;
        lines += text.isEmpty() ? 0 : text.lines().count();
        words += WORD.matcher(text).results().count();
        characters += withoutBlanks
                ? text.chars().filter(c -> !Character.isWhitespace(c)).count()
                : text.length();
    }

    int count() {
        return count;
    }

    @Nullable
    Object sum() {
        return count == 0 ? null : Double.valueOf(sum);
    }

    @Nullable
    Object average() {
        return count == 0 ? null : Double.valueOf(sum / count);
    }

    @Nullable
    Object standardDeviation() {
        return count < 2 ? null : Double.valueOf(Math.sqrt(squares / (count - 1)));
    }

    @Nullable
    Object maximum() {
        return maximum;
    }

    @Nullable
    Object minimum() {
        return minimum;
    }

    long lines() {
        return lines;
    }

    long words() {
        return words;
    }

    long characters() {
        return characters;
    }

    /** Welford's way: exact enough however large the numbers are. */
    private void addNumber(double value) {
        sum += value;
        double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
    }

    private static @Nullable Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        try {
            return value instanceof CharSequence || value instanceof Boolean ? Conversion.toNumber(value) : null;
        } catch (ConversionException none) {
            return null;
        }
    }
}
