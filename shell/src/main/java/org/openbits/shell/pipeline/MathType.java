package org.openbits.shell.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code [math]}: rounds half to even, as .NET does. */
final class MathType implements Statics {

    @Override
    public @Nullable Object get(String property) {
        return switch (property) {
            case "pi" -> Math.PI;
            case "e" -> Math.E;
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            return MISSING;
        }
        Number first = Conversion.toNumber(arguments.get(0));
        double x = first.doubleValue();
        double y = arguments.size() > 1 && arguments.get(1) instanceof Number
                ? Conversion.toNumber(arguments.get(1)).doubleValue()
                : 0;
        return switch (method) {
            case "round" -> round(first, arguments);
            case "floor" -> Math.floor(x);
            case "ceiling" -> Math.ceil(x);
            case "truncate" -> x < 0 ? Math.ceil(x) : Math.floor(x);
            case "abs" -> x < 0 ? Arithmetic.subtract(0, first) : first;
            case "sign" -> (int) Math.signum(x);
            case "min" -> Conversion.compare(first, arguments.get(1), false) <= 0 ? first : arguments.get(1);
            case "max" -> Conversion.compare(first, arguments.get(1), false) >= 0 ? first : arguments.get(1);
            case "pow" -> Math.pow(x, y);
            case "clamp" ->
                Conversion.compare(first, arguments.get(1), false) < 0
                        ? arguments.get(1)
                        : Conversion.compare(first, arguments.get(2), false) > 0 ? arguments.get(2) : first;
            case "divrem" -> divide(first.longValue(), arguments);
            case "bigmul" -> (long) x * (long) y;
            case "asin" -> Math.asin(x);
            case "acos" -> Math.acos(x);
            case "cbrt" -> Math.cbrt(x);
            case "sqrt" -> Math.sqrt(x);
            case "exp" -> Math.exp(x);
            case "log" -> arguments.size() > 1 ? Math.log(x) / Math.log(y) : Math.log(x);
            case "log10" -> Math.log10(x);
            case "log2" -> Math.log(x) / Math.log(2);
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "tan" -> Math.tan(x);
            case "atan" -> Math.atan(x);
            case "atan2" -> Math.atan2(x, y);
            default -> MISSING;
        };
    }

    private static @Nullable Object divide(long number, List<@Nullable Object> arguments) {
        long by = Conversion.toNumber(arguments.get(1)).longValue();
        if (arguments.size() > 2 && arguments.get(2) instanceof Reference rest) {
            rest.setProperty("Value", Conversion.to(Integer.class, number % by));
        }
        return Conversion.to(Integer.class, number / by);
    }

    private static Object round(Number value, List<@Nullable Object> arguments) {
        boolean awayFromZero = Conversion.toText(arguments.get(arguments.size() - 1))
                .toLowerCase(Locale.ROOT)
                .contains("awayfromzero");
        boolean digits = arguments.size() > 1 && arguments.get(1) instanceof Number;
        int scale = digits ? Conversion.toNumber(arguments.get(1)).intValue() : 0;
        double x = value.doubleValue();
        if (value instanceof Double && (Double.isNaN(x) || Double.isInfinite(x))) {
            return value;
        }
        BigDecimal rounded = new BigDecimal(value.toString())
                .setScale(scale, awayFromZero ? RoundingMode.HALF_UP : RoundingMode.HALF_EVEN);
        return value instanceof BigDecimal ? rounded : (Object) rounded.doubleValue();
    }
}
