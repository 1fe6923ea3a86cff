package org.openbits.internal.channel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openbits.JobInfo;

/** Asks for one page after the other. */
final class Pages {

    private Pages() {}

    static void gather(
            JobChannel channel,
            boolean allUsers,
            @Nullable String from,
            List<JobInfo> before,
            CompletableFuture<List<JobInfo>> all) {
        channel.page(allUsers, from).whenComplete((page, trouble) -> {
            if (trouble != null) {
                all.completeExceptionally(trouble);
                return;
            }
            before.addAll(page.jobs());
            if (page.next() == null) {
                all.complete(before);
            } else {
                gather(channel, allUsers, page.next(), before, all);
            }
        });
    }
}
