package org.openbits.internal.smb;

import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.Configuration;
import jcifs.SmbConstants;
import jcifs.internal.CommonServerMessageBlockResponse;
import jcifs.internal.Request;
import jcifs.internal.smb1.com.SmbComClose;
import jcifs.internal.smb1.com.SmbComNTCreateAndX;
import jcifs.internal.smb1.trans2.Trans2FindFirst2Response;
import jcifs.internal.util.SMBUtil;
import jcifs.smb.FileEntry;
import jcifs.smb.NtStatus;
import jcifs.smb.RequestParam;
import jcifs.smb.SmbException;
import jcifs.smb.SmbSessionInternal;
import jcifs.smb.SmbTransportInternal;
import jcifs.smb.SmbTreeInternal;
import org.jspecify.annotations.Nullable;

/**
 * By SMB 1 (NT LM 0.12), for servers that know nothing else, and where a policy allows it. One request at a time. A file is
 * a number of 16 bits here.
 */
final class Smb1Share implements Share {

    private static final int EVERYBODY_MAY =
            SmbConstants.FILE_SHARE_READ | SmbConstants.FILE_SHARE_WRITE | SmbConstants.FILE_SHARE_DELETE;
    private static final int NOT_LISTED =
            SmbConstants.ATTR_DIRECTORY | SmbConstants.ATTR_HIDDEN | SmbConstants.ATTR_SYSTEM;
    /** A count of 16 bits, less what stands before the data. */
    private static final int LARGE_BYTES = 60 << 10;
    /** What every server takes: the smallest message size is 4,356. */
    private static final int SMALL_BYTES = 4_000;

    private static final int ROOM_BYTES = 1 << 16;

    private final CIFSContext context;
    private final Configuration config;
    private final SmbTransportInternal transport;
    private final SmbTreeInternal tree;
    private final byte[][] rooms = {new byte[ROOM_BYTES], new byte[ROOM_BYTES]};
    /** Guarded by this. */
    private boolean entered;

    private volatile boolean broken;

    private Smb1Share(CIFSContext context, SmbTransportInternal transport, SmbTreeInternal tree) {
        this.context = context;
        this.config = context.getConfig();
        this.transport = transport;
        this.tree = tree;
    }

    /** @param context that speaks SMB 1 */
    static Smb1Share connect(CIFSContext context, SmbName name) throws IOException {
        SmbTransportInternal transport = Smb2Share.reach(context, name, ignored -> {});
        SmbSessionInternal session =
                transport.getSmbSession(context, name.server(), null).unwrap(SmbSessionInternal.class);
        SmbTreeInternal tree = session.getSmbTree(name.share(), null).unwrap(SmbTreeInternal.class);
        return new Smb1Share(context, transport, tree);
    }

    /** Whether the server answers in this dialect. No account is told to it. */
    static boolean isSpokenAt(CIFSContext context, SmbName name) {
        try {
            Smb2Share.reach(context, name, ignored -> {}).disconnect(true, false);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized Opened open(String path) throws IOException {
        byte[] file = open(path, 0, SmbConstants.FILE_READ_DATA | SmbConstants.FILE_READ_ATTRIBUTES);
        return new Opened(file, facts(file)); // the library rounds the time that this answer tells
    }

    @Override
    public synchronized byte @Nullable [] openForWriting(String path, boolean create) throws IOException {
        try {
            return open(
                    path,
                    create ? SmbConstants.O_CREAT : 0,
                    SmbConstants.FILE_WRITE_DATA | SmbConstants.FILE_WRITE_ATTRIBUTES | SmbConstants.DELETE);
        } catch (SmbException e) {
            if (!create && Smb2Share.isMissing(e)) {
                return null;
            }
            throw e;
        }
    }

    private byte[] open(String path, int flags, int access) throws IOException {
        SmbComNTCreateAndX request = new SmbComNTCreateAndX(
                config, "\\" + path, flags, access, EVERYBODY_MAY, SmbConstants.ATTR_NORMAL, 0, null);
        byte[] file = new byte[2];
        SMBUtil.writeInt2(send(request).getFid(), file, 0);
        return file;
    }

    private static int number(byte[] file) {
        return SMBUtil.readInt2(file, 0);
    }

    @Override
    public synchronized Facts facts(byte[] file) throws IOException {
        return send(new Smb1Messages.AskFacts(config, number(file))).facts();
    }

    @Override
    public synchronized int read(byte[] file, long offset, long most, int which) throws IOException {
        int bytes = (int) Math.min(most, has(SmbConstants.CAP_LARGE_READX) ? LARGE_BYTES : SMALL_BYTES);
        int count = send(new Smb1Messages.Read(config, number(file), offset, bytes, rooms[which]))
                .getDataLength();
        if (count > bytes) {
            broken = true;
            throw new EOFException("the server sent more than it was asked for");
        }
        return count == 0 ? -1 : count;
    }

    @Override
    public synchronized byte[] room(int which) {
        return rooms[which];
    }

    @Override
    public synchronized void write(byte[] file, long offset, byte[] from, int start, int count) throws IOException {
        // The library's author saw servers spoil large writes that are signed.
        boolean mayBeLarge = has(SmbConstants.CAP_LARGE_WRITEX) && !transport.isSigningEnforced();
        int most = mayBeLarge ? LARGE_BYTES : SMALL_BYTES;
        for (int done = 0; done < count; ) {
            int bytes = Math.min(most, count - done);
            long written = send(new Smb1Messages.Write(config, number(file), offset + done, from, start + done, bytes))
                    .getCount();
            if (written <= 0 || written > bytes) {
                throw new EOFException("the server wrote nothing");
            }
            done += (int) written;
        }
    }

    private boolean has(int capability) throws SmbException {
        return transport.hasCapability(capability);
    }

    @Override
    public synchronized void flush(byte[] file) throws IOException {
        send(new Smb1Messages.Flush(config, number(file)));
    }

    @Override
    public synchronized void setLastWrite(byte[] file, Instant time) throws IOException {
        send(new Smb1Messages.Set(config, number(file), new Facts.LastWrite(time)));
    }

    @Override
    public synchronized void rename(byte[] file, String path) throws IOException {
        send(new Smb1Messages.Rename(config, number(file), path.substring(path.lastIndexOf('\\') + 1)));
    }

    @Override
    public synchronized void delete(String path) throws IOException {
        try {
            send(new Smb1Messages.Delete(config, "\\" + path));
        } catch (SmbException e) {
            if (!Smb2Share.isMissing(e)) {
                throw e;
            }
        }
    }

    @Override
    public synchronized void close(byte[] file) throws IOException {
        send(new SmbComClose(config, number(file), 0));
    }

    @Override
    public synchronized List<String> list(String directory, String pattern) throws IOException {
        List<String> names = new ArrayList<>();
        String from = directory.isEmpty() ? "\\" : "\\" + directory + "\\";
        try {
            Trans2FindFirst2Response found = send(new Smb1Messages.Find(config, from, pattern, NOT_LISTED));
            int search = found.getSid(); // later answers do not tell it
            add(names, found);
            while (!found.isEndOfSearch() && found.getNumEntries() > 0) {
                found = send(new Smb1Messages.FindMore(config, search, found));
                add(names, found);
            }
        } catch (SmbException e) {
            if (e.getNtStatus() != NtStatus.NT_STATUS_NO_SUCH_FILE
                    && e.getNtStatus() != NtStatus.NT_STATUS_NO_MORE_FILES) {
                throw e;
            }
        }
        return names;
    }

    private static void add(List<String> names, Trans2FindFirst2Response found) {
        for (FileEntry entry : found.getResults()) {
            if ((entry.getAttributes() & NOT_LISTED) == 0) {
                names.add(entry.getName());
            }
        }
    }

    private synchronized <T extends CommonServerMessageBlockResponse> T send(Request<T> request) throws IOException {
        if (broken) {
            throw new EOFException("the connection was given up");
        }
        try {
            if (!entered) {
                enter();
                entered = true;
            }
            request.initResponse(context);
            return tree.send(request, RequestParam.NO_RETRY);
        } catch (SmbException e) {
            broken |= e.getNtStatus() == NtStatus.NT_STATUS_UNSUCCESSFUL || e.getCause() instanceof IOException;
            throw e;
        } catch (CIFSException e) {
            broken = true;
            throw e;
        }
    }

    /** Before the first request, for the library cannot send a listing together with the entry into the share. */
    @SuppressWarnings("deprecation") // only this enters without another request
    private void enter() throws SmbException {
        tree.connectLogon(context);
    }

    @Override
    public boolean isUsable() {
        return !broken && !transport.isDisconnected();
    }

    @Override
    public void disconnect() {
        broken = true;
        try {
            transport.disconnect(true, true);
        } catch (IOException e) {
            // It is being abandoned: how it ends no longer matters.
        }
    }
}
