package org.openbits.shell.pipeline;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.shell.language.BinaryOperator;

/** {@code + - * / %} on numbers, texts, lists, tables, dates and time spans, as PowerShell widens them. */
final class Arithmetic {

    private Arithmetic() {}

    static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
        if (left == null) {
            return right;
        }
        if (left instanceof CharSequence || left instanceof Character && right instanceof CharSequence) {
            return Conversion.toText(left) + Conversion.toText(right);
        }
        if (Conversion.isMany(left)) {
            List<@Nullable Object> sum = new ArrayList<>(Conversion.enumerate(left));
            sum.addAll(right == null ? listOfNull() : Conversion.enumerate(right));
            return sum;
        }
        if (left instanceof Map<?, ?> table) {
            return merge(table, right);
        }
        if (left instanceof ZonedDateTime time) {
            return time.plus(span(right));
        }
        if (left instanceof Duration span) {
            return right instanceof ZonedDateTime time ? time.plus(span) : (Object) span.plus(span(right));
        }
        if (left instanceof CustomObject || left instanceof ClassInstance) {
            throw Failures.invalid(
                    null,
                    "MethodNotFound",
                    "Method invocation failed because [" + Members.typeName(left)
                            + "] does not contain a method named 'op_Addition'.");
        }
        return numbers(BinaryOperator.ADD, left, right);
    }

    private static List<@Nullable Object> listOfNull() {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(null);
        return list;
    }

    private static Object merge(Map<?, ?> left, @Nullable Object right) {
        if (!(right instanceof Map<?, ?> added)) {
            throw Failures.invalid(
                    null, "AddHashTableToNonHashTable", "A hash table can only be added to another hash table.");
        }
        HashTable sum = HashTable.of(left);
        for (Map.Entry<?, ?> entry : added.entrySet()) {
            if (sum.containsKey(entry.getKey())) {
                throw Failures.invalid(
                        null,
                        "ArgumentException",
                        "Item has already been added. Key in dictionary: '" + Conversion.toText(entry.getKey()) + "'.");
            }
            sum.put(entry.getKey(), entry.getValue());
        }
        return sum;
    }

    static @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
        if (left instanceof ZonedDateTime time) {
            Object other = right instanceof CharSequence ? dateOrSpan(right) : right;
            return other instanceof ZonedDateTime before
                    ? Duration.between(before, time)
                    : (Object) time.minus(span(other));
        }
        if (left instanceof Duration span) {
            return span.minus(span(right));
        }
        return numbers(BinaryOperator.SUBTRACT, left, right);
    }

    private static @Nullable Object dateOrSpan(Object text) {
        try {
            return Conversion.to(Duration.class, text);
        } catch (RuntimeException e) {
            return Conversion.to(ZonedDateTime.class, text);
        }
    }

    private static Duration span(@Nullable Object value) {
        Duration span = Conversion.to(Duration.class, value);
        return span == null ? Duration.ZERO : span;
    }

    static @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
        if (left instanceof CharSequence text) {
            return text.toString().repeat(count(right));
        }
        if (left != null && Conversion.isMany(left)) {
            List<@Nullable Object> product = new ArrayList<>();
            for (int i = count(right); i > 0; i--) {
                product.addAll(Conversion.enumerate(left));
            }
            return product;
        }
        if (left instanceof Duration span) {
            return Duration.ofNanos(
                    Math.round(span.toNanos() * Conversion.toNumber(right).doubleValue()));
        }
        return numbers(BinaryOperator.MULTIPLY, left, right);
    }

    private static int count(@Nullable Object value) {
        Integer count = Conversion.to(Integer.class, value);
        if (count == null || count < 0) {
            throw Failures.invalid(null, "ArgumentOutOfRange", "The number of repetitions must not be negative.");
        }
        return count;
    }

    static Object divide(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Duration span) {
            return right instanceof Duration part
                    ? (Object) ((double) span.toNanos() / part.toNanos())
                    : (Object) Duration.ofNanos(Math.round(
                            span.toNanos() / Conversion.toNumber(right).doubleValue()));
        }
        return numbers(BinaryOperator.DIVIDE, left, right);
    }

    static Object remainder(@Nullable Object left, @Nullable Object right) {
        return numbers(BinaryOperator.REMAINDER, left, right);
    }

    /** The operation in the narrowest type that holds both operands; what no longer fits becomes a Double. */
    private static Object numbers(BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        Number a = number(left, operator);
        Number b = number(right, operator);
        if (a instanceof Integer && b instanceof Integer) {
            Number quick = small(operator, a.longValue(), b.longValue());
            if (quick != null) {
                return quick;
            }
        }
        if (a instanceof Double || b instanceof Double) {
            return real(operator, a.doubleValue(), b.doubleValue());
        }
        if (a instanceof BigDecimal || b instanceof BigDecimal) {
            return decimal(operator, new BigDecimal(a.toString()), new BigDecimal(b.toString()));
        }
        BigInteger x = new BigInteger(a.toString());
        BigInteger y = new BigInteger(b.toString());
        if (operator == BinaryOperator.DIVIDE
                && y.signum() != 0
                && x.mod(y.abs()).signum() != 0) {
            return a.doubleValue() / b.doubleValue();
        }
        return fit(whole(operator, x, y), a, b);
    }

    /** The usual case, two Int32 that stay so; null when it is another. */
    private static @Nullable Number small(BinaryOperator operator, long a, long b) {
        long result = switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b != 0 && a % b == 0 ? a / b : Long.MAX_VALUE;
            default -> b != 0 ? a % b : Long.MAX_VALUE;
        };
        return result == (int) result ? (Number) (int) result : null;
    }

    private static Number number(@Nullable Object value, BinaryOperator operator) {
        if (value instanceof Integer || value instanceof Long || value instanceof Double) {
            return (Number) value;
        }
        if (value instanceof Character c) {
            return (int) c;
        }
        if (value instanceof Map || value != null && Conversion.isMany(value)) {
            throw Failures.invalid(
                    null,
                    "MethodNotFound",
                    "The operator '" + operator.text() + "' is not defined for a list or a hash table on this side.");
        }
        return Conversion.toNumber(value);
    }

    private static Object real(BinaryOperator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> a % b;
        };
    }

    private static Object decimal(BinaryOperator operator, BigDecimal a, BigDecimal b) {
        return switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(requireNotZero(b), MathContext.DECIMAL128).stripTrailingZeros();
            default -> a.remainder(requireNotZero(b));
        };
    }

    private static BigInteger whole(BinaryOperator operator, BigInteger a, BigInteger b) {
        return switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> a.divide(requireNotZero(b));
            default -> a.remainder(requireNotZero(b));
        };
    }

    private static <N extends Number> N requireNotZero(N divisor) {
        if (divisor.doubleValue() == 0) {
            throw Failures.at(
                    null,
                    new RuntimeFailure(
                            "Attempted to divide by zero.", new ArithmeticException("Attempted to divide by zero.")),
                    "RuntimeException",
                    org.openbits.automation.ErrorCategory.NotSpecified,
                    null);
        }
        return divisor;
    }

    private static Number fit(BigInteger value, Number a, Number b) {
        if (a instanceof BigInteger || b instanceof BigInteger) {
            return value;
        }
        int bits = a instanceof Long || b instanceof Long ? 63 : 31;
        if (value.bitLength() > bits) {
            return value.doubleValue();
        }
        return bits == 63 ? (Number) value.longValue() : (Number) value.intValue();
    }

    /** {@code -band}, {@code -bor}, {@code -bxor}, {@code -shl} and {@code -shr}. */
    static Object bits(BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        Number a = Conversion.toNumber(left);
        Number b = Conversion.toNumber(right);
        boolean shift = operator == BinaryOperator.SHL || operator == BinaryOperator.SHR;
        boolean wide = isWide(a) || !shift && isWide(b);
        long x = whole(a);
        long y = whole(b);
        if (shift) {
            return wide ? (Object) shift(operator, x, (int) y) : (Object) shift(operator, (int) x, (int) y);
        }
        long result = operator == BinaryOperator.BAND ? x & y : operator == BinaryOperator.BOR ? x | y : x ^ y;
        return wide ? (Object) result : (Object) (int) result;
    }

    private static long shift(BinaryOperator operator, long value, int by) {
        return operator == BinaryOperator.SHL ? value << by : value >> by;
    }

    private static int shift(BinaryOperator operator, int value, int by) {
        return operator == BinaryOperator.SHL ? value << by : value >> by;
    }

    private static boolean isWide(Number number) {
        return !(number instanceof Integer)
                && new BigDecimal(number.toString()).toBigInteger().bitLength() > 31;
    }

    static long whole(Number number) {
        return number instanceof Double d ? Math.round(Math.rint(d)) : number.longValue();
    }

    static Object not(@Nullable Object value) {
        Number number = Conversion.toNumber(value);
        return isWide(number) ? (Object) ~whole(number) : (Object) ~(int) whole(number);
    }
}
