package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.spi.Permission;

class PolicyFileTest {

    @Test
    void readsEveryPolicy() {
        PolicyFile file = PolicyFile.parse(List.of(
                "# what the administrator allows",
                "",
                "MaxActiveTransfers = 7",
                "backgroundslots=2",
                "FilesPerJob = 3",
                "MaxJobsPerMachine = 300",
                "MaxJobsPerUser = 60",
                "MaxFilesPerJob = 200",
                "MaxRangesPerFile = 500",
                "JobInactivityTimeout = 30",
                "MaxDownloadTime = 86400",
                "HistoryAge = 30",
                "HistorySize = 1",
                "NotifyAllow = /opt/tools:/usr/bin/true"));

        assertThat(file.complaints()).isEmpty();
        assertThat(file.policies())
                .isEqualTo(new Policies(
                        7,
                        2,
                        3,
                        300,
                        60,
                        200,
                        500,
                        Duration.ofDays(30),
                        Duration.ofDays(1),
                        Duration.ofDays(30),
                        1 << 20,
                        List.of("/opt/tools", "/usr/bin/true")));
    }

    @Test
    void tellsOfWhatItDoesNotUnderstandAndKeepsTheDefault() {
        PolicyFile file = PolicyFile.parse(
                List.of("MaxJobsPerUser = many", "JobInactivityTimeout = 1000", "MaxJobPerUser = 3", "what is this"));

        assertThat(file.policies()).isEqualTo(Policies.DEFAULT);
        assertThat(file.complaints()).hasSize(4);
        assertThat(file.complaints().toString())
                .contains("Line 1", "not 'many'", "Line 2", "1 to 999", "there is no policy MaxJobPerUser", "Line 4");
    }

    @Test
    void withoutAFileTheDefaultsHold(@TempDir Path directory) {
        assertThat(PolicyFile.read(directory.resolve("policy")))
                .isEqualTo(new PolicyFile(Policies.DEFAULT, Set.of(), List.of()));
    }

    @Test
    void allowsWhatIsSwitchedOnOnly() {
        assertThat(PolicyFile.parse(List.of("followdfs = 1")).permissions()).containsExactly(Permission.DFS);
        assertThat(PolicyFile.parse(List.of("AllowSmb1 = 1")).permissions()).containsExactly(Permission.SMB1);
        assertThat(PolicyFile.parse(List.of("FollowDfs = 0")).permissions()).isEmpty();
        PolicyFile unclear = PolicyFile.parse(List.of("FollowDfs = yes"));
        assertThat(unclear.permissions()).isEmpty();
        assertThat(unclear.complaints()).singleElement().asString().contains("FollowDfs takes 0 or 1");
    }
}
