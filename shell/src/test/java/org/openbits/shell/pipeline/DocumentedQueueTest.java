package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openbits.BackgroundCopyJob;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.ProxyUsage;

/** The documented examples that look after jobs. */
class DocumentedQueueTest extends DocumentedExamples {

    @Test
    void c21takesJobsOver() {
        suspended("A Microsoft update");
        suspended("another");
        assertThat(rows(run("C21")))
                .singleElement()
                .asString()
                .contains("A Microsoft update")
                .endsWith(System.getProperty("user.name"));
    }

    @Test
    void c28removesTheJobsOfAllUsers() {
        suspended("one");
        suspended("two");
        assertThat(run("C28")).isEmpty();
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void c13listsAllJobs() {
        suspended("TestJob2");
        transferred("TestJob1");
        String shown = run("C13");
        assertThat(shown).contains("JobId").contains("OwnerAccount");
        assertThat(rows(shown))
                .hasSize(2)
                .allMatch(row -> row.substring(20, 23).equals("...") || row.contains("\u2026"));
    }

    @Test
    void c14findsByIdentifierInAnyCase() {
        BackgroundCopyJob job = suspended("one");
        String shown = show("Get-BitsTransfer -JobId " + job.id().toString().toUpperCase(Locale.ROOT), job);
        assertThat(rows(shown)).hasSize(1);
        assertThat(shown).contains(job.id().toString().substring(0, 15));
        assertThat(run("C14")).contains("C0DD3D8C".toLowerCase(Locale.ROOT));
    }

    @Test
    void c15findsByName() {
        suspended("TestJob1");
        suspended("Other");
        assertThat(rows(run("C15"))).hasSize(1);
    }

    @Test
    void c16c17findByPatternAndByNameWithABlank() {
        List.of("BITS Transfer", "BITS Copy", "Other").forEach(this::suspended);
        assertThat(rows(run("C16"))).hasSize(2);
        assertThat(rows(run("C17"))).hasSize(1);
    }

    @Test
    void c17findsOne() {
        List.of("BITS Transfer", "BITS Copy", "Other").forEach(this::suspended);
        assertThat(rows(run("C17"))).hasSize(1);
    }

    @Test
    void c20changesThePriority() {
        BackgroundCopyJob job = suspended("one");
        assertThat(rows(show(EXAMPLES.get("C20"), job))).hasSize(1);
        assertThat(job.info().priority()).isEqualTo(JobPriority.HIGH);
        assertThat(show("$Bits.Priority", job)).isEqualToIgnoringNewLines("High");
    }

    @Test
    void c22setsProxiesOfAllJobs() {
        BackgroundCopyJob job = suspended("one");
        suspended("two");
        assertThat(rows(run("C22"))).hasSize(2);
        assertThat(job.get(JobProperty.PROXY_USAGE)).isEqualTo(ProxyUsage.OVERRIDE);
        assertThat(job.get(JobProperty.PROXY_LIST)).containsExactly("http://proxy1", "http://proxy2:81");
        assertThat(job.get(JobProperty.PROXY_BYPASS_LIST)).containsExactly("http://directconnect");
    }

    @Test
    void c23suspendsAllJobs() {
        BackgroundCopyJob job = transferred("one");
        suspended("two");
        assertThat(rows(run("C23"))).hasSize(2).allMatch(row -> row.contains("Suspended"));
        assertThat(job.state()).isEqualTo(JobState.SUSPENDED);
    }

    @Test
    void c26completesAllJobs() {
        transferred("one");
        transferred("two");
        assertThat(run("C26")).isEmpty();
        assertThat(dir.resolve("one.txt")).exists();
        assertThat(dir.resolve("two.txt")).exists();
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void c27completesOneJob() {
        transferred("testjob1");
        transferred("two");
        assertThat(run("C27")).isEmpty();
        assertThat(dir.resolve("testjob1.txt")).exists();
        assertThat(manager.jobs()).hasSize(1);
    }
}
