package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.testing.Samba;

/** By what messages are signed, by a real server and by the known answers. */
class SigningTest {

    private static final int BYTES = 1_500_000;

    @TempDir
    Path place;

    @ParameterizedTest
    @CsvSource({
        "aes-128-gmac aes-128-cmac, SMB3_11, true",
        "aes-128-gmac, SMB3_11, true",
        "aes-128-cmac aes-128-gmac, SMB3_11, false",
        "aes-128-cmac, SMB3_11, false",
        "aes-128-gmac aes-128-cmac, SMB3_02, false",
        "aes-128-gmac hmac-sha256, SMB2_10, false"
    })
    void takesTheFastOneWhereTheServerPrefersIt(String algorithms, String dialect, boolean isGmac) throws Exception {
        Shares shares = new Shares(Set.of());
        try (Samba samba = Samba.in(place)
                .with("server signing = mandatory")
                .with("server smb3 signing algorithms = " + algorithms)
                .with("server max protocol = " + dialect)
                .start()) {
            byte[] content = new byte[BYTES];
            new Random(5).nextBytes(content);
            Files.write(samba.root().resolve("signed"), content);
            Share share = shares.connect(
                    SmbName.parse(samba.name("private", "signed")), new Account(Samba.USER, Samba.PASSWORD));
            byte[] file = share.open("signed").file();
            int first = share.read(file, 0, BYTES, 0);
            int second = share.read(file, first, BYTES, 1);

            assertThat(share)
                    .isInstanceOfSatisfying(
                            Smb2Share.class, each -> assertThat(each.isGmac()).isEqualTo(isGmac));
            assertThat(first + second).isEqualTo(BYTES);
            assertThat(Arrays.copyOf(share.room(0), first)).isEqualTo(Arrays.copyOf(content, first));
            assertThat(Arrays.copyOf(share.room(1), second)).isEqualTo(Arrays.copyOfRange(content, first, BYTES));
            share.disconnect();
        } finally {
            shares.close();
        }
    }

    /** The same message twice in a row, as a request and as an answer, whole and in pieces. */
    @Test
    void signsAMessageByItsNumberAndItsSender() throws Exception {
        byte[] message = new byte[200];
        message[24] = 7;
        Gmac mac = new Gmac();
        mac.engineInit(new SecretKeySpec(new byte[16], "HMAC"), null);

        String request = signed(mac, message, 200);
        assertThat(signed(mac, message, 200)).isEqualTo(request);
        assertThat(signed(mac, message, 64)).isEqualTo(request);
        message[24] = 8;
        assertThat(signed(mac, message, 200)).isNotEqualTo(request);
        message[24] = 7;
        message[16] = 1;
        assertThat(signed(mac, message, 200)).isNotEqualTo(request);
    }

    private static String signed(Gmac mac, byte[] message, int first) {
        mac.engineUpdate(message, 0, first);
        mac.engineUpdate(message, first, message.length - first);
        return HexFormat.of().formatHex(mac.engineDoFinal());
    }

    /** What is cut short, or of another form, is left as it is and says nothing. */
    @Test
    void readsNoOfferBeyondTheEndOfAMessage() {
        Random random = new Random(3);
        for (int length : List.of(0, 63, 64, 99, 100, 124, 125, 140, 500)) {
            for (int i = 0; i < 200; i++) {
                byte[] message = new byte[length];
                random.nextBytes(message);
                assertThat(Signing.chosen(message, 0, length)).isGreaterThanOrEqualTo(-1);
                Signing.amend(message, 0, length);
            }
        }
    }
}
