package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.ProxyUsage;

/** The small readers: addresses, Content-Range, proxy lists. */
class HttpPartsTest {

    /** The body's own reads stop where the head's buffer ended; the connection has more, of the next answer at last. */
    @Test
    void aReadOfASmallBodyTakesWhatHasComeAndNoMore() throws IOException {
        InputStream head = new ByteArrayInputStream("head".getBytes(StandardCharsets.US_ASCII));
        InputStream rest = new ByteArrayInputStream("and rest".getBytes(StandardCharsets.US_ASCII));
        InputStream connection = new ByteArrayInputStream(new byte[100]);
        try (InputStream body = new WholeReads(new SequenceInputStream(head, rest), connection)) {
            byte[] bytes = new byte[9];
            assertThat(body.read(bytes, 0, 9)).isEqualTo(9);
            assertThat(new String(bytes, StandardCharsets.US_ASCII)).isEqualTo("headand r");
            assertThat(body.read(bytes, 0, 9)).isEqualTo(3);
            assertThat(body.read(bytes, 0, 9)).isEqualTo(-1);
        }
        InputStream slow =
                new SequenceInputStream(new ByteArrayInputStream(new byte[4]), new ByteArrayInputStream(new byte[4]));
        try (InputStream body = new WholeReads(slow, InputStream.nullInputStream())) {
            assertThat(body.read(new byte[9], 0, 9))
                    .as("nothing more is there yet")
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, http://h/",
        "HTTP://H:81/a?b#c, http://h:81/a?b",
        "https://h/a%20b, https://h/a%20b",
        "http://[::1]:8/x, http://[::1]:8/x",
        "http://h/ä, http://h/%C3%A4",
        "http://bücher.example/x, http://xn--bcher-kva.example/x"
    })
    void readsAddresses(String text, String address) {
        assertThat(RemoteUrl.parse(text)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/a b, at character 11; write a space as %20",
        "http:///x, names no host",
        "http://h:99999/x, port 99999",
        "http://h:x/, at character",
        "http://, authority",
        "http:x, names no host",
        "http://h/%zz, at character"
    })
    void saysWhatIsWrongWithAnAddressAndWhere(String text, String what) {
        BitsException refusal = catchThrowableOfType(BitsException.class, () -> RemoteUrl.check(text));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.E_INVALIDARG);
        assertThat(refusal).hasMessageContaining(what);
    }

    @Test
    void refusesAddressesBeyondTheLimits() {
        assertThatThrownBy(() -> RemoteUrl.check("http://h/" + "a/".repeat(1100)))
                .hasMessageContaining("2200");
        assertThatThrownBy(() -> RemoteUrl.check("http://h/" + "a".repeat(261))).hasMessageContaining("260");
        assertThatThrownBy(() -> RemoteUrl.check("http://h/\r\nX: y")).hasMessageContaining("control character");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes 0-99/200, 0, 100, 200",
        "bytes 5-5/*, 5, 6, -1",
        "bytes */77, -1, -1, 77",
        "Bytes  10-19/20, 10, 20, 20"
    })
    void readsContentRanges(String text, long start, long end, long total) {
        assertThat(ContentRange.parse(text)).isEqualTo(new ContentRange(start, end, total));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "items 0-1/2",
                "bytes 5-4/9",
                "bytes 0-9/9",
                "bytes 0-9",
                "bytes -1-5/9",
                "bytes a-b/c",
                "bytes 0-9223372036854775807/*",
                "bytes 0-99999999999999999999/*"
            })
    void refusesUnsoundContentRanges(String text) {
        assertThat(ContentRange.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/, p1:80 http=p2:8080, '', p2:8080",
        "https://h/, p1:80 http=p2:8080, '', p1:80",
        "http://h/, p1, '', p1:80",
        "http://h/, p1, <local>, ",
        "http://h.x/, p1, <local>, p1:80",
        "http://a.example.com/, p1, *.example.com, ",
        "http://example.com/, p1, *.example.com, p1:80",
        "http://h/, http=http://p1:81, '', p1:81",
        "http://h/, p1 p2 p3:3, '', p1:80 p2:80 p3:3"
    })
    void choosesAProxy(String url, String list, String bypass, String proxy) throws Exception {
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.PROXY_USAGE, ProxyUsage.OVERRIDE)
                .with(JobProperty.PROXY_LIST, List.of(list.split(" ")))
                .with(JobProperty.PROXY_BYPASS_LIST, bypass.isEmpty() ? List.of() : List.of(bypass.split(" ")));
        var chosen = Proxies.choose(settings, URI.create(url));
        assertThat(chosen.stream().map(HttpHost::toHostString).toList())
                .isEqualTo(proxy == null ? List.of() : List.of(proxy.split(" ")));
    }

    @Test
    void refusesAnUnreadableProxyList() {
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.PROXY_USAGE, ProxyUsage.OVERRIDE)
                .with(JobProperty.PROXY_LIST, List.of("http://:x"));
        assertThatThrownBy(() -> Proxies.choose(settings, URI.create("http://h/")))
                .hasMessageContaining("proxy list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "attachment; filename=a.txt | a.txt",
                "attachment; filename=\"a b;c.txt\" | a b;c.txt",
                "attachment; filename=\"a\\\"b.txt\" | a\"b.txt",
                "attachment;FileName=\"x.bin\"; size=3 | x.bin",
                "attachment; filename=\"naive.txt\"; filename*=UTF-8''na%C3%AFve+1.txt | na\u00efve+1.txt",
                "attachment; filename*=iso-8859-1'en'%A3.txt | \u00a3.txt",
                "attachment; filename*=KOI8-R''x.txt; filename=y.txt | y.txt",
                "attachment; filename*=UTF-8''%ZZ | none",
                "attachment; filename=\"na\u00c3\u00afve.txt\" | na\u00efve.txt",
                "attachment; filename=\"../../x\" | ../../x",
                "inline | none",
                "attachment; name=\"filename=x\" | none"
            })
    void readsTheNameAServerGives(String header, String name) {
        assertThat(ContentDisposition.fileName(header)).isEqualTo(name);
    }

    /** Threads of the service have little stack. */
    @Test
    void readsANameAsLongAsAHeaderMayBe() throws InterruptedException {
        List<String> names = new ArrayList<>();
        Thread small = new Thread(
                null,
                () -> {
                    for (String sign : List.of("a", "\\a")) {
                        names.add(ContentDisposition.fileName("attachment; filename=\"" + sign.repeat(15_000) + "\""));
                    }
                },
                "small",
                512 << 10);
        small.setUncaughtExceptionHandler((thread, failure) -> names.add(failure.toString()));
        small.start();
        small.join();

        assertThat(names).containsExactly("a".repeat(15_000), "a".repeat(15_000));
    }

    /** BASIC in the clear shows the password to everyone between: only this machine itself has nobody there. */
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/x, true",
        "http://localhost:8080/x, true",
        "http://[::1]/x, true",
        "https://127.example.com/x, true",
        "http://127.example.com/x, false",
        "http://127.0.0.1.example.com/x, false"
    })
    void showsThePasswordWhereNobodyElseReadsIt(URI url, boolean shown) {
        AuthCredentials secret = new AuthCredentials(AuthTarget.SERVER, AuthScheme.NEGOTIATE, "ada", "secret");
        HttpHost host = new HttpHost(url.getScheme(), url.getHost(), Redirects.port(url));

        boolean found = Credentials.of(List.of(secret), url, url, null)
                        .getCredentials(new AuthScope(host, null, "Basic"), HttpClientContext.create())
                != null;

        assertThat(found).isEqualTo(shown);
    }

    @Test
    void keepsTheBeginningOfAHeadWithoutEnd() {
        Header[] headers = new Header[200];
        Arrays.fill(headers, new BasicHeader("X", "y".repeat(30_000)));

        assertThat(HttpAnswer.kept(headers)).hasSize(2).allMatch(line -> line.length() == 30_003);
    }
}
