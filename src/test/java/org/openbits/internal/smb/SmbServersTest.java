package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import jcifs.CIFSContext;
import jcifs.SmbConstants;
import jcifs.SmbRandomAccess;
import jcifs.config.PropertyConfiguration;
import jcifs.context.BaseContext;
import jcifs.smb.NtlmPasswordAuthenticator;
import jcifs.smb.SmbFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobSettings;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Permission;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.Validator;
import org.openbits.testing.Samba;

/** What servers ask for and refuse, by a real one. */
class SmbServersTest {

    private static final List<AuthCredentials> KNOWN = account(Samba.USER, Samba.PASSWORD);

    @TempDir
    static Path place;

    private static Samba common;

    @TempDir
    Path directory;

    private final SmbProtocol protocol = new SmbProtocol();
    private Samba samba;

    @AfterAll
    static void stopCommon() {
        if (common != null) {
            common.close();
        }
    }

    @AfterEach
    void stop() {
        protocol.close();
        if (samba != null && samba != common) {
            samba.close();
        }
    }

    @Test
    void knowsAccountsInEveryForm() throws Exception {
        serve();

        for (String user : List.of(Samba.USER, "TEST\\" + Samba.USER, Samba.USER + "@TEST")) {
            assertThat(read("private", "a.txt", account(user, Samba.PASSWORD))).isEqualTo("hello");
        }
        assertThat(read("plain", "a.txt", List.of())).isEqualTo("hello");
        assertThat(read("readonly", "a.txt", List.of())).isEqualTo("hello");

        TransferException wrong = failure("private", "a.txt", account(Samba.USER, "wrong"));
        assertThat(wrong.code()).isEqualTo(ErrorCode.ERROR_LOGON_FAILURE);
        assertThat(wrong.severity()).isEqualTo(Severity.FATAL);
        assertThat(wrong).hasMessageContaining("'root'").hasMessageNotContaining("wrong)");
        TransferException unknown = failure("private", "a.txt", account("nobody-at-all", "x"));
        assertThat(unknown.code()).isEqualTo(ErrorCode.ERROR_LOGON_FAILURE);
        TransferException nobody = failure("private", "a.txt", List.of());
        assertThat(nobody.code()).isEqualTo(ErrorCode.E_ACCESSDENIED);
        assertThat(nobody)
                .hasMessageContaining("anonymous")
                .hasMessageContaining("-Credential")
                .hasMessageContaining("no Kerberos ticket")
                .hasMessageContaining("kinit");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        serve();
        Files.createDirectory(samba.root().resolve("dir"));

        requireFatal(failure("none", "a.txt", List.of()), ErrorCode.ERROR_BAD_NET_NAME);
        requireFatal(failure("plain", "none.txt", List.of()), ErrorCode.ERROR_FILE_NOT_FOUND);
        requireFatal(failure("plain", "none/a.txt", List.of()), ErrorCode.ERROR_PATH_NOT_FOUND);
        requireFatal(failure("plain", "dir", List.of()), ErrorCode.E_INVALIDARG);
        requireFatal(failure("plain", "n".repeat(300), List.of()), ErrorCode.ERROR_FILENAME_EXCED_RANGE);
    }

    @Test
    void saysThatTheServerIsNotThere() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        TransferException refused = failureOf("smb://127.0.0.1:" + port + "/share/file", List.of());
        assertThat(refused.code()).isEqualTo(ErrorCode.ERROR_INTERNET_CANNOT_CONNECT);
        assertThat(refused.context()).isEqualTo(ErrorContext.GENERAL_TRANSPORT);
        assertThat(refused.severity()).isEqualTo(Severity.TRANSIENT);

        TransferException unknown = failureOf("\\\\no-such-host.invalid\\share\\file", List.of());
        assertThat(unknown.code()).isEqualTo(ErrorCode.ERROR_INTERNET_NAME_NOT_RESOLVED);
        assertThat(unknown.severity()).isEqualTo(Severity.TRANSIENT);
    }

    @Test
    void saysThatEncryptionIsRequired() throws Exception {
        serve();

        TransferException failure = failure("secret", "a.txt", KNOWN);

        requireFatal(failure, ErrorCode.ERROR_NOT_SUPPORTED);
        assertThat(failure).hasMessageContaining("requires SMB encryption");
    }

    @Test
    void saysThatTheWholeServerRequiresEncryption() throws Exception {
        serve("smb encrypt = required");

        assertThat(failure("private", "a.txt", KNOWN)).hasMessageContaining("requires SMB encryption");
    }

    @Test
    void signsWhenTheServerWants() throws Exception {
        serve("server signing = mandatory");
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        Files.write(samba.root().resolve("large"), large);

        assertThat(bytes("private", "large", KNOWN)).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMB2_10", "SMB3_02", "SMB3_11"})
    void noticesAByteThatChangedOnTheWay(String dialect) throws Exception {
        serve("server signing = mandatory", "server max protocol = " + dialect);
        Files.write(samba.root().resolve("large"), new byte[3_000_000]);
        try (ChangingProxy proxy = ChangingProxy.flipping(samba.port(), true, 700_000)) {
            TransferException failure =
                    catchThrowableOfType(TransferException.class, () -> bytesOf(proxy.name("private", "large"), KNOWN));

            assertThat(failure).isNotNull();
            assertThat(failure.severity()).isEqualTo(Severity.TRANSIENT);
        }
    }

    @Test
    void speaksTheOldestDialectToo() throws Exception {
        serve("server max protocol = SMB2_10");

        assertThat(read("private", "a.txt", KNOWN)).isEqualTo("hello");
    }

    @Test
    void speaksTheFirstDialectOnlyWhenAPolicyAllowsItAndSaysSo() throws Exception {
        serve("server max protocol = NT1", "server min protocol = NT1");

        TransferException failure = failure("plain", "a.txt", List.of());
        requireFatal(failure, ErrorCode.ERROR_NOT_SUPPORTED);
        assertThat(failure).hasMessageContaining("speaks SMB 1 only").hasMessageContaining("AllowSmb1 = 1");

        protocol.allow(Set.of(Permission.SMB1));
        assertThat(read("plain", "a.txt", List.of())).isEqualTo("hello");
        assertThat(read("private", "a.txt", KNOWN)).isEqualTo("hello");
        requireFatal(failure("plain", "none.txt", List.of()), ErrorCode.ERROR_FILE_NOT_FOUND);

        protocol.allow(Set.of());
        requireFatal(failure("plain", "a.txt", List.of()), ErrorCode.ERROR_NOT_SUPPORTED);
    }

    /** Also when it is allowed: it is for servers that know nothing else. */
    @Test
    void speaksALaterDialectWhereTheServerDoes() throws Exception {
        serve("server min protocol = NT1");
        Shares shares = new Shares(Set.of(Permission.SMB1));
        Share share = shares.connect(SmbName.parse(samba.name("private", "a.txt")), Account.of(KNOWN));

        assertThat(share).isInstanceOf(Smb2Share.class);
        share.disconnect();
        shares.close();
    }

    /** Connections of one client share a process of the server, which loses one when it ends at that moment. */
    @Test
    void connectsEachTimeAsAnotherClientAndNotLongerThanNeeded() throws Exception {
        serve("max log size = 1000");
        Awaitility.await().until(() -> samba.sessions() == 0); // of who asked whether it listens
        Shares shares = new Shares(Set.of(), Duration.ofMillis(100));
        SmbName name = SmbName.parse(samba.name("private", "a.txt"));
        Account account = Account.of(KNOWN);
        List<Share> open = List.of(shares.connect(name, account), shares.connect(name, account));
        for (Share share : open) {
            share.close(share.open("a.txt").file());
        }
        assertThat(samba.sessions()).isEqualTo(2);

        open.forEach(share -> shares.giveBack(Shares.Key.of(name, account), share));
        Awaitility.await().until(() -> samba.sessions() == 0);
        shares.close();
    }

    @Test
    void readsLargePiecesFromAServerThatAllowsSmallOnesOnly() throws Exception {
        serve("smb2 max read = 65536");
        byte[] large = new byte[300_000];
        new Random(1).nextBytes(large);
        Files.write(samba.root().resolve("large"), large);

        assertThat(bytes("plain", "large", List.of())).isEqualTo(large);
    }

    @Test
    void expandsWildcardsAndNamesBeyondAscii() throws Exception {
        serve();
        List<String> names = List.of("a b.bin", "b%c.bin", "\u00e4\u4f60.bin", "x.txt");
        for (String name : names) {
            Files.writeString(samba.root().resolve(name), name);
        }
        Files.createDirectory(samba.root().resolve("dir.bin"));

        List<String> found = protocol.expand(samba.name("private", "*.BIN"), KNOWN);

        assertThat(found)
                .containsExactly(
                        samba.name("private", "a b.bin"),
                        samba.name("private", "b%25c.bin"),
                        samba.name("private", "\u00e4\u4f60.bin"));
        for (String each : found) {
            String file = SmbName.parse(each).path();
            assertThat(new String(bytesOf(each, KNOWN), StandardCharsets.UTF_8)).isEqualTo(file);
        }
        assertThat(protocol.expand(samba.name("plain", "[x-z].?xt"), List.of()))
                .containsExactly(samba.name("plain", "x.txt"));
        assertThat(protocol.expand(samba.name("plain", "nothing*"), List.of())).isEmpty();
        assertThat(catchThrowableOfType(
                                TransferException.class, () -> protocol.expand(samba.name("private", "*"), List.of()))
                        .code())
                .isEqualTo(ErrorCode.E_ACCESSDENIED);
    }

    @Test
    void listsThousandsOfNames() throws Exception {
        serve();
        Path many = Files.createDirectory(samba.root().resolve("many"));
        List<String> expected = new ArrayList<>();
        for (int i = 10_000; i < 13_000; i++) {
            String name = "a-rather-long-name-of-a-small-file-" + i;
            Files.createFile(many.resolve(name));
            expected.add(samba.name("plain", "many/" + name));
        }

        assertThat(protocol.expand(samba.name("plain", "many/*"), List.of())).isEqualTo(expected);
    }

    /** Changed on the server itself, in place, at the same length: Samba keeps the old time as long as the file is open. */
    @Test
    void tellsTheVersionAnewWhenNothingIsOpen() throws Exception {
        serve();
        Path file = samba.root().resolve("changing");
        Files.write(file, new byte[3 << 20]);
        DownloadRequest request = request(samba.name("plain", "changing"), List.of());
        Validator before;
        try (DownloadSource source = protocol.open(request)) {
            before = source.validator();
            source.read(ByteBuffer.allocate(1 << 20));
            assertThat(protocol.version(request)).isEqualTo(before);
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
                other.write(ByteBuffer.wrap(new byte[] {1}), (3 << 20) - 1);
            }
        }

        assertThat(protocol.version(request).sameVersion(before)).isFalse();
    }

    @Test
    void followsReferralsWhenAPolicyAllowsItOnly() throws Exception {
        serve();
        samba.refer("link", "plain");
        samba.refer("circle", "dfs\\circle");
        Files.createDirectories(samba.root().resolve("below"));
        Files.writeString(samba.root().resolve("below/b.txt"), "below");

        TransferException off = failure("dfs", "link/a.txt", List.of());
        requireFatal(off, ErrorCode.ERROR_PATH_NOT_FOUND);
        assertThat(off).hasMessageContaining("FollowDfs");

        protocol.allow(Set.of(Permission.DFS));
        assertThat(read("dfs", "link/a.txt", List.of())).isEqualTo("hello");
        assertThat(read("dfs", "link/below/b.txt", List.of())).isEqualTo("below");
        assertThat(read("plain", "a.txt", List.of())).isEqualTo("hello");
        assertThat(protocol.expand(samba.name("dfs", "link/below/*"), List.of()))
                .containsExactly(samba.name("dfs", "link/below/b.txt"));
        requireFatal(failure("dfs", "circle/a.txt", List.of()), ErrorCode.ERROR_PATH_NOT_FOUND);

        protocol.allow(Set.of());
        assertThat(failure("dfs", "link/a.txt", List.of()).code()).isEqualTo(ErrorCode.ERROR_PATH_NOT_FOUND);
    }

    @Test
    void waitsForAProgramThatSharesTheFileWithNobody() throws Exception {
        serve();
        Properties settings = new Properties();
        settings.setProperty("jcifs.smb.client.maxVersion", "SMB311");
        CIFSContext other = new BaseContext(new PropertyConfiguration(settings))
                .withCredentials(new NtlmPasswordAuthenticator(Samba.USER, Samba.PASSWORD));
        try (SmbFile file = new SmbFile(samba.name("private", "a.txt"), other);
                SmbRandomAccess held = file.openRandomAccess("rw", SmbConstants.FILE_NO_SHARE)) {
            TransferException busy = failure("private", "a.txt", KNOWN);
            assertThat(busy.code()).isEqualTo(ErrorCode.ERROR_SHARING_VIOLATION);
            assertThat(busy.severity()).isEqualTo(Severity.TRANSIENT);
            held.length();
        }
        other.close();
        assertThat(read("private", "a.txt", KNOWN)).isEqualTo("hello");
    }

    private void serve(String... lines) throws Exception {
        if (lines.length == 0) {
            common = common == null ? Samba.in(place).start() : common;
            samba = common;
        } else {
            samba = Samba.in(directory);
            for (String line : lines) {
                samba.with(line);
            }
            samba.start();
        }
        Files.writeString(samba.root().resolve("a.txt"), "hello");
    }

    private static List<AuthCredentials> account(String user, String password) {
        return List.of(new AuthCredentials(AuthTarget.SERVER, AuthScheme.NEGOTIATE, user, password));
    }

    private String read(String share, String file, List<AuthCredentials> credentials) throws Exception {
        return new String(bytes(share, file, credentials), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String share, String file, List<AuthCredentials> credentials) throws Exception {
        return bytesOf(samba.name(share, file), credentials);
    }

    private byte[] bytesOf(String name, List<AuthCredentials> credentials) throws Exception {
        try (DownloadSource source = protocol.open(request(name, credentials))) {
            ByteBuffer all = ByteBuffer.allocate((int) source.totalBytes() + 1);
            while (source.read(all) >= 0) {}
            return Arrays.copyOf(all.array(), all.position());
        }
    }

    private TransferException failure(String share, String file, List<AuthCredentials> credentials) {
        return failureOf(samba.name(share, file), credentials);
    }

    private TransferException failureOf(String name, List<AuthCredentials> credentials) {
        return catchThrowableOfType(TransferException.class, () -> protocol.open(request(name, credentials)));
    }

    private static DownloadRequest request(String name, List<AuthCredentials> credentials) {
        return new DownloadRequest(name, 0, DownloadRequest.TO_END, null, JobSettings.EMPTY, credentials, new Abort());
    }

    private static void requireFatal(TransferException failure, ErrorCode code) {
        assertThat(failure.code()).as("%s", failure).isEqualTo(code);
        assertThat(failure.context()).isEqualTo(ErrorContext.REMOTE_FILE);
        assertThat(failure.severity()).isEqualTo(Severity.FATAL);
    }
}
