package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmacTest {

    private static final String KEY = "2b7e151628aed2a6abf7158809cf4f3c";
    private static final String MESSAGE = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
            + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    /** The vectors of RFC 4493 section 4, whole and in every two pieces. */
    @ParameterizedTest
    @CsvSource({
        "0, bb1d6929e95937287fa37d129b756746",
        "16, 070a16b46b4d4144f79bdd9dd04a287c",
        "40, dfa66747de9ae63030ca32611497c827",
        "64, 51f0bebf7e3b9d92fc49741779363cfe"
    })
    void signsAsTheRfcDoes(int bytes, String expected) throws Exception {
        byte[] message = HexFormat.of().parseHex(MESSAGE);
        Cmac mac = new Cmac();
        mac.engineInit(new SecretKeySpec(HexFormat.of().parseHex(KEY), "HMAC"), null);
        for (int first = 0; first <= bytes; first++) {
            mac.engineUpdate(message, 0, first);
            mac.engineUpdate(message, first, bytes - first);
            assertThat(HexFormat.of().formatHex(mac.engineDoFinal())).isEqualTo(expected);
        }
    }
}
