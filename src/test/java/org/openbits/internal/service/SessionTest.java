package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;

/** The end of a conversation. */
class SessionTest {

    /** A client that asks on while the service leaves is told that it leaves, so that it knows what was not done. */
    @Test
    @Timeout(180)
    void whoAsksWhileTheServiceLeavesIsToldSo() throws Exception {
        Path directory = Files.createTempDirectory("bits");
        Path socket = directory.resolve("s");
        CompletableFuture<JobInfo> held = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        AtomicReference<Session> session = new AtomicReference<>();
        JobChannel queue = (JobChannel) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JobChannel.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("info")) {
                        return null;
                    }
                    session.get().refuseMore();
                    asked.countDown();
                    return held;
                });
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            session.set(new Session(new LineChannel(server.accept()), queue, null));
            Thread reader = new Thread(() -> session.get().talk("client"), "client");
            reader.start();
            client.write(ByteBuffer.wrap(requests(20)));
            asked.await();
            Awaitility.await().until(() -> hasReadAll(reader));

            held.completeExceptionally(new BitsException(ErrorCode.BG_E_NOT_FOUND, "the test said so"));
            session.get().bye("stop", Duration.ofSeconds(20).toNanos());

            assertThat(linesOf(client)).last().asString().contains(Methods.BYE);
            reader.join();
        } finally {
            Files.delete(socket);
            Files.delete(directory);
        }
    }

    /** Few enough bytes for one read. */
    private static byte[] requests(int count) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int id = 0; id < count; id++) {
            Fields params = Fields.empty().put("id", JobId.random().toString());
            new Message.Request(id, Methods.INFO, params)
                    .lines(line -> all.append(line).append('\n'));
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Waits for more of the client, or for a place. */
    private static boolean hasReadAll(Thread reader) {
        return Arrays.stream(reader.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("sun.nio.ch.")
                        || frame.getMethodName().equals("acquireUninterruptibly"));
    }

    private static List<String> linesOf(SocketChannel client) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineChannel in = new LineChannel(client)) {
            for (String line = in.read(); line != null; line = in.read()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
