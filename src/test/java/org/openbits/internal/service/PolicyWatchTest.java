package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.queue.Policies;

class PolicyWatchTest {

    @TempDir
    Path directory;

    @Test
    void tellsAgainWhatCouldNotBePutIntoForce() throws Exception {
        Path file = directory.resolve("policy");
        List<Policies> told = new ArrayList<>();
        try (PolicyWatch watch = new PolicyWatch(file)) {
            Files.writeString(file, "MaxJobsPerUser = 60");
            watch.lookAgain(policies -> {
                throw new IllegalStateException("the test said so");
            });
            watch.lookAgain(told::add);
            watch.lookAgain(told::add);
            assertThat(told).extracting(Policies::maxJobsPerUser).containsExactly(60);
        }
    }

    @Test
    void readsTheFileAgainWhenItChanges() throws Exception {
        Path file = directory.resolve("policy");
        List<Policies> told = new ArrayList<>();
        try (PolicyWatch watch = new PolicyWatch(file)) {
            assertThat(watch.policies()).isEqualTo(Policies.DEFAULT);
            watch.look(told::add);
            assertThat(told).isEmpty();

            Files.writeString(file, "MaxJobsPerUser = 60");
            watch.look(told::add);
            watch.look(told::add);
            assertThat(told).hasSize(1);
            assertThat(told.get(0).maxJobsPerUser()).isEqualTo(60);

            Files.writeString(file, "MaxJobsPerUser = 61");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1));
            watch.look(told::add);
            assertThat(told).hasSize(2);
            Files.delete(file);
            watch.look(told::add);
            assertThat(told.get(2)).isEqualTo(Policies.DEFAULT);
        }
    }
}
