package org.openbits.internal.smb;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import jcifs.smb.SmbAuthException;
import org.openbits.AuthCredentials;
import org.openbits.internal.smb.Shares.Key;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.NamePattern;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadTarget;
import org.openbits.spi.Validator;

/** Opens and lists what is on shares, over connections used before where there are some. Thread-safe. */
final class ShareFiles {

    private final Shares shares = new Shares();
    private final ExecutorService helpers = Executors.newCachedThreadPool(ShareFiles::helper);
    private final SecureRandom random = new SecureRandom();

    /** What is done over a connection. */
    private interface Work<T> {
        T on(Share share) throws IOException, TransferException;
    }

    DownloadSource open(DownloadRequest request) throws TransferException {
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        return withShare(name, account, request.abort(), share -> {
            byte[] file = share.open(name.path());
            return new SmbSource(request, name, account, shares, share, helpers, file, share.facts(file));
        });
    }

    Validator version(DownloadRequest request) throws TransferException {
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        return withShare(name, account, request.abort(), share -> {
            byte[] file = share.open(name.path());
            Facts facts = share.facts(file);
            share.close(file);
            request.abort().guard(null);
            shares.giveBack(Key.of(name, account), share);
            return facts.version();
        });
    }

    UploadTarget openTarget(UploadRequest request) throws TransferException {
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        return withShare(
                name,
                account,
                request.abort(),
                share -> new SmbUpload(request, name, account, shares, share, helpers, random));
    }

    /** Deletes the temporary file of the session, if it is still there. */
    void abandon(UploadRequest request) throws TransferException {
        UploadSession session = request.session();
        if (session == null) {
            return;
        }
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        withShare(name, account, request.abort(), share -> {
            share.delete(name.inDirectory(SmbUpload.temporaryOf(session)));
            request.abort().guard(null);
            shares.giveBack(Key.of(name, account), share);
            return share;
        });
    }

    /** The server narrows by {@code *} and {@code ?}; what it means by them, and sets, are looked at again here. */
    List<String> expand(String pattern, List<AuthCredentials> credentials) throws TransferException {
        SmbName name = SmbName.parse(pattern);
        Account account = Account.of(credentials);
        Pattern wanted = NamePattern.of(name.file(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        String asked = name.file().replaceAll("\\[[^\\]]+\\]", "?");
        List<String> all = withShare(name, account, new Abort(), share -> {
            List<String> found = share.list(name.directory(), asked);
            shares.giveBack(Key.of(name, account), share);
            return found;
        });
        List<String> matching = new ArrayList<>();
        for (String each : all) {
            // A separator in it would be a way out of the directory.
            if (wanted.matcher(each).matches() && each.indexOf('/') < 0 && each.indexOf('\\') < 0) {
                matching.add(name.sibling(each));
            }
        }
        Collections.sort(matching);
        return matching;
    }

    /** A connection used before may have died unseen: then, once, over a new one. */
    private <T> T withShare(SmbName name, Account account, Abort abort, Work<T> work) throws TransferException {
        Share used = shares.takeIdle(Key.of(name, account));
        if (used != null) {
            try {
                return work(used, abort, work);
            } catch (IOException e) {
                if (used.isUsable()) {
                    shares.giveBack(Key.of(name, account), used);
                    throw verdict(e, name, account);
                }
            } catch (TransferException e) {
                used.disconnect();
                throw e;
            }
        }
        Share fresh;
        try {
            fresh = shares.connect(name, account);
        } catch (IOException e) {
            throw verdict(e, name, account);
        }
        try {
            return work(fresh, abort, work);
        } catch (IOException e) {
            fresh.disconnect();
            throw verdict(e, name, account);
        } catch (TransferException e) {
            fresh.disconnect();
            throw e;
        }
    }

    private static <T> T work(Share share, Abort abort, Work<T> work) throws IOException, TransferException {
        abort.guard(share::disconnect);
        return work.on(share);
    }

    private TransferException verdict(IOException failure, SmbName name, Account account) {
        boolean isRefused = failure instanceof SmbAuthException;
        return isRefused && shares.isRefusedForEncryption(name, account)
                ? Verdicts.encryption(name, failure)
                : Verdicts.of(failure, name, account);
    }

    private static Thread helper(Runnable task) {
        Thread thread = new Thread(task, "smb-helper");
        thread.setDaemon(true);
        return thread;
    }

    void close() {
        helpers.shutdown();
        shares.close();
    }
}
