package org.openbits.internal.smb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import jcifs.Address;
import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.Configuration;
import jcifs.SmbConstants;
import jcifs.SmbTransport;
import jcifs.internal.CommonServerMessageBlockResponse;
import jcifs.internal.Request;
import jcifs.internal.fscc.FileRenameInformation2;
import jcifs.internal.smb2.Smb2EchoRequest;
import jcifs.internal.smb2.create.Smb2CloseRequest;
import jcifs.internal.smb2.create.Smb2CreateRequest;
import jcifs.internal.smb2.info.Smb2QueryDirectoryRequest;
import jcifs.internal.smb2.info.Smb2SetInfoRequest;
import jcifs.internal.smb2.io.Smb2FlushRequest;
import jcifs.internal.smb2.tree.Smb2TreeConnectRequest;
import jcifs.internal.smb2.tree.Smb2TreeConnectResponse;
import jcifs.smb.DfsReferral;
import jcifs.smb.FileEntry;
import jcifs.smb.NtStatus;
import jcifs.smb.RequestParam;
import jcifs.smb.SmbException;
import jcifs.smb.SmbSessionInternal;
import jcifs.smb.SmbTransportInternal;
import jcifs.smb.SmbTreeInternal;
import org.jspecify.annotations.Nullable;

/** By SMB 2.1 to 3.1.1. One request at a time, except that several writes may be on the way. */
final class Smb2Share implements Share {

    private static final int EVERYBODY_MAY = Smb2CreateRequest.FILE_SHARE_READ
            | Smb2CreateRequest.FILE_SHARE_WRITE
            | Smb2CreateRequest.FILE_SHARE_DELETE;
    private static final int LIST_DIRECTORY = 1;
    private static final int NOT_LISTED =
            SmbConstants.ATTR_DIRECTORY | SmbConstants.ATTR_HIDDEN | SmbConstants.ATTR_SYSTEM;
    private static final int NO_CREDIT_CHARGE_BYTES = 1 << 16;
    /** How long a request may have to wait for those before it to leave. */
    private static final long TURN_SECONDS = 60;

    private final Configuration config;
    private final Signing signing;
    private final SmbTransportInternal transport;
    private final SmbTreeInternal tree;
    private final SmbName name;
    private final byte[][] rooms = {new byte[0], new byte[0]};
    /** Held by the request that takes its message ids and its place in the stream. */
    private final Semaphore turn = new Semaphore(1, true);

    private int readBytes = Settings.READ_BYTES;
    private volatile int writeBytes = LargeWrite.MOST_BYTES;
    private volatile boolean broken;

    private Smb2Share(
            Configuration config, Signing signing, SmbTransportInternal transport, SmbTreeInternal tree, SmbName name) {
        this.config = config;
        this.signing = signing;
        this.transport = transport;
        this.tree = tree;
        this.name = name;
    }

    /** Connects with the server; the share itself is entered with the first request. Blocks for 20 seconds at most. */
    static Smb2Share connect(CIFSContext from, SmbName name) throws IOException {
        Signing signing = new Signing(from);
        CIFSContext context = signing.context();
        SmbTransportInternal transport = reach(context, name, signing::of);
        SmbSessionInternal session =
                transport.getSmbSession(context, name.server(), null).unwrap(SmbSessionInternal.class);
        Smb2Share share = new Smb2Share(
                context.getConfig(),
                signing,
                transport,
                session.getSmbTree(name.share(), null).unwrap(SmbTreeInternal.class),
                name);
        if (!context.getConfig().isDfsDisabled()) {
            // Whether a share is part of a distributed file system shows once it is entered, and changes what names
            // mean.
            try {
                share.send(new Smb2EchoRequest(context.getConfig()));
            } catch (IOException e) {
                share.disconnect();
                throw e;
            }
        }
        return share;
    }

    /** @param before told of each connection before it is made */
    static SmbTransportInternal reach(CIFSContext context, SmbName name, Consumer<SmbTransportInternal> before)
            throws IOException {
        IOException failure = new UnknownHostException(name.server());
        for (Address address : context.getNameServiceClient().getAllByName(name.server(), true)) {
            SmbTransport transport = context.getTransportPool().getSmbTransport(context, address, name.port(), true);
            try {
                SmbTransportInternal connected = transport.unwrap(SmbTransportInternal.class);
                before.accept(connected);
                connected.ensureConnected();
                return connected;
            } catch (IOException e) {
                context.getTransportPool().removeTransport(transport);
                failure = e;
            }
        }
        throw failure;
    }

    @Override
    public synchronized Opened open(String path) throws IOException {
        Smb2CreateRequest request = named(new Opening(config, path), path);
        request.setDesiredAccess(SmbConstants.FILE_READ_DATA | SmbConstants.FILE_READ_ATTRIBUTES);
        request.setShareAccess(EVERYBODY_MAY);
        request.setCreateDisposition(Smb2CreateRequest.FILE_OPEN);
        request.setCreateOptions(Smb2CreateRequest.FILE_NON_DIRECTORY_FILE | Smb2CreateRequest.FILE_SEQUENTIAL_ONLY);
        Opening.Opened answer = (Opening.Opened) send(request);
        return new Opened(answer.getFileId(), answer.facts());
    }

    private Smb2CreateRequest create(String path) {
        return named(new Smb2CreateRequest(config, path), path);
    }

    /** With a distributed file system it is the whole name that counts. */
    private Smb2CreateRequest named(Smb2CreateRequest request, String path) {
        request.setFullUNCPath(
                null, name.server(), name.at(name.server(), name.share(), path).full());
        return request;
    }

    @Override
    public synchronized Facts facts(byte[] file) throws IOException {
        return ((Facts.Answer) send(new Facts.Request(config, file))).facts();
    }

    @Override
    public synchronized int read(byte[] file, long offset, long most, int which) throws IOException {
        int wanted = (int) Math.min(most, readBytes);
        if (rooms[which].length < wanted) {
            rooms[which] = new byte[wanted];
        }
        byte[] room = rooms[which];
        try {
            int count = send(new LargeRead(config, file, offset, wanted, room)).getDataLength();
            return count == 0 ? -1 : count;
        } catch (SmbException e) {
            if (e.getNtStatus() == NtStatus.NT_STATUS_END_OF_FILE) {
                return -1;
            }
            if (e.getNtStatus() == NtStatus.NT_STATUS_INVALID_PARAMETER && wanted > NO_CREDIT_CHARGE_BYTES) {
                // A server without large requests, or with a smaller limit than ours.
                readBytes = NO_CREDIT_CHARGE_BYTES;
                return read(file, offset, most, which);
            }
            throw e;
        }
    }

    @Override
    public synchronized byte[] room(int which) {
        return rooms[which];
    }

    @Override
    public synchronized byte @Nullable [] openForWriting(String path, boolean create) throws IOException {
        Smb2CreateRequest request = create(path);
        request.setDesiredAccess(SmbConstants.FILE_WRITE_DATA
                | SmbConstants.FILE_READ_ATTRIBUTES
                | SmbConstants.FILE_WRITE_ATTRIBUTES
                | SmbConstants.DELETE);
        request.setShareAccess(EVERYBODY_MAY);
        request.setCreateDisposition(create ? Smb2CreateRequest.FILE_OPEN_IF : Smb2CreateRequest.FILE_OPEN);
        request.setCreateOptions(Smb2CreateRequest.FILE_NON_DIRECTORY_FILE | Smb2CreateRequest.FILE_SEQUENTIAL_ONLY);
        try {
            return send(request).getFileId();
        } catch (SmbException e) {
            if (!create && isMissing(e)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void write(byte[] file, long offset, byte[] from, int start, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int most = writeBytes;
            try {
                done += writeSome(file, offset + done, from, start + done, Math.min(most, count - done));
            } catch (SmbException e) {
                boolean isTooMuch = e.getNtStatus() == NtStatus.NT_STATUS_INVALID_PARAMETER;
                if (!isTooMuch || most == LargeWrite.MOST_SHORT_BYTES) {
                    throw e;
                }
                // A server without large requests, or with a smaller limit than ours.
                writeBytes = LargeWrite.MOST_SHORT_BYTES;
            }
        }
    }

    private int writeSome(byte[] file, long offset, byte[] from, int start, int count) throws IOException {
        takeTurn();
        AtomicBoolean holdsTurn = new AtomicBoolean(true);
        Runnable giveTurn = () -> {
            if (holdsTurn.getAndSet(false)) {
                turn.release();
            }
        };
        try {
            LargeWrite request = LargeWrite.of(config, file, offset, from, start, count, giveTurn);
            exchange(request);
            int written = request.written();
            if (written <= 0) {
                throw new EOFException("the server wrote nothing");
            }
            return Math.min(written, request.bytes());
        } finally {
            giveTurn.run();
        }
    }

    private void takeTurn() throws IOException {
        try {
            if (!turn.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
                broken = true;
                throw new EOFException("the connection stands still");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public synchronized void flush(byte[] file) throws IOException {
        send(new Smb2FlushRequest(config, file));
    }

    @Override
    public synchronized void setLastWrite(byte[] file, Instant time) throws IOException {
        Smb2SetInfoRequest request = new Smb2SetInfoRequest(config, file);
        request.setFileInformation(new Facts.LastWrite(time));
        send(request);
    }

    @Override
    public synchronized void rename(byte[] file, String path) throws IOException {
        Smb2SetInfoRequest request = new Smb2SetInfoRequest(config, file);
        request.setFileInformation(new FileRenameInformation2(path, true));
        send(request);
    }

    @Override
    public synchronized void delete(String path) throws IOException {
        Smb2CreateRequest request = create(path);
        request.setDesiredAccess(SmbConstants.DELETE);
        request.setShareAccess(EVERYBODY_MAY);
        request.setCreateDisposition(Smb2CreateRequest.FILE_OPEN);
        request.setCreateOptions(Smb2CreateRequest.FILE_NON_DIRECTORY_FILE | Smb2CreateRequest.FILE_DELETE_ON_CLOSE);
        try {
            close(send(request).getFileId());
        } catch (SmbException e) {
            if (!isMissing(e)) {
                throw e;
            }
        }
    }

    static boolean isMissing(SmbException failure) {
        return failure.getNtStatus() == NtStatus.NT_STATUS_OBJECT_NAME_NOT_FOUND
                || failure.getNtStatus() == NtStatus.NT_STATUS_OBJECT_PATH_NOT_FOUND;
    }

    @Override
    public synchronized void close(byte[] file) throws IOException {
        send(new Smb2CloseRequest(config, file));
    }

    @Override
    public synchronized List<String> list(String directory, String pattern) throws IOException {
        Smb2CreateRequest open = create(directory);
        open.setDesiredAccess(LIST_DIRECTORY | SmbConstants.FILE_READ_ATTRIBUTES);
        open.setShareAccess(EVERYBODY_MAY);
        open.setCreateDisposition(Smb2CreateRequest.FILE_OPEN);
        open.setCreateOptions(Smb2CreateRequest.FILE_DIRECTORY_FILE);
        byte[] id = send(open).getFileId();
        List<String> names = new ArrayList<>();
        try {
            FileEntry[] entries = listSome(id, pattern);
            while (entries.length > 0) {
                for (FileEntry entry : entries) {
                    if ((entry.getAttributes() & NOT_LISTED) == 0) {
                        names.add(entry.getName());
                    }
                }
                entries = listSome(id, pattern);
            }
        } catch (SmbException e) {
            if (e.getNtStatus() != NtStatus.NT_STATUS_NO_SUCH_FILE) {
                throw e;
            }
        }
        close(id);
        return names;
    }

    private FileEntry[] listSome(byte[] directory, String pattern) throws IOException {
        Smb2QueryDirectoryRequest request = new Smb2QueryDirectoryRequest(config, directory);
        request.setFileInformationClass(Smb2QueryDirectoryRequest.FILE_BOTH_DIRECTORY_INFO);
        request.setFileName(pattern);
        FileEntry[] entries = send(request).getResults();
        return entries == null ? new FileEntry[0] : entries;
    }

    /** Whether the server says of the share that its data travels encrypted only. */
    static boolean requiresEncryption(CIFSContext context, SmbName name) throws IOException {
        SmbName root = new SmbName(name.server(), name.port(), "IPC$", "", name.written());
        Smb2Share server = connect(context, root);
        try {
            String unc = "\\\\" + name.server() + "\\" + name.share();
            Smb2TreeConnectResponse answer = server.send(new Smb2TreeConnectRequest(server.config, unc));
            return (answer.getShareFlags() & Smb2TreeConnectResponse.SMB2_SHAREFLAG_ENCRYPT_DATA) != 0;
        } finally {
            server.disconnect();
        }
    }

    private <T extends CommonServerMessageBlockResponse> T send(Request<T> request) throws IOException {
        takeTurn();
        try {
            return exchange(request);
        } finally {
            turn.release();
        }
    }

    private <T extends CommonServerMessageBlockResponse> T exchange(Request<T> request) throws IOException {
        if (broken) {
            throw new EOFException("the connection was given up");
        }
        signing.choose(); // the first request logs on
        try {
            return tree.send(request, RequestParam.NO_RETRY);
        } catch (DfsReferral e) {
            throw e; // an answer like any other
        } catch (SmbException e) {
            // A status of the server leaves the connection as it was; anything else ends it.
            broken |= e.getNtStatus() == NtStatus.NT_STATUS_UNSUCCESSFUL || e.getCause() instanceof IOException;
            throw e;
        } catch (CIFSException e) {
            broken = true;
            throw e;
        }
    }

    /** Once something was sent: whether messages are signed by AES-GMAC, if they are signed. */
    boolean isGmac() {
        return signing.isGmac();
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
