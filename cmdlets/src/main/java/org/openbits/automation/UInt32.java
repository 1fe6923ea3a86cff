package org.openbits.automation;

/**
 * .NET's UInt32: a number that has four bytes and no sign. Java has none, and scripts ask for its bytes; as soon as one
 * calculates with it, it is an Int64.
 */
public final class UInt32 extends Number implements Comparable<UInt32> {

    private static final long serialVersionUID = 1;

    private final int bits;

    private UInt32(int bits) {
        this.bits = bits;
    }

    /**
     * @throws IllegalArgumentException when the number is not of its range
     */
    public static UInt32 of(long number) {
        if (number < 0 || number > 0xffffffffL) {
            throw new IllegalArgumentException(number + " is no UInt32");
        }
        return new UInt32((int) number);
    }

    @Override
    public int intValue() {
        return bits;
    }

    @Override
    public long longValue() {
        return bits & 0xffffffffL;
    }

    @Override
    public float floatValue() {
        return longValue();
    }

    @Override
    public double doubleValue() {
        return longValue();
    }

    @Override
    public int compareTo(UInt32 other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UInt32 number && number.bits == bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return Integer.toUnsignedString(bits);
    }
}
