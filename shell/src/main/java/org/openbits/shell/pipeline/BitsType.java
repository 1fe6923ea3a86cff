package org.openbits.shell.pipeline;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.SmallInteger;

/** {@code [BitConverter]}: numbers and their bytes, the lowest first. */
final class BitsType implements Statics {

    @Override
    public @Nullable Object get(String property) {
        return property.equals("islittleendian") ? true : MISSING;
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (arguments.isEmpty()) {
            return MISSING;
        }
        if (method.equals("getbytes")) {
            return bytes(arguments.get(0));
        }
        byte[] bytes = TextTypes.bytes(arguments.get(0));
        int from = arguments.size() > 1 ? StaticTypes.number(arguments, 1) : 0;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (method) {
            case "tostring" -> new TextTypes.Convert().call(method, arguments.subList(0, 1));
            case "toint16" -> SmallInteger.Kind.INT16.of(buffer.getShort(from));
            case "touint16" -> SmallInteger.Kind.UINT16.of(buffer.getShort(from) & 0xffff);
            case "toint32" -> buffer.getInt(from);
            case "touint32" -> SmallInteger.Kind.UINT32.of(buffer.getInt(from) & 0xffffffffL);
            case "toint64" -> buffer.getLong(from);
            case "touint64" -> Conversion.unsigned(buffer.getLong(from));
            case "todouble" -> buffer.getDouble(from);
            case "tosingle" -> buffer.getFloat(from);
            case "tochar" -> buffer.getChar(from);
            case "toboolean" -> bytes[from] != 0;
            default -> MISSING;
        };
    }

    private static Object bytes(@Nullable Object value) {
        // GetBytes has no overload for one byte: it takes it as an Int16.
        return TextTypes.bytes(
                value instanceof SmallInteger small && small.kind().size() == 1
                        ? binary(SmallInteger.Kind.INT16.of(small.longValue()))
                        : binary(value));
    }

    /** The bytes of a number, a truth or a character, by its own size. */
    static byte[] binary(@Nullable Object value) {
        ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        if (value instanceof Boolean flag) {
            buffer.put((byte) (flag ? 1 : 0));
        } else if (value instanceof Double number) {
            buffer.putDouble(number);
        } else if (value instanceof Float number) {
            buffer.putFloat(number);
        } else if (value instanceof Character letter) {
            buffer.putChar(letter);
        } else if (value instanceof SmallInteger number) {
            buffer.putLong(0, number.longValue()).position(number.kind().size());
        } else if (value instanceof Integer number) {
            buffer.putInt(number);
        } else {
            buffer.putLong(Conversion.toNumber(value).longValue());
        }
        return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }
}
