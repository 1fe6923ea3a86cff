package org.openbits.shell.pipeline;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.NetNamed;
import org.openbits.automation.SmallInteger;

/** .NET's BinaryReader: numbers with their lowest byte first. Public because scripts call it by name. */
public final class BinaryIn implements NetNamed {

    private final NetStream stream;
    private final Charset charset;

    BinaryIn(NetStream stream, Charset charset) {
        this.stream = stream;
        this.charset = charset;
    }

    @Override
    public String netName() {
        return "System.IO.BinaryReader";
    }

    public NetStream getBaseStream() {
        return stream;
    }

    private ByteBuffer take(int count) {
        try {
            byte[] bytes = stream.input().readNBytes(count);
            if (bytes.length < count) {
                throw new NetException(
                        "System.IO.EndOfStreamException",
                        "Unable to read beyond the end of the stream.",
                        new EOFException());
            }
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    public boolean readBoolean() {
        return take(1).get() != 0;
    }

    public SmallInteger readByte() {
        return SmallInteger.Kind.BYTE.of(take(1).get() & 0xff);
    }

    public SmallInteger readSByte() {
        return SmallInteger.Kind.SBYTE.of(take(1).get());
    }

    /** As many as are there, at most the count. */
    public List<@Nullable Object> readBytes(int count) {
        try {
            return TextTypes.bytes(stream.input().readNBytes(count));
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    public SmallInteger readInt16() {
        return SmallInteger.Kind.INT16.of(take(2).getShort());
    }

    public SmallInteger readUInt16() {
        return SmallInteger.Kind.UINT16.of(take(2).getShort() & 0xffff);
    }

    public int readInt32() {
        return take(4).getInt();
    }

    public SmallInteger readUInt32() {
        return SmallInteger.Kind.UINT32.of(take(4).getInt() & 0xffffffffL);
    }

    public long readInt64() {
        return take(8).getLong();
    }

    public Object readUInt64() {
        return Conversion.unsigned(take(8).getLong());
    }

    public float readSingle() {
        return take(4).getFloat();
    }

    public double readDouble() {
        return take(8).getDouble();
    }

    /** One character; of more than one byte where the encoding has such. */
    public char readChar() {
        byte[] bytes = new byte[0];
        while (bytes.length < 4) {
            byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
            longer[bytes.length] = take(1).get();
            bytes = longer;
            String text = new String(bytes, charset);
            if (text.length() == 1 && text.charAt(0) != '\ufffd') {
                return text.charAt(0);
            }
        }
        return '\ufffd';
    }

    public List<@Nullable Object> readChars(int count) {
        List<@Nullable Object> characters = new ArrayList<>();
        while (characters.size() < count && peekChar() >= 0) {
            characters.add(readChar());
        }
        return characters;
    }

    /** A text whose length in bytes stands before it, seven bits a byte. */
    public String readString() {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = take(1).get();
            length |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0 && shift < 35);
        return new String(take(length).array(), charset);
    }

    /** The next byte without taking it, -1 at the end or where the stream cannot go back. */
    public int peekChar() {
        if (!stream.getCanSeek()) {
            return -1;
        }
        long place = stream.getPosition();
        int next = stream.readByte();
        stream.setPosition(place);
        return next;
    }

    public void close() {
        stream.close();
    }

    public void dispose() {
        close();
    }
}
