package org.openbits.shell.language;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A minus sign before a number literal. */
final class Negation {

    private Negation() {}

    static Object of(Object number) {
        if (number instanceof Integer i) {
            return -i;
        }
        if (number instanceof Long l) {
            // 2147483648 is a long, yet its negative is an Int32.
            return l == 1L << 31 ? (Object) Integer.MIN_VALUE : (Object) (-l);
        }
        if (number instanceof BigInteger b) {
            BigInteger negative = b.negate();
            return negative.bitLength() <= 63 ? (Object) negative.longValue() : negative;
        }
        return number instanceof BigDecimal d ? d.negate() : (Object) (-(Double) number);
    }
}
