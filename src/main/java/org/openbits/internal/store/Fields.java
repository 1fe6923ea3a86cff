package org.openbits.internal.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record as bytes.
 *
 * <pre>
 * boolean, byte   1 byte              int     4 bytes, long 8 bytes, big-endian
 * text            length in bytes as int, UTF-8; a length of -1 is null
 * instant         seconds as long, nanoseconds as int; the nanoseconds -1 are null
 * list            count as int, items
 * plain map       count as int, then name and value; a value is 'S' text, 'N' long, 'B' boolean or 'L' list of text
 * </pre>
 */
final class Fields {

    private Fields() {}

    /** Appends fields. */
    static final class Writer {

        private ByteBuffer out = ByteBuffer.allocate(512);

        /** The first byte of a record. */
        Writer layout(byte layout) {
            room(1).put(layout);
            return this;
        }

        Writer flag(boolean value) {
            room(1).put((byte) (value ? 1 : 0));
            return this;
        }

        Writer number(int value) {
            room(Integer.BYTES).putInt(value);
            return this;
        }

        Writer number(long value) {
            room(Long.BYTES).putLong(value);
            return this;
        }

        Writer bytes(byte[] value) {
            number(value.length);
            room(value.length).put(value);
            return this;
        }

        private ByteBuffer room(int bytes) {
            if (out.remaining() < bytes) {
                int size = Math.addExact(out.capacity(), Math.max(out.capacity(), bytes));
                out = ByteBuffer.allocate(size).put(out.flip());
            }
            return out;
        }

        Writer text(@Nullable String value) {
            return value == null ? number(-1) : bytes(value.getBytes(StandardCharsets.UTF_8));
        }

        /** An enum constant by its name, so that its place among the others is free to change. */
        Writer constant(Enum<?> value) {
            return text(value.name());
        }

        Writer instant(@Nullable Instant value) {
            return value == null
                    ? number(0L).number(-1)
                    : number(value.getEpochSecond()).number(value.getNano());
        }

        Writer texts(List<String> values) {
            number(values.size());
            values.forEach(this::text);
            return this;
        }

        Writer plain(Map<String, ?> values) {
            number(values.size());
            values.forEach((name, value) -> text(name).plain(value));
            return this;
        }

        private void plain(Object value) {
            if (value instanceof String text) {
                tag('S').text(text);
            } else if (value instanceof Long number) {
                tag('N').number(number);
            } else if (value instanceof Boolean flag) {
                tag('B').flag(flag);
            } else if (value instanceof List<?> list) {
                tag('L').texts(list.stream().map(String.class::cast).toList());
            } else {
                throw new IllegalArgumentException("no plain value: " + value.getClass());
            }
        }

        private Writer tag(char tag) {
            room(1).put((byte) tag);
            return this;
        }

        byte[] toBytes() {
            return Arrays.copyOf(out.array(), out.position());
        }
    }

    /** Reads fields in the order they were written; what follows the last one read is left alone. */
    static final class Reader {

        private final ByteBuffer in;

        Reader(byte[] bytes) {
            this.in = ByteBuffer.wrap(bytes);
        }

        byte layout() {
            return in.get();
        }

        boolean flag() {
            return in.get() != 0;
        }

        /** A flag that was added later than the record was written, or the value it had until then. */
        boolean flagOr(boolean before) {
            return in.hasRemaining() ? flag() : before;
        }

        /** A text that was added later than the record was written, or null. */
        @Nullable
        String addedTextOrNull() {
            return in.hasRemaining() ? textOrNull() : null;
        }

        int int_() {
            return in.getInt();
        }

        long long_() {
            return in.getLong();
        }

        byte[] bytes() {
            return bytes(in.getInt());
        }

        @Nullable
        String textOrNull() {
            int length = in.getInt();
            return length == -1 ? null : new String(bytes(length), StandardCharsets.UTF_8);
        }

        String text() {
            String text = textOrNull();
            if (text == null) {
                throw new IllegalArgumentException("a text that must be there is null");
            }
            return text;
        }

        <E extends Enum<E>> E constant(Class<E> type) {
            return Enum.valueOf(type, text());
        }

        @Nullable
        Instant instantOrNull() {
            long seconds = in.getLong();
            int nanos = in.getInt();
            return nanos == -1 ? null : Instant.ofEpochSecond(seconds, nanos);
        }

        Instant instant() {
            Instant instant = instantOrNull();
            if (instant == null) {
                throw new IllegalArgumentException("a time that must be there is null");
            }
            return instant;
        }

        /** A time that was added later than the record was written, or another one. */
        Instant instantOr(Instant otherwise) {
            return in.hasRemaining() ? instant() : otherwise;
        }

        List<String> texts() {
            int count = count();
            List<String> texts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                texts.add(text());
            }
            return texts;
        }

        Map<String, Object> plain() {
            int count = count();
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                values.put(text(), plainValue());
            }
            return values;
        }

        private Object plainValue() {
            byte tag = in.get();
            return switch (tag) {
                case 'S' -> text();
                case 'N' -> long_();
                case 'B' -> flag();
                case 'L' -> texts();
                default -> throw new IllegalArgumentException("a value has the unknown tag " + tag);
            };
        }

        /** A count of items, each of one byte or more; a larger one would only exhaust the memory. */
        /** A count that was added later than the record was written, or another one. */
        int countOr(int otherwise) {
            return in.hasRemaining() ? count() : otherwise;
        }

        int count() {
            int count = in.getInt();
            if (count < 0 || count > in.remaining()) {
                throw new IllegalArgumentException("a count of " + count);
            }
            return count;
        }

        private byte[] bytes(int length) {
            if (length < 0 || length > in.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] bytes = new byte[length];
            in.get(bytes);
            return bytes;
        }
    }
}
