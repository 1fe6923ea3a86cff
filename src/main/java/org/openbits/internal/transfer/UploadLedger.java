package org.openbits.internal.transfer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.UploadSession;

/**
 * The part of a {@link Checkpoint} that only an upload has, whatever protocol it speaks.
 *
 * <pre>
 * session    protocol (UTF), count (4), then for each value its name and text (UTF each)
 * sent       the end of what was ever sent, confirmed or not (8)
 * resent     bytes that were sent more than once (8)
 * reply      flag byte whether it is whole; flag byte, length (4) and bytes of its own checkpoint
 * </pre>
 *
 * @param session what finds the upload again
 * @param sentTo the end of what was ever sent, confirmed or not, as far as known
 * @param resentBytes bytes that were sent more than once, as far as known
 * @param replyWhole whether the reply file is there; then the session may be gone
 * @param reply what the disk holds of an unfinished reply file, or null
 */
public record UploadLedger(
        UploadSession session,
        long sentTo,
        long resentBytes,
        boolean replyWhole,
        @Nullable Checkpoint reply) {

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(session.protocol());
        out.writeInt(session.values().size());
        for (Map.Entry<String, String> value : new TreeMap<>(session.values()).entrySet()) {
            out.writeUTF(value.getKey());
            out.writeUTF(value.getValue());
        }
        out.writeLong(sentTo);
        out.writeLong(resentBytes);
        out.writeBoolean(replyWhole);
        out.writeBoolean(reply != null);
        if (reply != null) {
            byte[] bytes = reply.toBytes();
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    static UploadLedger read(DataInputStream in) throws IOException {
        String protocol = in.readUTF();
        Map<String, String> values = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.put(in.readUTF(), in.readUTF());
        }
        long sentTo = in.readLong();
        long resent = in.readLong();
        boolean whole = in.readBoolean();
        Checkpoint reply = in.readBoolean() ? Checkpoint.fromBytes(in.readNBytes(in.readInt())) : null;
        return new UploadLedger(new UploadSession(protocol, values), sentTo, resent, whole, reply);
    }
}
