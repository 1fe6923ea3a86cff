package org.openbits.automation;

/**
 * .NET's whole numbers that Java does not have or that are smaller than an Int32. They keep their size, because scripts
 * ask for their type and their bytes; as soon as one calculates with them, they are an Int32 or an Int64.
 */
public final class SmallInteger extends Number implements Comparable<SmallInteger>, NetNamed {

    /** Which of them. */
    public enum Kind {
        BYTE("Byte", "an unsigned byte", 1, 0, 0xff),
        SBYTE("SByte", "a signed byte", 1, Byte.MIN_VALUE, Byte.MAX_VALUE),
        INT16("Int16", "an Int16", 2, Short.MIN_VALUE, Short.MAX_VALUE),
        UINT16("UInt16", "a UInt16", 2, 0, 0xffff),
        UINT32("UInt32", "a UInt32", 4, 0, 0xffffffffL);

        private final String netName;
        private final String words;
        private final int size;
        private final long low;
        private final long high;

        Kind(String netName, String words, int size, long low, long high) {
            this.netName = netName;
            this.words = words;
            this.size = size;
            this.low = low;
            this.high = high;
        }

        /** How many bytes it has. */
        public int size() {
            return size;
        }

        /** The lowest and the highest of them. */
        public long low() {
            return low;
        }

        public long high() {
            return high;
        }

        /**
         * A number of this kind.
         *
         * @throws ConversionException when the number is not of its range
         */
        public SmallInteger of(long number) {
            if (number < low || number > high) {
                throw new ConversionException(
                        number, "System." + netName, "Value was either too large or too small for " + words + ".");
            }
            return new SmallInteger(this, number);
        }
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final long value;

    private SmallInteger(Kind kind, long value) {
        this.kind = kind;
        this.value = value;
    }

    public Kind kind() {
        return kind;
    }

    /** What it is once one calculates with it. */
    Number widened() {
        return kind == Kind.UINT32 ? (Number) value : Integer.valueOf((int) value);
    }

    @Override
    public String netName() {
        return "System." + kind.netName;
    }

    @Override
    public int intValue() {
        return (int) value;
    }

    @Override
    public long longValue() {
        return value;
    }

    @Override
    public float floatValue() {
        return value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public int compareTo(SmallInteger other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmallInteger number && number.kind == kind && number.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
