package org.openbits.internal.smb;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import jcifs.DfsReferralData;
import jcifs.smb.DfsReferral;
import jcifs.smb.SmbAuthException;
import org.ietf.jgss.GSSException;
import org.openbits.AuthCredentials;
import org.openbits.internal.smb.Shares.Key;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.NamePattern;
import org.openbits.spi.Permission;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadTarget;
import org.openbits.spi.Validator;

/** Opens and lists what is on shares, over connections used before where there are some. Thread-safe. */
final class ShareFiles {

    private static final int MOST_REFERRALS = 5;
    /** A server that knows Kerberos but not this realm's (MS-ERREF 2.3.1). */
    private static final int BAD_TOKEN_TYPE = 0xC00000A8;

    private final Shares shares;
    private final ExecutorService helpers = Executors.newCachedThreadPool(ShareFiles::helper);
    private final SecureRandom random = new SecureRandom();

    /** What is done over a connection; {@code at} is where the file really is. */
    private interface Work<T> {
        T on(Share share, SmbName at) throws IOException, TransferException;
    }

    ShareFiles(Set<Permission> permissions) {
        shares = new Shares(permissions);
    }

    DownloadSource open(DownloadRequest request) throws TransferException {
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        return withShare(name, account, request.abort(), (share, at) -> {
            return new SmbSource(request, at, account, shares, share, helpers, share.open(at.path()));
        });
    }

    Validator version(DownloadRequest request) throws TransferException {
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        return withShare(name, account, request.abort(), (share, at) -> {
            Share.Opened opened = share.open(at.path());
            share.close(opened.file());
            request.abort().guard(null);
            shares.giveBack(Key.of(at, account), share);
            return opened.facts().version();
        });
    }

    UploadTarget openTarget(UploadRequest request) throws TransferException {
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        return withShare(
                name,
                account,
                request.abort(),
                (share, at) -> new SmbUpload(request, at, account, shares, share, helpers, random));
    }

    /** Deletes the temporary file of the session, if it is still there. */
    void abandon(UploadRequest request) throws TransferException {
        UploadSession session = request.session();
        if (session == null) {
            return;
        }
        SmbName name = SmbName.parse(request.remoteName());
        Account account = Account.of(request.credentials());
        withShare(name, account, request.abort(), (share, at) -> {
            share.delete(at.inDirectory(SmbUpload.temporaryOf(session)));
            request.abort().guard(null);
            shares.giveBack(Key.of(at, account), share);
            return share;
        });
    }

    /**
     * The server narrows by {@code *} and {@code ?}; what it means by them, and sets, are looked at again here. A
     * set may also be part of a name: a file of that very name comes before those that match.
     */
    List<String> expand(String pattern, List<AuthCredentials> credentials) throws TransferException {
        SmbName name = SmbName.parse(pattern);
        Account account = Account.of(credentials);
        Pattern wanted = NamePattern.of(name.file(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        String asked = name.file().replaceAll("\\[[^\\]]+\\]", "?");
        boolean mayBeAName = !name.file().matches(".*[*?].*");
        List<String> all = withShare(name, account, new Abort(), (share, at) -> {
            List<String> found = mayBeAName ? share.list(at.directory(), name.file()) : List.of();
            found = found.isEmpty() ? share.list(at.directory(), asked) : found;
            shares.giveBack(Key.of(at, account), share);
            return found;
        });
        List<String> matching = new ArrayList<>();
        for (String each : all) {
            boolean isWanted = wanted.matcher(each).matches() || each.equalsIgnoreCase(name.file());
            // A separator in it would be a way out of the directory.
            if (isWanted && each.indexOf('/') < 0 && each.indexOf('\\') < 0) {
                matching.add(name.sibling(each));
            }
        }
        Collections.sort(matching);
        return matching;
    }

    private <T> T withShare(SmbName name, Account account, Abort abort, Work<T> work) throws TransferException {
        SmbName at = name;
        for (int referrals = 0; ; referrals++) {
            try {
                return there(at, account, abort, work);
            } catch (DfsReferral e) {
                if (referrals == MOST_REFERRALS) {
                    throw Verdicts.wanders(name, e);
                }
                at = followed(at, e.getData());
            } catch (IOException e) {
                throw verdict(e, at, account);
            }
        }
    }

    private static SmbName followed(SmbName from, DfsReferralData to) {
        String below = "\\" + from.path(); // the library counts from here
        String rest = below.substring(Math.max(0, Math.min(below.length(), to.getPathConsumed())));
        String path = to.getPath() == null ? "" : to.getPath();
        return from.at(to.getServer(), to.getShare(), path + "\\" + rest);
    }

    /** A connection used before may have died unseen: then, once, over a new one. */
    private <T> T there(SmbName at, Account account, Abort abort, Work<T> work) throws IOException, TransferException {
        Share used = shares.takeIdle(Key.of(at, account));
        if (used != null) {
            try {
                return work(used, at, abort, work);
            } catch (IOException e) {
                if (used.isUsable()) {
                    shares.giveBack(Key.of(at, account), used);
                    throw e;
                }
            } catch (TransferException | RuntimeException | Error e) {
                used.disconnect();
                throw e;
            }
        }
        Share fresh = shares.connect(at, account);
        try {
            return work(fresh, at, abort, work);
        } catch (IOException e) {
            fresh.disconnect();
            if (isOfTheAccount(e) && shares.triedTicket(at, account, e)) {
                return there(at, account, abort, work); // without it
            }
            throw e;
        } catch (TransferException | RuntimeException | Error e) {
            fresh.disconnect();
            throw e;
        }
    }

    /** Whether it may be better as somebody else; the library hides what Kerberos says in failures of its own. */
    private static boolean isOfTheAccount(IOException failure) {
        return failure instanceof SmbAuthException
                || failure.getCause() instanceof GeneralSecurityException
                || Verdicts.isCausedBy(failure, GSSException.class);
    }

    private static <T> T work(Share share, SmbName at, Abort abort, Work<T> work)
            throws IOException, TransferException {
        abort.guard(share::disconnect);
        return work.on(share, at);
    }

    private TransferException verdict(IOException failure, SmbName name, Account account) {
        boolean isRefused = failure instanceof SmbAuthException;
        return isRefused && shares.isRefusedForEncryption(name, account)
                ? Verdicts.encryption(name, failure)
                : Verdicts.of(failure, name, account, shares.noTicket(account));
    }

    private static Thread helper(Runnable task) {
        Thread thread = new Thread(task, "smb-helper");
        thread.setDaemon(true);
        return thread;
    }

    /** Others take over; what is open here stays open. */
    void retire() {
        shares.close();
    }

    void close() {
        helpers.shutdown();
        shares.close();
    }
}
