package org.openbits.shell.pipeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.NetNamed;

/**
 * An array of several dimensions: {@code [int[,]]::new(2, 3)}. As a list it gives its elements row by row, as .NET
 * enumerates them. Public because scripts call its methods by name.
 */
public final class NetGrid extends AbstractList<@Nullable Object> implements NetNamed {

    private static final int MOST_ELEMENTS = 100_000_000;

    private final String name;
    private final int[] lengths;
    private final @Nullable Object[] elements;

    private NetGrid(String name, int[] lengths, @Nullable Object[] elements) {
        this.name = name;
        this.lengths = lengths;
        this.elements = elements;
    }

    /**
     * A grid whose elements are all the same.
     *
     * @param name what .NET calls its type, such as {@code System.Int32[,]}
     * @param lengths one for each dimension
     */
    static NetGrid of(String name, List<@Nullable Object> lengths, @Nullable Object element) {
        int[] sizes = positions(lengths);
        long count = 1;
        for (int size : sizes) {
            if (size < 0) {
                throw new NetException(
                        "System.OverflowException", "Arithmetic operation resulted in an overflow.", null);
            }
            count = Math.min(count * size, MOST_ELEMENTS + 1L);
        }
        if (count > MOST_ELEMENTS) {
            throw new NetException("System.OutOfMemoryException", "Array dimensions exceeded supported range.", null);
        }
        Object[] elements = new Object[(int) count];
        Arrays.fill(elements, element);
        return new NetGrid(name, sizes, elements);
    }

    /** A cast makes no grid of anything else. */
    static @Nullable Object cast(String name, @Nullable Object value) {
        if (value == null || value instanceof NetGrid grid && grid.name.equalsIgnoreCase(name)) {
            return value;
        }
        throw new ConversionException(value, name, "Object must implement IConvertible.");
    }

    private static int[] positions(List<? extends @Nullable Object> numbers) {
        return numbers.stream()
                .mapToInt(each -> Conversion.toNumber(each).intValue())
                .toArray();
    }

    /** The element at one index for each dimension. */
    @Nullable
    Object at(List<@Nullable Object> indexes) {
        return elements[offset(positions(indexes))];
    }

    void put(List<@Nullable Object> indexes, @Nullable Object value) {
        elements[offset(positions(indexes))] = value;
    }

    private int offset(int... indexes) {
        if (indexes.length != lengths.length) {
            throw Failures.invalid(
                    null,
                    "NeedMultidimensionalIndex",
                    "You must provide " + lengths.length + " indexes for an array of " + lengths.length
                            + " dimensions.");
        }
        int offset = 0;
        for (int dimension = 0; dimension < lengths.length; dimension++) {
            int index = indexes[dimension];
            if (index < 0 || index >= lengths[dimension]) {
                throw new NetException(
                        "System.IndexOutOfRangeException", "Index was outside the bounds of the array.", null);
            }
            offset = offset * lengths[dimension] + index;
        }
        return offset;
    }

    public int getRank() {
        return lengths.length;
    }

    public int getLength() {
        return elements.length;
    }

    public int getLength(int dimension) {
        return lengths[dimension];
    }

    public int getLowerBound(int dimension) {
        return Math.min(0, lengths[dimension]);
    }

    public int getUpperBound(int dimension) {
        return lengths[dimension] - 1;
    }

    public @Nullable Object getValue(int first, int second) {
        return elements[offset(first, second)];
    }

    public void setValue(@Nullable Object value, int first, int second) {
        elements[offset(first, second)] = value;
    }

    /** The same elements in an array of their own. */
    Object copy() {
        return new NetGrid(name, lengths, elements.clone());
    }

    @Override
    public @Nullable Object get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public String netName() {
        return name;
    }

    @Override
    public List<@Nullable Object> subList(int from, int to) {
        return Collections.unmodifiableList(Arrays.asList(elements).subList(from, to));
    }
}
